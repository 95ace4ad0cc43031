// Plans joined over all files: every dependency resolved to the milestone it names. Knows no day.
import type { Duration } from '../base/duration';
import { type Message, message } from '../base/message';
import type { Span } from '../base/text';
import { findCycles } from './cycles';
import { textInstead } from './instead';
import { type Guess, guesser } from './nearest';
import type { Dependency, DependencyType, Milestone, Plan } from './plan';
import { milestoneRef, type ReadPlan } from './planFile';
import type { Problem } from './problem';
import { firstProblems } from './problems';
import { silenced } from './silence';

/** One resolved dependency. */
export interface Link {
  /** `uri#key` of the milestone that comes first. */
  readonly predecessor: string;
  /** `uri#key` of the milestone that depends on it. */
  readonly successor: string;
  readonly type: DependencyType;
  readonly lag?: Duration;
  /** Part of a cycle, or of a milestone on one around it: shown, but not followed by any computation. */
  readonly inCycle: boolean;
}

export interface Joined {
  readonly links: readonly Link[];
  /** `dependency.unknown`, `.ambiguous`, `.family` and `.cycle`, by the URI of the file they stand in. */
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
  /** The same links by number; absent where somebody else has put them together. */
  readonly numbers?: LinkNumbers;
}

/** Both ends of each link by its position: milestones counted over all plans in their order, a parent before its own. */
export interface LinkNumbers {
  readonly plans: readonly (Plan | undefined)[];
  readonly predecessor: Int32Array;
  readonly successor: Int32Array;
}

/** Without the text nothing can be written in place of a wrong dependency. */
export type JoinablePlan = Pick<ReadPlan, 'uri' | 'baseName' | 'plan' | 'file'> & Partial<Pick<ReadPlan, 'text'>>;

/** A problem before its place is known. */
interface Wrong extends Omit<Problem, 'span' | 'instead'> {
  /** The id that was most likely meant. */
  readonly meant?: string | undefined;
}

/** One milestone of the joined plans; `inside` are the indexes of the milestones directly in it. */
interface Member {
  readonly plan: JoinablePlan;
  readonly milestone: Milestone;
  readonly parent: number | undefined;
  readonly inside: number[];
}

/** A dependency that was found: indexes of members, and which entry of `dependsOn` it is. */
interface Found {
  readonly from: number;
  readonly to: number;
  readonly entry: number;
  readonly dependency: Dependency;
}

interface Join {
  readonly members: readonly Member[];
  /** By URI, then by id; of several milestones with one id, the first. */
  readonly ids: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly plansByName: ReadonlyMap<string, readonly JoinablePlan[]>;
  readonly problems: Map<string, Problem[]>;
  readonly guess: Guess;
}

/**
 * Resolves every dependency, in the file by id and in other files by `file-base-name/id`. A milestone that holds others waits for them too, so the
 * links that are not `inCycle`, together with parent after child, form no cycle. No depth of nesting and no length of a chain overflows it.
 */
export function joinPlans(plans: readonly JoinablePlan[]): Joined {
  const join = gather(plans);
  const found: Found[] = [];
  for (const index of join.members.keys()) found.push(...resolveAll(join, index));
  const inFamily = new Set(found.filter((link) => isInside(join, link.to, link.from)));
  for (const link of inFamily) reportFamily(join, link);
  const inCycle = markCycles(
    join,
    found.filter((link) => !inFamily.has(link)),
  );
  const links = found.map((link) => linkOf(join, link, inFamily.has(link) || inCycle.has(link)));
  const numbers = {
    plans: plans.map(({ plan }) => plan),
    predecessor: Int32Array.from(found, ({ from }) => from),
    successor: Int32Array.from(found, ({ to }) => to),
  };
  return { links, problems: new Map(plans.flatMap((plan) => reported(join, plan))), numbers };
}

/** The problems of one file that it does not silence. */
function reported(join: Join, { uri, file }: JoinablePlan): readonly (readonly [string, readonly Problem[]])[] {
  const list = join.problems.get(uri);
  return list ? [[uri, firstProblems(silenced(list, file.silences))]] : [];
}

function gather(plans: readonly JoinablePlan[]): Join {
  const members: Member[] = [];
  const ids = new Map<string, Map<string, number>>();
  const plansByName = new Map<string, JoinablePlan[]>();
  for (const plan of plans) {
    const known = new Map<string, number>();
    ids.set(plan.uri, known);
    const namesakes = plansByName.get(plan.baseName);
    if (namesakes) namesakes.push(plan);
    else plansByName.set(plan.baseName, [plan]);
    const open = [...(plan.plan?.milestones ?? [])]
      .reverse()
      .map((milestone) => ({ milestone, parent: undefined as number | undefined }));
    for (let next = open.pop(); next; next = open.pop()) {
      const { milestone, parent } = next;
      const index = members.length;
      members.push({ plan, milestone, parent, inside: [] });
      if (parent !== undefined) members[parent]?.inside.push(index);
      if (!known.has(milestone.id)) known.set(milestone.id, index);
      for (const inner of milestone.milestones.toReversed()) open.push({ milestone: inner, parent: index });
    }
  }
  return { members, ids, plansByName, problems: new Map(), guess: guesser() };
}

function resolveAll(join: Join, to: number): Found[] {
  const found: Found[] = [];
  for (const [entry, dependency] of (join.members[to]?.milestone.dependsOn ?? []).entries()) {
    const from = resolve(join, to, entry, dependency);
    if (from !== undefined) found.push({ from, to, entry, dependency });
  }
  return found;
}

