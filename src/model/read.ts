// A plan file's text as a plan, with the place of every part and a problem wherever the text is wrong. Knows no other file and no day "today".
import { message } from '../base/message';
import type { Span } from '../base/text';
import { type Cell, cellOf, type Entry, isEmpty, listOf } from './cells';
import { checkPlan } from './check';
import { noList } from './expected';
import { milestoneShape, planShape } from './fields';
import { paymentShape } from './fieldsOfParts';
import { assignKeys } from './keys';
import type { Fields } from './kinds';
import { type Loaded, type LoadOptions, loadLightly, loadText } from './load';
import { guesser } from './nearest';
import type { Approval, Milestone, Plan } from './plan';
import type { Places, PlanFile } from './planFile';
import { firstProblems } from './problems';
import { placeOf, type Reading, report, startReading } from './reading';
import { type Group, readGroup } from './readValue';
import { silenced } from './silence';
import { slugOf } from './slug';
import { statusOf } from './status';
import { wholeFile } from './wholeFile';

/** Of a file with more milestones than this, the first ones are read. */
export const maxMilestones = 5_000;

/**
 * Reads a plan file. Never throws: what is wrong with the text is in `problems`, sorted by place, and costs no more than the field or milestone
 * it stands in. A text that is no YAML, exceeds a limit or holds no map has no plan. `baseName` is the project where the text names none.
 */
export function readPlanFile(text: string, baseName: string, options: LoadOptions = {}): PlanFile {
  return readText(text, baseName, options).file;
}

/** A text as YAML and as the plan file it is. */
export interface TextReading {
  /** With the tokens that edits go by: made when it is first asked for. */
  readonly loaded: Loaded;
  readonly file: PlanFile;
  /** Where the text was read in parts: those of its list of milestones. */
  readonly parts?: TextParts;
}

/** A list of milestones that was read item by item, without an alias in any of them. */
export interface TextParts {
  /** What stands before the list and behind it, as a text of its own; the first `head` characters stand before. */
  readonly frame: { readonly head: string; readonly loaded: Loaded };
  readonly chunks: readonly TextPart[];
  /** Where each item begins in the text. */
  readonly starts: readonly number[];
  /** Where the last one ends. */
  readonly end: number;
}

/** An item with all lines up to the next one. Its places count from `base` characters before it. */
export interface TextPart {
  readonly text: string;
  readonly base: number;
  /** By the key that each of its milestones has in this item alone. */
  readonly places: ReadonlyMap<string, Places>;
  /** Two of its milestones have one id. */
  readonly hasTwins: boolean;
}

export interface ReadOptions extends LoadOptions {
  /** The nodes will be asked for: a text that is read whole is loaded once, with all its tokens. */
  readonly nodes?: boolean;
}

/** Reads a text like `readPlanFile` and gives its nodes too. */
export type ReadText = (text: string, baseName: string, options?: ReadOptions) => TextReading;

export const readText: ReadText = (text, baseName, options = {}) => {
  const loaded = options.nodes ? loadText(text, options) : loadLightly(text, options);
  const { plan, problems: own, places, fields } = readLoaded(loaded, baseName);
  const whole = wholeFile(loaded, plan, places);
  const problems = firstProblems(silenced([...own, ...whole.problems], whole.silences));
  const file = { plan, problems, places, fields, silences: whole.silences };
  return options.nodes ? { loaded, file } : readingOf(text, options, file);
};

/** A reading whose nodes are made when they are asked for, because only edits need them. */
export function readingOf(text: string, options: LoadOptions, file: PlanFile, parts?: TextParts): TextReading {
  let loaded: Loaded | undefined;
  return {
    file,
    ...(parts ? { parts } : {}),
    get loaded() {
      loaded ??= loadText(text, options);
      return loaded;
    },
  };
}

/** A plan file whose problems are neither sorted nor cut. */
export interface ReadDocument extends PlanFile {
  /** The keys of `people`, wrong entries included. */
  readonly people: ReadonlySet<string>;
}

export function readLoaded(loaded: Loaded, baseName: string, guess = guesser()): ReadDocument {
  const { document } = loaded;
  if (!document) return broken(loaded.problems);
  const milestonePlaces = new Map<Milestone, Places>();
  const reading: Reading = {
    ...startReading(loaded, (cell) => readMilestones(cell, reading, milestonePlaces)),
    guess,
  };
  const cell = cellOf(loaded, document.contents, undefined);
  const nothing = isEmpty(cell, false);
  const top = nothing ? emptyPlan(reading, cell) : readGroup(planShape, cell, reading);
  if (!top) return broken(reading.problems);
  const plan: Plan = { ...top.values, project: top.values.project ?? baseName };
  const places = assignKeys(plan.milestones, milestonePlaces, reading);
  const fields = valueSpans(planShape.fields, top.entries);
  checkPlan(plan, fields, places, reading);
  return { plan, problems: reading.problems, places, fields, people: reading.people };
}

