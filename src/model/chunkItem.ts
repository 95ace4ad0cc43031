// Items of the list of milestones, read by themselves. Knows neither their file nor where they stand there.
import { isMap, isSeq, type YAMLSeq } from 'yaml';
import type { Span } from '../base/text';
import { type Cell, cellOf, listOf } from './cells';
import { checkMilestones } from './chunkCheck';
import type { People } from './chunkPeople';
import { type Signs, signsOf } from './chunkSigns';
import { assignKeys } from './keys';
import { type Loaded, loadLightly, maxBytesCap, utf8Length } from './load';
import { countingGuesser } from './nearest';
import type { Milestone } from './plan';
import type { Places } from './planFile';
import type { Problem } from './problem';
import { inOrder } from './problems';
import { readMilestone, readMilestones } from './read';
import { type Reading, startReading } from './reading';

/** What one item says. All its places count from `base` characters before its text. */
export interface Chunk {
  readonly text: string;
  readonly base: number;
  /** UTF-8 bytes. */
  readonly bytes: number;
  /** Words and signs it was taken apart into, and what guessing what was meant has cost: both have limits for the whole file. */
  readonly tokens: number;
  readonly guessed: number;
  /** Where its dash stands and where its value ends. */
  readonly dash: number;
  readonly end: number;
  /** None when it is no milestone. */
  readonly milestone: Milestone | undefined;
  /** The places of the milestone and of all that lie in it. */
  readonly members: ReadonlyMap<Milestone, Places>;
  /** The same by the key each has in this item alone, a parent first. */
  readonly places: ReadonlyMap<string, Places>;
  /** Two of its milestones have one id. */
  readonly hasTwins: boolean;
  /** What is wrong with it when no other item has an id of its, by place. */
  readonly problems: readonly Problem[];
  /** The parts of `problems` that do not depend on any other item: of its values, and where its fields contradict each other. */
  readonly valueProblems: readonly Problem[];
  readonly checkProblems: readonly Problem[];
  readonly comments: readonly Span[];
  readonly signs: Signs;
  /** Who is named in it. */
  readonly asked: ReadonlySet<string>;
  /** Those it was read with. */
  readonly people: People;
}

/** Before the items stands the line that makes them a list, so that they are read exactly as in their file. */
export const beforeItems = 'milestones:\n';

/**
 * Reads the items of one stretch of a list, each of which begins at one of `starts`; `undefined` when one of them cannot stand alone: because
 * together they are no YAML, or other items than these, or have aliases. Items of one text are the same whatever stands around them, as long as the
 * same people are known.
 */
export function readChunks(text: string, starts: readonly number[], people: People): readonly Chunk[] | undefined {
  // A line end of old, which is one for some and none for others.
  if (/\r(?!\n)/.test(text)) return undefined;
  const bases = starts.map((start) => beforeItems.length + start);
  const loaded = loadLightly(beforeItems + text, { maxBytes: maxBytesCap, marks: bases });
  const list = listIn(loaded, bases);
  if (!list || loaded.problems.length > 0 || loaded.aliases.size > 0) return undefined;
  const around = cellOf(loaded, list, undefined);
  const items = listOf(loaded, around) ?? [];
  const chunks: Chunk[] = [];
  let comment = 0;
  for (const [at, base] of bases.entries()) {
    const item = items[at];
    if (!item) return undefined;
    const own = loaded.text.slice(base, bases[at + 1]);
    const firstComment = comment;
    while ((loaded.comments[comment]?.start ?? Number.POSITIVE_INFINITY) < base + own.length) comment++;
    const read = readItem(loaded, item, people);
    chunks.push({
      text: own,
      base,
      bytes: utf8Length(own),
      tokens: (loaded.tokens[at + 1] ?? 0) - (at === 0 ? 0 : (loaded.tokens[at] ?? 0)),
      dash: base + own.indexOf('-'),
      comments: loaded.comments.slice(firstComment, comment),
      signs: signsOf(own, read.members.keys()),
      ...read,
    });
  }
  return chunks;
}

type Read = Omit<Chunk, 'text' | 'base' | 'bytes' | 'tokens' | 'dash' | 'comments' | 'signs'>;

function readItem(loaded: Loaded, item: Cell, people: People): Read {
  const members = new Map<Milestone, Places>();
  const { guess, spent } = countingGuesser();
  const asked = people.startAsking();
  const reading: Reading = {
    ...startReading(loaded, (cell) => readMilestones(cell, reading, members)),
    people: people.known,
    guess,
  };
  const { problems } = reading;
  const milestone = readMilestone(item, reading, members);
  const all = milestone ? [milestone] : [];
  const ofValues = problems.length;
  const places = assignKeys(all, members, reading);
  const ofKeys = problems.length;
  checkMilestones(all, places, reading);
  return {
    guessed: spent(),
    end: item.span.end,
    milestone,
    members,
    places,
    hasTwins: members.size > 1 && new Set([...members.keys()].map(({ id }) => id)).size < members.size,
    problems: problems.length > 1 ? inOrder(problems) : problems,
    valueProblems: problems.slice(0, ofValues),
    checkProblems: problems.slice(ofKeys),
    asked,
    people,
  };
}

/** Whether an item that was read would be read the same with these people. */
export function isSameFor(chunk: Chunk, people: People): boolean {
  if (chunk.people === people || chunk.asked.size === 0) return true;
  // What was meant by an unknown name depends on all people there are.
  for (const name of chunk.asked) if (!people.has(name) || !chunk.people.has(name)) return false;
  return true;
}

/** The list of exactly the items that begin at these places; `undefined` when there is anything else. */
function listIn({ document }: Loaded, starts: readonly number[]): YAMLSeq | undefined {
  const map = document?.contents;
  if (!isMap(map) || map.items.length !== 1) return undefined;
  const list = map.items[0]?.value;
  if (!isSeq(list) || list.flow || list.items.length !== starts.length) return undefined;
  const isThere = (item: unknown, at: number) => {
    const start = startOf(item);
    return start >= (starts[at] ?? 0) && start < (starts[at + 1] ?? Number.POSITIVE_INFINITY);
  };
  return list.items.every(isThere) ? list : undefined;
}

function startOf(node: unknown): number {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
    ? Number(node.range[0])
    : -1;
}
