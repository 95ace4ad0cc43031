// An issued summary as a file: what was promised and how it was made, in front of the text that was sent. Knows no disk; what it reads is hostile.
import { type Day, isoDay, parseDay } from '../base/day';
import { type Message, message } from '../base/message';
import { frontMatterOf, frontMatterText } from './frontMatter';
import type { Promised } from './promises';
import { textDigest } from './summaryFileDigest';

export interface IssuedSummary {
  readonly on: Day;
  /** Name of the plan file, without a folder. */
  readonly plan: string;
  /** One of `audiences` in report/. */
  readonly audience: string;
  /** BCP 47. */
  readonly language: string;
  /** `textDigest` of the text of the plan. */
  readonly planDigest: string;
  /** Full name of the git commit that holds this very text of the plan. */
  readonly commit?: string;
  readonly since?: Day;
  /** Whatever else making it again needs. */
  readonly options: SummaryFileOptions;
  readonly promises: readonly Promised[];
  /** Of the summary before it, which this one told the fate of. */
  readonly before?: readonly Promised[];
}

export type SummaryFileOptions = Readonly<Record<string, string | number | boolean>>;

export interface SummaryFile {
  readonly summary: IssuedSummary;
  /** The text that was issued. */
  readonly body: string;
  /** Whether the text below the front matter is another one than was issued. */
  readonly edited: boolean;
}

export function summaryFileText(summary: IssuedSummary, body: string): string {
  const { on, since, promises, before } = summary;
  const { plan, audience, language, planDigest, commit, options } = summary;
  const text = tidy(body);
  const front = frontMatterText({
    milepost: 'summary',
    version: 1,
    on: isoDay(on),
    plan,
    audience,
    language,
    since: since === undefined ? undefined : isoDay(since),
    commit,
    planDigest,
    textDigest: textDigest(text),
    options,
    promises: promises.map(written),
    before: before?.map(written),
  });
  return `${front}\n${text}`;
}

/** One line break at the end, none before it, and all of one kind: what an editor or git may change of a text that nobody touched. */
function tidy(body: string): string {
  return `${body.replace(/\r\n?/g, '\n').replace(/^\n+|\n+$/g, '')}\n`;
}

function written({ id, title, due }: Promised): object {
  return { id, title, due: isoDay(due) };
}

/** The reason where it is no issued summary. Never throws. */
export function readSummaryFile(text: string): SummaryFile | Message {
  const front = frontMatterOf(text);
  if ('refused' in front) return front.refused;
  const { fields } = front;
  const body = tidy(front.body);
  if (fields.milepost !== 'summary') return message('It is not a summary that Milepost issued.');
  if (fields.version !== 1) return message('It was issued by a newer version of Milepost.');
  const summary = summaryOf(fields);
  return 'text' in summary ? summary : { summary, body, edited: fields.textDigest !== textDigest(body) };
}

const missing = Symbol('missing');
/** A value as it was found to be; `missing` where it is not there, `undefined` where it is wrong. */
type Found<Value> = Value | typeof missing | undefined;

function summaryOf(values: Readonly<Record<string, unknown>>): IssuedSummary | Message {
  const take = <Value>(key: string, read: (value: unknown) => Value | undefined): Found<Value> =>
    Object.hasOwn(values, key) ? read(values[key]) : missing;
  const needed = {
    on: take('on', dayIn),
    plan: take('plan', matching(fileName)),
    audience: take('audience', matching(/^[a-z][a-z-]{0,30}$/)),
    language: take('language', matching(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/)),
    planDigest: take('planDigest', matching(/^v1:sha256:[0-9a-f]{64}$/)),
    options: take('options', optionsIn),
    promises: take('promises', promisesIn),
  };
  const optional = {
    commit: take('commit', matching(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/)),
    since: take('since', dayIn),
    before: take('before', promisesIn),
  };
  const wrong =
    Object.entries(needed).find(([, value]) => value === undefined || value === missing) ??
    Object.entries(optional).find(([, value]) => value === undefined);
  if (wrong) return message('Its line “{key}” is missing or cannot be read.', { key: wrong[0] });
  const found = Object.entries({ ...needed, ...optional }).filter(([, value]) => value !== missing);
  return Object.fromEntries(found) as unknown as IssuedSummary;
}

/** Nothing that leads into another folder. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about.
const fileName = /^(?!\.{1,2}$)[^/\\\u0000-\u001F\u007F]{1,255}$/;

function matching(pattern: RegExp): (value: unknown) => string | undefined {
  return (value) => (typeof value === 'string' && pattern.test(value) ? value : undefined);
}

function dayIn(value: unknown): Day | undefined {
  return typeof value === 'string' ? parseDay(value) : undefined;
}

const mostOptions = 50;

function optionsIn(value: unknown): SummaryFileOptions | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  const isPlain = entries.every(
    ([key, each]) => key !== '__proto__' && ['string', 'number', 'boolean'].includes(typeof each),
  );
  return isPlain && entries.length <= mostOptions ? Object.fromEntries(entries) : undefined;
}

/** A plan of the greatest size has fewer milestones. */
const mostPromises = 200_000;

function promisesIn(value: unknown): readonly Promised[] | undefined {
  if (!Array.isArray(value) || value.length > mostPromises) return undefined;
  const found = value.flatMap((each: unknown) => promisedIn(each) ?? []);
  return found.length === value.length ? found : undefined;
}

function promisedIn(value: unknown): Promised | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, title, due } = value as Record<string, unknown>;
  const day = dayIn(due);
  if (typeof id !== 'string' || typeof title !== 'string' || day === undefined) return undefined;
  return { id, title, due: day };
}
