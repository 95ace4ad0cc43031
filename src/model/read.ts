// A plan file's text as a plan, with the place of every part and a problem wherever the text is wrong. Knows no other file and no day "today".
import { message } from '../base/message';
import type { Span } from '../base/text';
import { type Cell, cellOf, type Entry, isEmpty, listOf } from './cells';
import { checkPlan } from './check';
import { milestoneShape, planShape } from './fields';
import { assignKeys } from './keys';
import type { Fields } from './kinds';
import { type Loaded, type LoadOptions, loadText } from './load';
import type { Milestone, Plan } from './plan';
import type { Places, PlanFile } from './planFile';
import { firstProblems } from './problems';
import { type Reading, report, startReading } from './reading';
import { type Group, readGroup } from './readValue';
import { slugOf } from './slug';
import { statusOf } from './status';

/** Of a file with more milestones than this, the first ones are read. */
const maxMilestones = 5_000;

/**
 * Reads a plan file. Never throws: what is wrong with the text is in `problems`, sorted by place, and costs no more than the field or milestone
 * it stands in. A text that is no YAML, exceeds a limit or holds no map has no plan. `baseName` is the project where the text names none.
 */
export function readPlanFile(text: string, baseName: string, options: LoadOptions = {}): PlanFile {
  return readText(text, baseName, options).file;
}

/** A text as YAML and as the plan file it is. */
export interface TextReading {
  readonly loaded: Loaded;
  readonly file: PlanFile;
}

/** Reads a text like `readPlanFile` and gives its nodes too. */
export type ReadText = (text: string, baseName: string, options?: LoadOptions) => TextReading;

export const readText: ReadText = (text, baseName, options = {}) => {
  const loaded = loadText(text, options);
  return { loaded, file: readLoaded(loaded, baseName) };
};

/** Keeps what it read last, which takes about 100 bytes for each character of the text. */
export interface KeepingReader {
  readonly read: ReadText;
  /** Lets go of what was read last. */
  readonly forget: () => void;
}

/**
 * Ticking a task reads the text before it, the text after it, and then the plan anew. With one reader for all three, only the text after it is
 * really read, because the others are the last text again.
 */
export function keepingReader(): KeepingReader {
  let last:
    | { readonly baseName: string; readonly maxBytes: number | undefined; readonly reading: TextReading }
    | undefined;
  const read: ReadText = (text, baseName, options = {}) => {
    const { maxBytes } = options;
    if (last?.baseName === baseName && last.maxBytes === maxBytes && last.reading.loaded.text === text)
      return last.reading;
    const reading = readText(text, baseName, options);
    last = { baseName, maxBytes, reading };
    return reading;
  };
  const forget = () => {
    last = undefined;
  };
  return { read, forget };
}

function readLoaded(loaded: Loaded, baseName: string): PlanFile {
  const { document } = loaded;
  if (!document) return broken(firstProblems(loaded.problems));
  const milestonePlaces = new Map<Milestone, Places>();
  const reading = startReading(loaded, (cell) => readMilestones(cell, reading, milestonePlaces));
  const cell = cellOf(loaded, document.contents, undefined);
  const nothing = isEmpty(cell, false);
  const top = nothing ? emptyPlan(reading, cell) : readGroup(planShape, cell, reading);
  if (!top) return broken(firstProblems(reading.problems));
  const plan: Plan = { ...top.values, project: top.values.project ?? baseName };
  const places = assignKeys(plan.milestones, milestonePlaces, reading);
  const fields = valueSpans(planShape.fields, top.entries);
  checkPlan(plan, fields, places, reading);
  return { plan, problems: firstProblems(reading.problems), places, fields };
}

/** A file without any content, or with comments only, is a plan to which nothing was added yet. */
function emptyPlan(reading: Reading, { span }: Cell): Group<typeof planShape.fields> | undefined {
  const loaded = loadText('{}');
  const cell = cellOf(loaded, loaded.document?.contents, undefined);
  return readGroup(planShape, { ...cell, span }, { ...reading, loaded });
}

function broken(problems: PlanFile['problems']): PlanFile {
  return { plan: undefined, problems, places: new Map(), fields: new Map() };
}

function readMilestones(
  cell: Cell,
  reading: Reading,
  places: Map<Milestone, Places>,
): readonly Milestone[] | undefined {
  const items = listOf(reading.loaded, cell);
  if (!items) {
    return report(
      reading,
      'type.invalid',
      cell.span,
      message('A list of milestones is expected here, each behind a dash on a line of its own.'),
    );
  }
  const milestones: Milestone[] = [];
  const spans: Span[] = [];
  for (const item of items) {
    if (places.size >= maxMilestones) {
      report(
        reading,
        'file.tooManyMilestones',
        item.span,
        message('Only the first {limit} milestones of a file are read. Split it into several plans.', {
          limit: maxMilestones,
        }),
      );
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

function readMilestone(item: Cell, reading: Reading, places: Map<Milestone, Places>): Milestone | undefined {
  const read = readGroup(milestoneShape, item, reading);
  if (!read) return undefined;
  const { id, status, ...values } = read.values;
  const key = id ?? slugOf(values.title);
  const milestone: Milestone = {
    ...values,
    id: key,
    idWritten: id !== undefined,
    key,
    ...(status === undefined ? {} : { statusWritten: status }),
    status: statusOf(status, values),
  };
  const fields = valueSpans(milestoneShape.fields, read.entries);
  places.set(milestone, {
    span: item.span,
    title: fields.get('title') ?? item.span,
    fields,
    items: entrySpans(milestone, reading),
    predecessors: milestone.dependsOn.map((dependency) => reading.references.get(dependency) ?? item.span),
  });
  return milestone;
}

function valueSpans(known: Fields, entries: ReadonlyMap<string, Entry>): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>();
  for (const { name, value } of entries.values()) if (Object.hasOwn(known, name)) spans.set(name, value.span);
  return spans;
}

function entrySpans(milestone: Milestone, reading: Reading): ReadonlyMap<string, readonly Span[]> {
  const items = new Map<string, readonly Span[]>();
  for (const [name, value] of Object.entries(milestone)) {
    const spans = Array.isArray(value) ? reading.places.get(value) : undefined;
    if (spans) items.set(name, spans);
  }
  return items;
}
