// Typing in a large plan, commands in it, opening many small ones, and how long either holds up everything else. Beside plain `parseDocument` and reading whole. Node only.
import { median, quantile } from './statistics.mjs';

/** What a person does, as a new text from the last one. Each `round` makes another text. */
const edits = {
  'a letter in the first title': (text, round) => letter(text, 0, round),
  'a letter in a middle title': (text, round) => letter(text, 1000, round),
  'a letter in the last title': (text, round) => letter(text, 1999, round),
  'a new line': (text, round) => text.replace('  - id: m1001\n', `    x-${round}: 1\n  - id: m1001\n`),
  'a new milestone': (text, round) =>
    text.replace('  - id: m1001\n', `  - id: n${round}\n    title: New\n  - id: m1001\n`),
  'a half-typed field': (_, round, first) =>
    first.replace('  - id: m1001\n', `    own${'x'.repeat(round)}\n  - id: m1001\n`),
  'a second milestone with one id': (text, round) =>
    text.replace('  - id: m1001\n', `  - id: m5\n    title: Twin ${round}\n  - id: m1001\n`),
  'the name of the project': (text, round) => text.replace(/project: .*/, `project: Shop ${round}`),
  'a new person': (text, round) => text.replace('people:\n', `people:\n  p${round}: {}\n`),
};

function letter(text, milestone, round) {
  return text.replace(
    new RegExp(`Milestone ${milestone} of.* the`),
    `Milestone ${milestone} of ${'x'.repeat(1 + (round % 20))} the`,
  );
}

/** @param {(count: number, part: number) => string} planText @param {number} repetitions */
export function benchTyping(core, planText, repetitions) {
  const first = planText(2000, 0);
  const yamlMs = [];
  const wholeMs = [];
  const coldMs = [];
  for (let round = -2; round < repetitions; round++) {
    const fresh = `${first}# round ${round}\n`;
    const yaml = timed(() => core.parseDocument(fresh));
    const whole = timed(() => core.readPlanFile(fresh, 'plan'));
    const cold = timed(() => core.keepingReader().read(fresh, 'plan'));
    if (round < 0) continue;
    yamlMs.push(yaml);
    wholeMs.push(whole);
    coldMs.push(cold);
  }
  const places = Object.entries(edits).map(([name, edit]) => {
    const reader = core.keepingReader();
    const schedule = core.keepingSchedule();
    reader.read(first, 'plan');
    let text = first;
    const readMs = [];
    const snapshotMs = [];
    for (let round = 0; round < 12 * repetitions; round++) {
      text = edit(text, round, first);
      let file;
      const read = timed(() => {
        ({ file } = reader.read(text, 'plan'));
      });
      const plans = [{ uri: 'file:///plan', baseName: 'plan', folder: '', text, file, plan: file.plan }];
      const snapshot = timed(() => core.makeSnapshot(plans, { ...core.options(round), schedule }));
      // The first ones run before the engine has compiled what it runs.
      if (round < 2 * repetitions) continue;
      readMs.push(read);
      snapshotMs.push(snapshot);
    }
    return { name, p50: quantile(readMs, 0.5), p95: quantile(readMs, 0.95), snapshotMs: median(snapshotMs) };
  });
  return {
    milestones: 2000,
    kilobytes: Math.round(first.length / 1000),
    yamlMs: median(yamlMs),
    wholeMs: median(wholeMs),
    coldMs: median(coldMs),
    places,
  };
}

/** What a command does to the same text each time, as a change from the number of the round. */
const commands = {
  'tick a task': (_, round) => ({ kind: 'toggleTask', id: `m${1 + 12 * round}`, task: 0 }),
  'mark done': (core, round) => ({ kind: 'markDone', id: `m${7 * round}`, on: core.options(0).today }),
};

/** Planning and proving the edit of one command after the other, as the store does: with a reader that has read the text. */
export function benchCommands(core, planText, repetitions) {
  const first = planText(2000, 0);
  return Object.entries(commands).map(([name, change]) => {
    const { read } = core.keepingReader();
    read(first, 'plan');
    let text = first;
    const planMs = [];
    for (let round = 0; round < 6 * repetitions; round++) {
      let planned;
      const ms = timed(() => {
        planned = core.planEdit(text, 'plan', [change(core, round)], { read });
      });
      if ('refused' in planned || planned.text === text) throw new Error(`${name} changed nothing`);
      text = planned.text;
      if (round >= repetitions) planMs.push(ms);
    }
    const wholeMs = Array.from({ length: repetitions }, () => timed(() => core.readPlanFile(text, 'plan')));
    return { name, planMs: median(planMs), p95: quantile(planMs, 0.95), wholeMs: median(wholeMs) };
  });
}

/** A thousand files of ten milestones, read one after the other with a pause where the extension makes one. */
export async function benchOpening(core, planText, repetitions) {
  const texts = Array.from({ length: 1000 }, (_, part) => planText(10, part));
  const large = planText(5000, 0);
  const yamlMs = [];
  const readMs = [];
  const blockMs = [];
  const largeBlockMs = [];
  for (let round = -2; round < repetitions; round++) {
    const fresh = texts.map((text) => `${text}# round ${round}\n`);
    const yaml = timed(() => fresh.map((text) => core.parseDocument(text)));
    const reader = core.keepingReader();
    const read = timed(() => fresh.map((text, at) => reader.read(text, `plan${at}`)));
    const many = await longestBlock(
      fresh.map((text, at) => [text, `plan${at}`]),
      core.keepingReader(),
    );
    const one = await longestBlock([[`${large}# round ${round}\n`, 'large']], core.keepingReader());
    if (round < 0) continue;
    yamlMs.push(yaml);
    readMs.push(read);
    blockMs.push(many);
    largeBlockMs.push(one);
  }
  return {
    yamlMs: median(yamlMs),
    readMs: median(readMs),
    blockMs: Math.max(...blockMs),
    largeBlockMs: Math.max(...largeBlockMs),
    largeKilobytes: Math.round(large.length / 1000),
  };
}

/** Reads as `planFiles.ts` does: the longest time between two moments at which others can work. */
async function longestBlock(files, reader) {
  let longest = 0;
  let since = performance.now();
  const breathe = async () => {
    const now = performance.now();
    longest = Math.max(longest, now - since);
    await new Promise((resolve) => setTimeout(resolve, 0));
    since = performance.now();
  };
  for (const [text, baseName] of files) {
    for (const _ of reader.warm(text, baseName)) if (performance.now() - since >= 12) await breathe();
    reader.read(text, baseName);
    if (performance.now() - since >= 12) await breathe();
  }
  await breathe();
  return longest;
}

function timed(work) {
  const began = performance.now();
  work();
  return performance.now() - began;
}