/** A file without any content, or with comments only, is a plan to which nothing was added yet. */
function emptyPlan(reading: Reading, { span }: Cell): Group<typeof planShape.fields> | undefined {
  const loaded = loadLightly('{}');
  const cell = cellOf(loaded, loaded.document?.contents, undefined);
  return readGroup(planShape, { ...cell, span }, { ...reading, loaded });
}

function broken(problems: PlanFile['problems']): ReadDocument {
  return { plan: undefined, problems, places: new Map(), fields: new Map(), people: new Set() };
}

/** Reads a list of milestones. */
export function readMilestones(
  cell: Cell,
  reading: Reading,
  places: Map<Milestone, Places>,
): readonly Milestone[] | undefined {
  const items = listOf(reading.loaded, cell);
  if (!items) {
    const said = message('A list of milestones is expected here, each behind a dash on a line of its own.');
    return noList(cell, reading, said);
  }
  const milestones: Milestone[] = [];
  const spans: Span[] = [];
  for (const item of items) {
    if (places.size >= maxMilestones) {
      report(reading, {
        code: 'file.tooManyMilestones',
        span: item.span,
        message: message('Only the first {limit} milestones of a file are read. Split it into several plans.', {
          limit: maxMilestones,
        }),
      });
      break;
    }
    const milestone = readMilestone(item, reading, places);
    if (!milestone) continue;
    milestones.push(milestone);
    spans.push(item.span);
  }
  reading.places.set(milestones, spans);
  return milestones;
}

/** Reads one milestone and notes its place and those of all in it. */
export function readMilestone(item: Cell, reading: Reading, places: Map<Milestone, Places>): Milestone | undefined {
  const read = readGroup(milestoneShape, item, reading);
  if (!read) return undefined;
  const { values } = read;
  const { id, status } = values;
  const key = id ?? slugOf(values.title);
  // What was read is nobody else's, and taking it apart to put it together again takes as long as reading it.
  const found = { id: key, idWritten: id !== undefined, key, status: statusOf(status, values) };
  const milestone: Milestone = Object.assign(values, found);
  if (status !== undefined) Object.assign(milestone, { statusWritten: status });
  const fields = valueSpans(milestoneShape.fields, read.entries);
  places.set(milestone, {
    span: item.span,
    title: fields.get('title') ?? item.span,
    fields,
    items: entrySpans(milestone, reading),
    predecessors: milestone.dependsOn.map((dependency) => reading.references.get(dependency) ?? item.span),
    criteria: milestone.acceptanceCriteria.map((criterion) => reading.references.get(criterion) ?? item.span),
    completions: completionsOf(milestone, reading),
    ...moneyPlaces(milestone, reading, item.span),
  });
  return milestone;
}

const noPayment: ReadonlyMap<string, Span> = new Map();
const noApprovals: readonly Span[] = [];

/** Most milestones have neither. */
function moneyPlaces(
  { payment, approvals }: Milestone,
  reading: Reading,
  whole: Span,
): Pick<Places, 'payment' | 'approvals'> {
  const entries = payment && reading.entries.get(payment);
  const place = (each: Approval) => placeOf(reading, each, 'digest') ?? placeOf(reading, each, 'decision') ?? whole;
  return {
    payment: entries ? valueSpans(paymentShape.fields, entries) : noPayment,
    approvals: approvals.length > 0 ? approvals.map(place) : noApprovals,
  };
}

const none: ReadonlyMap<number, Span> = new Map();

function completionsOf({ tasks }: Milestone, reading: Reading): ReadonlyMap<number, Span> {
  if (tasks.every(({ completed }) => completed === undefined)) return none;
  const found = new Map<number, Span>();
  for (const [at, task] of tasks.entries()) {
    const span = task.completed === undefined ? undefined : placeOf(reading, task, 'completed');
    if (span) found.set(at, span);
  }
  return found.size > 0 ? found : none;
}

function valueSpans(known: Fields, entries: ReadonlyMap<string, Entry>): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>();
  for (const { name, value } of entries.values()) if (Object.hasOwn(known, name)) spans.set(name, value.span);
  return spans;
}

/** The fields of a milestone that can hold a list. */
const listFields = (Object.keys(milestoneShape.fields) as (keyof typeof milestoneShape.fields)[]).filter((name) =>
  ['list', 'milestones'].includes(milestoneShape.fields[name].kind.is),
);

function entrySpans(milestone: Milestone, reading: Reading): ReadonlyMap<string, readonly Span[]> {
  const items = new Map<string, readonly Span[]>();
  for (const name of listFields) {
    const value = milestone[name];
    const spans = Array.isArray(value) ? reading.places.get(value) : undefined;
    if (spans) items.set(name, spans);
  }
  return items;
}
