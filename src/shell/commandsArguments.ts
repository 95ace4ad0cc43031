// Reads what a command was called with: an argument object, a tree row with the selected rows, a file or nothing. Knows no editor.
import { type ProblemCode, problemCodes } from '../model/codes';
import { type Approval, decisions, type PaymentState, paymentStates, type Status, statuses } from '../model/plan';
import { type ExportFormat, exportFormats } from '../protocol/messages';
import { type Audience, audiences } from '../report/audience';
import { type SummaryLanguage, summaryLanguages } from '../report/languages';
import type { GroupBy } from '../report/outlineGroups';
import { groupings, itemFields, rowTarget, type Target } from './commandsTargets';

/** What a caller may say, checked; every field is optional, for what is missing is asked. */
export interface CommandArguments {
  readonly id?: string;
  /** The plan's URI as text. */
  readonly plan?: string;
  /** `YYYY-MM-DD` or words such as `next friday`; for a dependency, the id or the reference of what comes first. */
  readonly on?: string;
  readonly due?: string;
  /** Why a date moves. */
  readonly reason?: string;
  /** Whether what depends on a milestone is rescheduled with it, or the person is asked. */
  readonly shiftDependents?: boolean | 'ask';
  readonly target?: string;
  readonly status?: Status;
  readonly percent?: number;
  readonly task?: number | string;
  readonly criterion?: number | string;
  readonly deliverable?: number | string;
  readonly done?: boolean;
  readonly title?: string;
  readonly after?: string;
  readonly audience?: Audience;
  /** Of a summary. */
  readonly language?: SummaryLanguage;
  /** The period of a summary: a day such as `2026-11-02`, or with `git:` in front a commit, branch or tag; without it, since the last one. */
  readonly since?: string;
  readonly mermaid?: boolean;
  /** URI of a template of a summary. */
  readonly template?: string;
  readonly trace?: boolean;
  readonly project?: string;
  readonly folder?: string;
  readonly by?: GroupBy;
  readonly code?: ProblemCode;
  readonly format?: ExportFormat;
  /** Of a payment. */
  readonly state?: PaymentState;
  /** The number of an invoice. */
  readonly invoice?: string;
  readonly invoiceFormat?: 'markdown' | 'csv';
  /** Calendar days until an invoice is to be paid. */
  readonly dueDays?: number;
  /** Whether what was made is noted in the plan. */
  readonly record?: boolean;
  /** Ids of several milestones of one plan. */
  readonly ids?: readonly string[];
  /** Of a request for approval. */
  readonly requestFormat?: 'markdown' | 'email' | 'html';
  /** What was written back. */
  readonly reply?: string;
  /** Who decided: a key of `people`, or a name. */
  readonly person?: string;
  readonly decision?: Approval['decision'];
  readonly note?: string;
  /** The code of a request, or the whole digest. */
  readonly request?: string;
  /** Of the file to write, as text. */
  readonly uri?: string;
}

export interface Call {
  readonly args: CommandArguments;
  /** Rows of the tree or the timeline it was called on; empty when it was called from elsewhere. */
  readonly rows: readonly Target[];
  /** A keybinding of the tree: the selected rows are meant. */
  readonly onSelection: boolean;
  /** A row was clicked: show the place and leave focus where it is. */
  readonly preview: boolean;
  /** Another extension, a task or a test called it: it gets a rejected promise where a person gets a sentence. */
  readonly byProgram: boolean;
}