function resolve(join: Join, to: number, entry: number, { id }: Dependency): number | undefined {
  const plan = join.members[to]?.plan;
  const own = plan && join.ids.get(plan.uri);
  if (!plan || !own) return undefined;
  const slash = id.indexOf('/');
  if (slash < 0) return own.get(id) ?? unknown(join, to, entry, id, () => own.keys());
  const name = id.slice(0, slash);
  const rest = id.slice(slash + 1);
  const named = join.plansByName.get(name) ?? [];
  if (name === plan.baseName && own.has(rest)) return own.get(rest);
  const matches = named.flatMap(({ uri }) => join.ids.get(uri)?.get(rest) ?? []);
  if (matches.length > 1) {
    const said = message('Several plans are called {name} and have a milestone {id}. The first of them is taken.', {
      name,
      id: rest,
    });
    problemAt(join, to, entry, { code: 'dependency.ambiguous', severity: 'warning', message: said });
  }
  return matches[0] ?? unknown(join, to, entry, id, () => elsewhere(join, named, name));
}

/** What can stand in place of an unknown `name/id`: the ids of the plans with this name, or else names of plans. */
function elsewhere(join: Join, named: readonly JoinablePlan[], name: string): string[] {
  if (named.length === 0) return [...join.plansByName.keys()].map((other) => `${other}/`);
  return named.flatMap(({ uri }) => [...(join.ids.get(uri)?.keys() ?? [])].map((id) => `${name}/${id}`));
}

function unknown(join: Join, to: number, entry: number, id: string, candidates: () => Iterable<string>): undefined {
  const slash = id.indexOf('/');
  const noPlan = slash >= 0 && !join.plansByName.has(id.slice(0, slash));
  const meant = join.guess(noPlan ? id.slice(0, slash + 1) : id, candidates);
  const whole = noPlan && meant ? meant + id.slice(slash + 1) : meant;
  const args = { id, meant: whole ?? '' };
  const said = meant
    ? message('There is no milestone {id}. Is it {meant}?', args)
    : message('There is no milestone {id}.', args);
  problemAt(join, to, entry, { code: 'dependency.unknown', severity: 'error', message: said, meant: whole });
}

/** Whether member `inner` lies in member `outer`, at any depth. */
function isInside(join: Join, inner: number, outer: number): boolean {
  for (let at = join.members[inner]?.parent; at !== undefined; at = join.members[at]?.parent)
    if (at === outer) return true;
  return false;
}

function reportFamily(join: Join, { from, to, entry }: Found): void {
  const args = { outer: join.members[from]?.milestone.id ?? '' };
  const said = message(
    'This milestone is part of {outer}, which is not done before it is. A milestone cannot wait for one it is part of.',
    args,
  );
  problemAt(join, to, entry, { code: 'dependency.family', severity: 'error', message: said });
}

/** The links that lie on a cycle, each cycle reported at the entry of `dependsOn` that closes it. */
function markCycles(join: Join, links: readonly Found[]): ReadonlySet<Found> {
  const waitsFor: { readonly on: number; readonly link?: Found }[][] = join.members.map(({ inside }) =>
    inside.map((on) => ({ on })),
  );
  for (const link of links) waitsFor[link.to]?.push({ on: link.from, link });
  const { component, cycles } = findCycles(waitsFor);
  for (const cycle of cycles) {
    const closing = cycle.findLast(({ edge }) => edge.link !== undefined)?.edge.link;
    if (closing)
      reportCycle(
        join,
        closing,
        cycle.map(({ node }) => node),
      );
  }
  return new Set(links.filter(({ from, to }) => component[from] !== undefined && component[from] === component[to]));
}

function reportCycle(join: Join, { to, entry }: Found, nodes: readonly number[]): void {
  const at = join.members[to]?.plan.uri;
  const names = nodes.map((node) => {
    const member = join.members[node];
    if (!member) return '';
    return member.plan.uri === at ? member.milestone.id : `${member.plan.baseName}/${member.milestone.id}`;
  });
  problemAt(join, to, entry, { code: 'dependency.cycle', severity: 'error', message: cycleMessage(names) });
}

const mostNames = 30;

function cycleMessage(names: readonly string[]): Message {
  if (names.length === 1) return message('This milestone waits for itself.');
  const path = [...names.slice(0, mostNames), ...(names.length > mostNames ? ['…'] : []), names[0] ?? ''].join(' → ');
  return message('These milestones wait for each other, so none can be done first: {path}.', { path });
}

/** Reported where the file stands as it was read; in a file that is broken now there is no such place. */
function problemAt(join: Join, to: number, entry: number, found: Wrong): undefined {
  const member = join.members[to];
  const places = member?.plan.file.plan && member.plan.file.places.get(member.milestone.key);
  const span: Span | undefined = places?.predecessors?.[entry] ?? places?.items.get('dependsOn')?.[entry];
  if (!member || !span) return;
  const { meant, ...problem } = found;
  const { uri, text } = member.plan;
  const written = member.milestone.dependsOn[entry]?.id;
  const instead = meant && text && written ? textInstead(text, span, written, meant) : undefined;
  const list = join.problems.get(uri) ?? [];
  join.problems.set(uri, list);
  list.push({ ...problem, span, ...(instead === undefined ? {} : { instead }) });
}

function linkOf(join: Join, { from, to, dependency }: Found, inCycle: boolean): Link {
  const ref = (index: number) => {
    const member = join.members[index];
    return member ? milestoneRef(member.plan.uri, member.milestone) : '';
  };
  const { type, lag } = dependency;
  return { predecessor: ref(from), successor: ref(to), type, ...(lag ? { lag } : {}), inCycle };
}
