// Everything in a file around its list of milestones, read as a small file of its own. Knows no milestone.
import { isMap, isScalar } from 'yaml';
import type { Span } from '../base/text';
import { noticingPeople, type People } from './chunkPeople';
import { shift, shiftProblem } from './chunkShift';
import { type Signs, signsOf } from './chunkSigns';
import type { Split } from './chunkSplit';
import { type Loaded, loadLightly, maxBytesCap, utf8Length } from './load';
import { countingGuesser } from './nearest';
import type { Plan } from './plan';
import type { Problem } from './problem';
import { inOrder } from './problems';
import { readLoaded } from './read';

export interface Frame {
  readonly head: string;
  readonly tail: string;
  readonly baseName: string;
  readonly bytes: number;
  readonly tokens: number;
  readonly guessed: number;
  /** Without its milestones. */
  readonly plan: Plan;
  /** By place: those before the list, and those behind it, which count from where the list ends. */
  readonly before: readonly Problem[];
  readonly behind: readonly Problem[];
  readonly people: People;
  /** Head and tail as YAML. */
  readonly loaded: Loaded;
  readonly signs: Signs;
  /** The values of its fields; those behind the list count from the end of `head`. */
  readonly fields: ReadonlyMap<string, Span>;
}

/** Reads what stands around the list; `undefined` when that is no plain map by itself in which the list is the value of `milestones`. */
export function readFrame(text: string, { keyAt, starts, end }: Split, baseName: string): Frame | undefined {
  const head = detached(text.slice(0, starts[0]));
  const tail = detached(text.slice(end));
  // Instructions to YAML count for the whole file.
  if (/^%/m.test(head) || /^%/m.test(tail)) return undefined;
  const loaded = loadLightly(head + tail, { maxBytes: maxBytesCap });
  if (!isFrame(loaded, keyAt) || loaded.problems.length > 0) return undefined;
  // An alias behind the list may name something in it.
  if (tail !== '' && loaded.aliases.size > 0) return undefined;
  const { guess, spent } = countingGuesser();
  const { plan, problems, fields, people } = readLoaded(loaded, baseName, guess);
  if (!plan) return undefined;
  const isBehind = ({ span }: Problem) => span.start >= head.length;
  return {
    head,
    tail,
    baseName,
    bytes: utf8Length(head) + utf8Length(tail),
    tokens: loaded.tokens[0] ?? 0,
    guessed: spent(),
    plan,
    before: inOrder(problems.filter((problem) => !isBehind(problem))),
    behind: inOrder(problems.filter(isBehind).map((problem) => shiftProblem(problem, -head.length))),
    people: noticingPeople(people),
    loaded,
    signs: signsOf(loaded.text, []),
    fields,
  };
}

/** Whether a frame was read from these parts of a text. */
export function isFrameOf(frame: Frame, text: string, { starts, end }: Split, baseName: string): boolean {
  return (
    frame.baseName === baseName &&
    frame.head.length === starts[0] &&
    frame.tail.length === text.length - end &&
    text.startsWith(frame.head) &&
    text.endsWith(frame.tail)
  );
}

/** The places of top-level fields in the whole text. */
export function fieldsAround(frame: Frame, list: Span, length: number): ReadonlyMap<string, Span> {
  const fields = new Map<string, Span>();
  for (const [name, span] of frame.fields) {
    if (name === 'milestones') fields.set(name, list);
    else fields.set(name, span.start >= frame.head.length ? shift(span, length) : span);
  }
  return fields;
}

/** `milestones` is written once, and nothing stands behind it. */
function isFrame({ document }: Loaded, keyAt: number): boolean {
  const map = document?.contents;
  if (!isMap(map) || map.flow) return false;
  const keys = map.items.filter(({ key }) => isScalar(key) && key.source === 'milestones');
  const { key, value } = keys[0] ?? {};
  if (keys.length !== 1 || !isScalar(key) || key.range?.[0] !== keyAt || key.type !== 'PLAIN') return false;
  return value === null || (isScalar(value) && value.source === '' && value.type === 'PLAIN' && !value.tag);
}

/** A part of a text that does not keep the whole text in memory. */
function detached(part: string): string {
  return ` ${part}`.slice(1);
}
