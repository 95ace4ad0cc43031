// Many runs of a network with drawn durations: when everything finishes in how many of them, and in how many it is critical. Knows no plan.
import { addDays } from '../base/day';
import { tolerance } from './calendar';
import { type Risk, withDelays } from './delays';
import { type Draws, drawsOf, type Estimates } from './draws';
import type { Network } from './network';
import { backward } from './passesBack';
import { type Prepared, prepare } from './passesPrepare';
import { forward, newRun, type Run } from './passesRun';
import { reachedFrom } from './reach';
import { countBy, countedIn, mostCounted, quantile, type Tallies, talliesOf, tally } from './tallies';

export interface Uncertain {
  readonly estimates: Estimates;
  readonly risks: readonly Risk[];
}

export interface SimulationOptions {
  /** The same seed gives the same result. */
  readonly seed: number;
  /** At most 65 535. */
  readonly runs: number;
  /** Into how many parts a working day is cut where finishes are counted; 1 where absent, which loses nothing as long as only days are asked for. */
  readonly grain?: number;
}

/** A simulation under way. */
export interface Simulation {
  /** Makes at most so many runs more; `true` once all are made. */
  step(runs: number): boolean;
  /** Of the runs that are made. */
  result(): Simulated;
}

export interface Simulated {
  readonly runs: number;
  /** By number; only what can move with an estimate or a risk. */
  readonly nodes: ReadonlyMap<number, Finishes>;
  /** The same for projects, on their own calendars. */
  readonly projects: ReadonlyMap<number, Finishes>;
}

/** When one node or project finishes in the runs. */
export interface Finishes {
  /** The position by which `share` (above 0, at most 1) of the runs have it finished: the end of a day, or of a part of one. */
  quantile(share: number): number;
  /** The share of the runs that have it finished by a position. */
  shareBy(position: number): number;
  /** The share of the runs in which it has no float. */
  readonly criticality: number;
}

/** Draws, passes and counts run by run. A risk stands where `withDelays` puts it; where nothing is spread every run is that of `passesOf`. */
export function startSimulation(network: Network, uncertain: Uncertain, options: SimulationOptions): Simulation {
  const { network: delayed, numbers, delays } = withDelays(network, uncertain.risks);
  const estimates = { ...uncertain.estimates, node: uncertain.estimates.node.map((number) => numbers[number] ?? 0) };
  const draws = drawsOf(estimates, delays, delayed.duration, options.seed);
  const duration = delayed.duration.slice();
  draws.most(duration);
  // What may have work to do has a date, even where it most likely has none.
  const prepared = prepare({ ...delayed, duration: duration.slice() });
  const runs = Math.min(options.runs, mostCounted);
  let known: Record | undefined;
  const recorded = () => {
    known ??= recordFor(prepared, draws, duration, options.grain ?? 1);
    return known;
  };
  let made = 0;
  return {
    step: (more) => {
      const record = recorded();
      for (const end = Math.min(runs, made + more); made < end; made++) {
        draws.next(duration);
        forward(prepared, duration, record.run, record.order);
        backward(prepared, duration, record.run, record.order);
        note(record);
      }
      return made >= runs;
    },
    result: () => ({
      runs: made,
      nodes: finishesOf(recorded().nodes, made, new Map(Array.from(numbers, (number, own) => [number, own]))),
      projects: finishesOf(recorded().projects, made),
    }),
  };
}

/** What is counted of some nodes or projects. */
interface Columns {
  readonly numbers: Uint32Array;
  readonly tallies: Tallies;
  readonly critical: Uint32Array;
}

interface Record {
  readonly run: Run;
  /** What is computed anew in each run. */
  readonly order: Uint32Array;
  readonly nodes: Columns;
  readonly projects: Columns;
  /** By column of `projects`: from here on a finish leaves no float. */
  readonly limits: Float64Array;
}

/** Room for counting, as wide as the run with the least work and the one with the most say. */
function recordFor(prepared: Prepared, draws: Draws, duration: Float64Array, grain: number): Record {
  const { moves, nodes, projects } = movedBy(draws, prepared);
  const run = newRun(prepared);
  const finishes = (write: Draws['least']) => {
    write(duration);
    forward(prepared, duration, run);
    return {
      nodes: Float64Array.from(nodes, (node) => run.earlyFinish[node] ?? 0),
      projects: Float64Array.from(projects, (project) => run.projectFinish[project] ?? 0),
    };
  };
  const least = finishes(draws.least);
  const most = finishes(draws.most);
  const columns = (numbers: Uint32Array, of: 'nodes' | 'projects'): Columns => ({
    numbers,
    tallies: talliesOf(least[of], most[of], grain),
    critical: new Uint32Array(numbers.length),
  });
  return {
    run,
    order: prepared.order.filter((event) => event >= prepared.network.count || moves[event] === 1),
    nodes: columns(nodes, 'nodes'),
    projects: columns(projects, 'projects'),
    limits: Float64Array.from(projects, (project) => limitOf(prepared.network, project)),
  };
}

/** The nodes and projects that can move and have a date. */
function movedBy({ nodes: from }: Draws, { network, events, dated }: Prepared) {
  const moves = reachedFrom(network, events.left, from);
  const nodes = Uint32Array.from(moves.keys()).filter((node) => moves[node] === 1 && dated[node] === 1);
  const projects = new Set(Array.from(nodes, (node) => network.project[node] ?? 0));
  return { moves, nodes, projects: Uint32Array.from(projects) };
}

/** The finish of a project is what decides it, so it is critical, unless a deadline leaves it float. */
function limitOf({ projects, calendars }: Network, number: number): number {
  const project = projects[number];
  if (project?.deadline === undefined) return Number.NEGATIVE_INFINITY;
  return calendars[project.calendar]?.before(addDays(project.deadline, 1)) ?? Number.NEGATIVE_INFINITY;
}

function note({ run, nodes, projects, limits }: Record): void {
  const { earlyFinish, lateFinish, projectFinish } = run;
  tally(nodes.tallies, nodes.numbers, earlyFinish);
  for (let column = 0; column < nodes.numbers.length; column++) {
    const node = nodes.numbers[column] ?? 0;
    if ((lateFinish[node] ?? 0) - (earlyFinish[node] ?? 0) <= tolerance) add(nodes.critical, column);
  }
  tally(projects.tallies, projects.numbers, projectFinish);
  for (let column = 0; column < projects.numbers.length; column++) {
    const finish = projectFinish[projects.numbers[column] ?? 0] ?? 0;
    if (finish >= (limits[column] ?? 0) - tolerance) add(projects.critical, column);
  }
}

function add(counts: Uint32Array, column: number): void {
  counts[column] = (counts[column] ?? 0) + 1;
}

/** By number, or by the one that `known` has for it; what it does not know is left out. */
function finishesOf(
  { numbers, tallies, critical }: Columns,
  runs: number,
  known?: ReadonlyMap<number, number>,
): ReadonlyMap<number, Finishes> {
  const found = new Map<number, Finishes>();
  numbers.forEach((number, column) => {
    const own = known ? known.get(number) : number;
    if (own === undefined) return;
    let cells: ReturnType<typeof countedIn> | undefined;
    const counted = () => {
      cells ??= countedIn(tallies, column);
      return cells;
    };
    found.set(own, {
      quantile: (share) => quantile(counted(), share),
      shareBy: (position) => countBy(counted(), position) / runs,
      criticality: (critical[column] ?? 0) / runs,
    });
  });
  return found;
}
