// What the parts of a file say together, equal to what the whole file says. Knows no YAML.
import type { Span } from '../base/text';
import { fieldsAround } from './chunkFrame';
import type { Chunk } from './chunkItem';
import type { Parts } from './chunkParts';
import { type ChunkPlaces, placesIn } from './chunkPlaces';
import { shift, shiftPlaces, shiftProblem } from './chunkShift';
import { needWhole, type Signs } from './chunkSigns';
import { assignKeys } from './keys';
import type { Milestone } from './plan';
import type { Places, PlanFile } from './planFile';
import type { Problem } from './problem';
import { firstOf, firstProblems, inOrder } from './problems';
import { startReading } from './reading';
import { silenced } from './silence';
import { wholeFile } from './wholeFile';

/** The plan file that the parts make. Spans inside the list are computed when somebody asks for them. */
export function joinParts(parts: Parts): PlanFile {
  const owners = ownersOf(parts.chunks);
  const { milestones, located, places } = owners ? withoutTwins(parts, owners) : withTwins(parts);
  const plan = { ...parts.frame.plan, milestones };
  const fields = fieldsOf(parts);
  if (!needWhole(signsIn(parts))) {
    const problems = firstOf(located, ({ problem }) => problem.severity, made);
    return { plan, problems, places, fields, silences: [] };
  }
  const { text, frame } = parts;
  const { problems: more, silences } = wholeFile(
    { text, comments: commentsIn(parts), document: frame.loaded.document },
    plan,
    places,
  );
  const problems = firstProblems(silenced([...located.map(made), ...more], silences));
  return { plan, problems, places, fields, silences };
}

/** The file of a text that is no YAML. */
export function fileWithout(problem: Problem): PlanFile {
  return { plan: undefined, problems: [problem], places: new Map(), fields: new Map(), silences: [] };
}

interface Joined {
  readonly milestones: readonly Milestone[];
  /** By place. */
  readonly located: readonly Located[];
  readonly places: ReadonlyMap<string, Places>;
}

interface Located {
  readonly problem: Problem;
  /** How far it has to be moved. */
  readonly by: number;
}

function made({ problem, by }: Located): Problem {
  return by === 0 ? problem : shiftProblem(problem, by);
}

/** For each key of a milestone the index of its chunk; `undefined` when two milestones have one id. */
function ownersOf(chunks: readonly Chunk[]): ReadonlyMap<string, number> | undefined {
  const owners = new Map<string, number>();
  let count = 0;
  let at = 0;
  for (const { places, hasTwins } of chunks) {
    if (hasTwins) return undefined;
    for (const key of places.keys()) owners.set(key, at);
    count += places.size;
    at++;
  }
  return owners.size === count ? owners : undefined;
}

function withoutTwins(parts: Parts, owners: ReadonlyMap<string, number>): Joined {
  const { frame, chunks, starts } = parts;
  const milestones: Milestone[] = [];
  const located: Located[] = frame.before.map((problem) => ({ problem, by: 0 }));
  let at = 0;
  for (const { milestone, problems, base } of chunks) {
    if (milestone) milestones.push(milestone);
    for (const problem of problems) located.push({ problem, by: (starts[at] ?? 0) - base });
    at++;
  }
  for (const problem of frame.behind) located.push({ problem, by: parts.end });
  return { milestones, located, places: placesIn((owner) => placed(parts, owner), owners) };
}

function placed({ chunks, starts }: Parts, at: number): ChunkPlaces | undefined {
  const [chunk, start] = [chunks[at], starts[at]];
  return chunk && start !== undefined ? { places: chunk.places, by: start - chunk.base } : undefined;
}

/** When two milestones have one id, the later one gets another key, so it is made anew, and what is said of ids follows from the whole file. */
function withTwins({ text, frame, chunks, starts, end }: Parts): Joined {
  const shared = chunksWithTwins(chunks);
  const members = new Map<Milestone, Places>();
  const milestones: Milestone[] = [];
  const ofValues: Problem[] = [...frame.before];
  const ofChecks: Problem[] = [];
  for (const [at, chunk] of chunks.entries()) {
    const by = (starts[at] ?? 0) - chunk.base;
    if (chunk.milestone) milestones.push(takeOver(chunk.milestone, { chunk, by, anew: shared.has(at), members }));
    for (const problem of chunk.valueProblems) ofValues.push(shiftProblem(problem, by));
    for (const problem of chunk.checkProblems) ofChecks.push(shiftProblem(problem, by));
  }
  const loaded = { text, document: undefined, aliases: new Map(), comments: [], tokens: [], problems: [] };
  const reading = startReading(loaded, () => undefined);
  const places = assignKeys(milestones, members, reading);
  const behind = frame.behind.map((problem) => shiftProblem(problem, end));
  const problems = inOrder([...ofValues, ...reading.problems, ...ofChecks, ...behind]);
  return { milestones, located: problems.map((problem) => ({ problem, by: 0 })), places };
}

/** The indexes of chunks with a milestone whose id is that of another one. */
function chunksWithTwins(chunks: readonly Chunk[]): ReadonlySet<number> {
  const first = new Map<string, number>();
  const shared = new Set<number>();
  for (const [at, { members }] of chunks.entries()) {
    for (const { id } of members.keys()) {
      const other = first.get(id);
      if (other === undefined) first.set(id, at);
      else shared.add(at).add(other);
    }
  }
  return shared;
}

interface Taking {
  readonly chunk: Chunk;
  readonly by: number;
  /** Its key may become another. */
  readonly anew: boolean;
  /** The milestones with their places in the whole text. */
  readonly members: Map<Milestone, Places>;
}

function takeOver(milestone: Milestone, taking: Taking): Milestone {
  const { chunk, by, anew, members } = taking;
  const milestones = milestone.milestones.map((inner) => takeOver(inner, taking));
  const taken = anew ? { ...milestone, key: milestone.id, milestones } : milestone;
  const places = chunk.members.get(milestone);
  if (places) members.set(taken, shiftPlaces(places, by));
  return taken;
}

function fieldsOf({ frame, chunks, starts, end }: Parts): PlanFile['fields'] {
  const [first] = chunks;
  const from = starts[0] ?? 0;
  const last = chunks.at(-1);
  const list = {
    start: from + (first ? first.dash - first.base : 0),
    end: (starts.at(-1) ?? 0) + (last ? last.end - last.base : 0),
  };
  return fieldsAround(frame, list, end - from);
}

function* signsIn({ frame, chunks }: Parts): Generator<Signs> {
  yield frame.signs;
  for (const { signs } of chunks) yield signs;
}

function commentsIn({ frame, chunks, starts, end }: Parts): readonly Span[] {
  const { comments } = frame.loaded;
  const around = frame.head.length;
  return [
    ...comments.filter(({ start }) => start < around),
    ...chunks.flatMap((chunk, at) => chunk.comments.map((span) => shift(span, (starts[at] ?? 0) - chunk.base))),
    ...comments.filter(({ start }) => start >= around).map((span) => shift(span, end - around)),
  ];
}
