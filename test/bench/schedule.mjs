// The schedule part of the benchmark: what follows from plans of any size, beside bare passes over typed arrays and beside graphlib. Node only.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alg, Graph } from '@dagrejs/graphlib';
import { bundled } from './bundled.mjs';
import { median } from './statistics.mjs';

/** Our limit for one file; larger plans are several. */
const mostInFile = 5000;

/** @param {readonly number[]} sizes @param {number} repetitions */
export async function benchSchedule(sizes, repetitions) {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-bench-'));
  try {
    const core = await loadCore(folder);
    return sizes.map((size) => benchSize(core, size, repetitions));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function benchSize(core, size, repetitions) {
  const { plans, reading } = readAll(core, size);
  const items = itemsOf(size);
  const numbers = Int32Array.from(items, (_, at) => predecessorOf(at));
  const work = Float64Array.from(items, ({ days }) => days);
  // Those that leave much behind have rounds of their own, so that nobody else's are interrupted to clear it away.
  const graphlib = repeated(4, () => ({ graphlibMs: timed(() => graphlibForward(items)) })).slice(1);
  const measure = () => {
    const bareMs = timed(() => passes(numbers, work));
    const floorMs = timed(() => passes(resolved(items), work));
    const { joinMs, scheduleMs } = scheduled(core, plans);
    return { bareMs, floorMs, joinMs, scheduleMs };
  };
  // A plan is scheduled after every edit, so what is measured is not the first time.
  repeated(size > 20_000 ? 3 : 10, measure);
  const rounds = repeated(repetitions, measure);
  const of = (name, all = rounds) => median(all.map((round) => round[name]));
  const graphlibMs = of('graphlibMs', graphlib);
  return {
    ...{ size, bareMs: of('bareMs'), floorMs: of('floorMs'), graphlibMs },
    ...{ joinMs: of('joinMs'), scheduleMs: of('scheduleMs') },
    ...{ readMs: of('readMs', reading), problemsMs: of('problemsMs', reading) },
    toFloor: median(rounds.map((round) => round.scheduleMs / round.floorMs)),
    fromGraphlib: graphlibMs / of('scheduleMs'),
  };
}

/**
 * What takes every value and every problem is measured first. Only plans without their texts and places go on to the rest: the schedule does not look into
 * those, and walking through them to clear away garbage would take longer than all that is measured, graphlib's sort as well.
 */
function readAll(core, size) {
  const plans = plansOf(core, size);
  repeated(1, () => read(scheduled(core, plans).schedules));
  const reading = repeated(3, () => read(scheduled(core, plans).schedules));
  return { plans: plans.map(core.withoutText), reading };
}

function repeated(times, work) {
  return Array.from({ length: times }, work);
}

/** A copy knows nothing of what was found out about the one before. */
function scheduled(core, plans) {
  const fresh = plans.map((plan) => core.copied(plan));
  let joined;
  let schedules;
  const joinMs = timed(() => {
    joined = core.joinPlans(fresh);
  });
  // Calendars, both passes, roll-up, feasibility, and colour and health of every milestone are found by then, and those of the plan.
  const scheduleMs = timed(() => {
    schedules = core.schedulePlans(fresh, joined, core.options);
  });
  if (schedules.size !== plans.length) throw new Error('Not every plan was scheduled.');
  return { joinMs, scheduleMs, schedules };
}

/** Sentences, drivers and days of the network are made when a view asks for them, and so is what is to be said against a plan; here all are asked for. */
function read(schedules) {
  const readMs = timed(() => {
    for (const { milestones } of schedules.values())
      for (const each of milestones.values()) if (!each.rag) throw new Error();
  });
  const problemsMs = timed(() => {
    for (const { problems } of schedules.values()) if (problems.length === 0) throw new Error();
  });
  return { readMs, problemsMs };
}

/** Each waits for one of the twenty before it in the same file; the first of a file for none. */
function predecessorOf(at) {
  const within = at % mostInFile;
  return within === 0 ? -1 : at - Math.min(within, 1 + ((at * 7) % 20));
}

/** What the floor starts from: names. */
function itemsOf(size) {
  return Array.from({ length: size }, (_, at) => {
    const before = predecessorOf(at);
    return {
      id: `file${Math.floor(at / mostInFile)}#m${at}`,
      after: before < 0 ? [] : [`file${Math.floor(before / mostInFile)}#m${before}`],
      days: 1 + (at % 5),
    };
  });
}

function resolved(items) {
  const numbers = new Map(items.map(({ id }, at) => [id, at]));
  return Int32Array.from(items, ({ after }) => numbers.get(after[0]) ?? -1);
}

/** Topological order, forward and backward pass: what cannot be left out of any schedule. */
function passes(before, work) {
  const count = before.length;
  const first = new Int32Array(count + 2);
  for (const from of before) if (from >= 0) first[from + 2]++;
  for (let at = 2; at < first.length; at++) first[at] += first[at - 1];
  const next = new Int32Array(count);
  for (let at = 0; at < count; at++) if (before[at] >= 0) next[first[before[at] + 1]++] = at;
  const order = new Int32Array(count);
  let placed = 0;
  for (let at = 0; at < count; at++) if (before[at] < 0) order[placed++] = at;
  const [finish, late] = [new Float64Array(count), new Float64Array(count)];
  let end = 0;
  for (let place = 0; place < placed; place++) {
    const at = order[place];
    finish[at] = (before[at] < 0 ? 0 : finish[before[at]]) + work[at];
    if (finish[at] > end) end = finish[at];
    for (let link = first[at]; link < first[at + 1]; link++) order[placed++] = next[link];
  }
  late.fill(end);
  for (let place = placed - 1; place >= 0; place--) {
    const at = order[place];
    const from = before[at];
    if (from >= 0 && late[at] - work[at] < late[from]) late[from] = late[at] - work[at];
  }
  return late;
}

/** The graph as one builds it with graphlib, its topological sort, and a forward pass alone. */
function graphlibForward(items) {
  const graph = new Graph();
  for (const { id, days } of items) graph.setNode(id, days);
  for (const { id, after } of items) for (const before of after) graph.setEdge(before, id);
  const finish = new Map();
  for (const id of alg.topsort(graph)) {
    let start = 0;
    for (const before of graph.predecessors(id) ?? []) start = Math.max(start, finish.get(before));
    finish.set(id, start + graph.node(id));
  }
  return finish;
}

/** Two people with calendars of their own, work in days, due dates and a baseline on every third, in files as large as may be. */
function plansOf(core, size) {
  const plans = [];
  for (let from = 0; from < size; from += mostInFile) {
    const lines = [
      'version: 1',
      `project: Generated ${from}`,
      'calendar: { holidays: [2026-12-24..2027-01-01, 2027-05-01] }',
      'people:',
      '  kim: { name: Kim Lee, hoursPerDay: 6 }',
      '  leo: { name: Leo, calendar: { workweek: [mon, tue, wed, thu], holidays: [2027-02-08] } }',
      'milestones:',
    ];
    for (let at = from; at < Math.min(size, from + mostInFile); at++) {
      const month = String(1 + (at % 12)).padStart(2, '0');
      lines.push(
        `  - id: m${at}`,
        `    title: Milestone ${at}`,
        `    effort: ${1 + (at % 5)}d`,
        `    owner: ${at % 2 ? 'kim' : 'leo'}`,
      );
      if (at % 2 === 0) lines.push(`    due: 2027-${month}-24`);
      if (at % 3 === 0) lines.push(`    baseline: 2027-${month}-20`);
      const before = predecessorOf(at);
      if (before >= 0) lines.push(`    dependsOn: [m${before}]`);
    }
    plans.push(core.planOf(`${lines.join('\n')}\n`, `generated${from}`));
  }
  return plans;
}

function timed(work) {
  const began = performance.now();
  work();
  return performance.now() - began;
}

async function loadCore(folder) {
  const outfile = join(folder, 'schedule.cjs');
  const contents = `
    import { day } from './src/base/day';
    import { readPlanFile } from './src/model/read';
    export { joinPlans } from './src/model/join';
    export { schedulePlans } from './src/schedule/schedulePlans';
    export const options = { todayFor: () => day('2026-11-23'), dueSoonDays: 7 };
    export const planOf = (text, baseName) => {
      const file = readPlanFile(text, baseName);
      return { uri: 'file:///' + baseName, baseName, folder: '', text, file, plan: file.plan, places: file.places, fields: file.fields };
    };
    export const withoutText = ({ uri, baseName, folder, plan }) => {
      const file = { plan, problems: [], places: new Map(), fields: new Map() };
      return { uri, baseName, folder, text: '', file, plan };
    };
    export const copied = (read) => {
      const plan = { ...read.plan, milestones: read.plan.milestones.map((each) => ({ ...each })) };
      return { ...read, plan, file: { ...read.file, plan } };
    };`;
  return bundled(contents, outfile);
}