/** The names of fields that are wrong, for the sentence of the caller's error. */
export interface BadArguments {
  readonly bad: string;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 10_000;
const isPlace = (value: unknown): value is number | string =>
  isText(value) || (Number.isInteger(value) && Number(value) >= 0);

const fields: Readonly<Record<keyof CommandArguments, (value: unknown) => boolean>> = {
  id: isText,
  plan: isText,
  on: isText,
  due: isText,
  reason: isText,
  shiftDependents: (value) => typeof value === 'boolean' || value === 'ask',
  target: isText,
  status: (value) => statuses.some((status) => status === value),
  percent: (value) => typeof value === 'number' && value >= 0 && value <= 100,
  task: isPlace,
  criterion: isPlace,
  deliverable: isPlace,
  done: (value) => typeof value === 'boolean',
  title: isText,
  after: isText,
  audience: (value) => audiences.some((audience) => audience === value),
  language: (value) => summaryLanguages.some((language) => language === value),
  since: isText,
  mermaid: (value) => typeof value === 'boolean',
  template: isText,
  trace: (value) => typeof value === 'boolean',
  project: isText,
  folder: isText,
  by: (value) => groupings.some((by) => by === value),
  code: (value) => problemCodes.some((code) => code === value),
  format: (value) => exportFormats.some((format) => format === value),
  state: (value) => paymentStates.some((state) => state === value),
  invoice: isText,
  invoiceFormat: (value) => value === 'markdown' || value === 'csv',
  dueDays: (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 3650,
  record: (value) => typeof value === 'boolean',
  ids: (value) => Array.isArray(value) && value.length > 0 && value.length <= 200 && value.every(isText),
  requestFormat: (value) => value === 'markdown' || value === 'email' || value === 'html',
  reply: (value) => typeof value === 'string' && value.length <= 1_000_000,
  person: isText,
  decision: (value) => decisions.some((decision) => decision === value),
  note: isText,
  request: isText,
  uri: isText,
};

/** Reads the raw arguments of a command. What a caller gets wrong is named, never guessed. */
export function readCall(raw: readonly unknown[]): Call | BadArguments {
  const [first, second] = raw;
  const row = readRow(first);
  if (row) {
    // The editor gives the selected rows where the command was called on one of them.
    const selected = Array.isArray(second) ? second.flatMap((other) => readRow(other) ?? []) : [];
    const done =
      typeof first === 'object' && first !== null && 'item' in first && 'done' in first ? first.done : undefined;
    const on = typeof first === 'object' && first !== null && 'ref' in first && 'on' in first ? first.on : undefined;
    return person(
      { ...(typeof done === 'boolean' ? { done } : {}), ...(isText(on) ? { on } : {}) },
      {
        rows: selected.length > 0 ? selected : [row],
        preview: second === 'preview',
      },
    );
  }
  if (isUri(first)) return person({ plan: first.toString() });
  if (first === undefined || first === null) return person({});
  // A link carries a code alone.
  const code = problemCodes.find((known) => known === first);
  if (code !== undefined) return person({ code });
  if (typeof first !== 'object' || Array.isArray(first)) return { bad: typeof first };
  const entries = Object.entries(first).filter(([, value]) => value !== undefined);
  if (entries.some(([name, value]) => name === 'tree' && value === true)) return person({}, { onSelection: true });
  const wrong = entries.filter(([name, value]) => !isField(name) || !fields[name](value));
  if (wrong.length > 0) return { bad: wrong.map(([name]) => name.slice(0, 40)).join(', ') };
  return {
    args: Object.fromEntries(entries),
    rows: [],
    onSelection: false,
    preview: false,
    byProgram: entries.length > 0,
  };
}

function isField(name: string): name is keyof CommandArguments {
  return Object.hasOwn(fields, name);
}

function person(args: CommandArguments, more: Partial<Call> = {}): Call {
  return { args, rows: [], onSelection: false, preview: false, byProgram: false, ...more };
}

/** A row of the timeline is its reference; a row of the tree is a row of the outline. */
function readRow(value: unknown): Target | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(value));
  const [ref, item] = [fields.get('ref'), fields.get('item')];
  if (typeof ref === 'string') return item === undefined ? { ref } : readItem(ref, item);
  const [kind, uri] = [rowKinds.find((known) => known === fields.get('kind')), fields.get('uri')];
  if (kind === undefined || typeof uri !== 'string') return undefined;
  const [milestone, index] = [fields.get('milestone'), fields.get('index')];
  return rowTarget({
    kind,
    uri,
    ...(typeof milestone === 'string' ? { milestone } : {}),
    ...(typeof index === 'number' ? { index } : {}),
  });
}

const rowKinds = ['plan', 'group', 'milestone', 'task', 'criterion', 'deliverable'] as const;

function readItem(ref: string, item: unknown): Target {
  if (typeof item !== 'object' || item === null || !('field' in item && 'index' in item)) return { ref };
  const { index } = item;
  const field = itemFields.find((known) => known === item.field);
  return field && typeof index === 'number' ? { ref, item: { field, index } } : { ref };
}

function isUri(value: unknown): value is { toString(): string } {
  return typeof value === 'object' && value !== null && 'scheme' in value && 'path' in value && 'fsPath' in value;
}
