// What hovering over a place of a plan's text tells: the meaning of a field, the state of a milestone, a day, a working time, a person. Knows no editor.
import { type Day, parseDay } from '../base/day';
import { parseDuration } from '../base/duration';
import type { Message, Say } from '../base/message';
import type { Span } from '../base/text';
import type { KindData } from '../model/kinds';
import type { Milestone, Plan } from '../model/plan';
import { allMilestones } from '../model/planFile';
import { knownMilestone } from '../report/known';
import { escapeMarkdown } from '../report/markdown';
import { plain } from '../report/plain';
import { dayLines, durationLine, rangeLines } from './hoverDays';
import { milestoneHover, personHover } from './hoverMilestone';
import { namedAt, type PlanText } from './ids';
import { innermost } from './idsPeople';
import type { Page } from './page';
import { type Where, whereAt } from './where';
import { fieldOf, plainKind } from './whereKinds';

export interface Hover {
  readonly span: Span;
  /** Markdown in which no text of the plan can act; one part below the other. */
  readonly parts: readonly string[];
}

export interface HoverOptions {
  readonly say: Say;
  /** Whether fields are explained; another extension may do that already. */
  readonly fields: boolean;
  /** All plans of the workspace, with the page's own text among them. */
  readonly plans: readonly PlanText[];
}

/** What there is to say about an offset; `undefined` where there is nothing. A text that cannot be read now has its fields, days and times explained. */
export function hoverAt(page: Page, offset: number, options: HoverOptions): Hover | undefined {
  const where = whereAt(page.text, offset);
  if (where.part === 'none') return undefined;
  const named = namedHover(page, offset, options);
  if (where.part === 'key') return named ?? (options.fields ? fieldHover(where) : undefined);
  const value = valueHover(page, where, offset, options.say);
  if (named && value) return { span: value.span, parts: [...value.parts, ...named.parts] };
  return named ?? value ?? stateHover(page, where, offset, options);
}

function fieldHover(where: Where): Hover | undefined {
  const field = where.field === undefined ? undefined : fieldOf(where.shape, where.field);
  if (!field) return undefined;
  const examples = field.examples.map((example) => `\`${example}\``).join(', ');
  return { span: where.word, parts: [examples === '' ? field.doc : `${field.doc}\n\n${examples}`] };
}

/** An id, a title an id follows from, a predecessor, a person. */
function namedHover(page: Page, offset: number, { plans, say }: HoverOptions): Hover | undefined {
  const found = namedAt(plans, page, offset);
  if (!found) return undefined;
  const { named, mention } = found;
  if (named.is === 'milestone') return milestoneParts(page, named, mention.span, say);
  const markdown = page.file.plan && personHover(page.file.plan, named.person, say);
  return markdown === undefined ? undefined : { span: mention.span, parts: [markdown] };
}

/** Nothing where the snapshot knows the milestone as it was before the last keystrokes changed what its state follows from. */
function milestoneParts(
  { snapshot, uri: own, file, text }: Page,
  { uri, key }: { readonly uri: string; readonly key: string },
  span: Span,
  say: Say,
): Hover | undefined {
  const known = knownMilestone(snapshot, uri, key);
  if (!snapshot || !known) return undefined;
  const now = uri === own && file.plan && known.plan.text !== text ? milestoneIn(file.plan, key) : known.milestone;
  if (!now || !isAsKnown(now, known.milestone)) return undefined;
  return { span, parts: [milestoneHover(snapshot, known, say)] };
}

function milestoneIn({ milestones }: Plan, key: string): Milestone | undefined {
  for (const milestone of allMilestones(milestones)) if (milestone.key === key) return milestone;
  return undefined;
}

const telling = [
  'title',
  'due',
  'deadline',
  'baseline',
  'start',
  'started',
  'completed',
  'status',
  'progress',
] as const;

function isAsKnown(now: Milestone, known: Milestone): boolean {
  return telling.every((name) => now[name] === known[name]);
}

/** The title, the due date and the status of a milestone tell of the milestone too. */
function stateHover(page: Page, where: Where, offset: number, { say }: HoverOptions): Hover | undefined {
  if (where.shape?.name !== 'milestone' || !tellsState(where)) return undefined;
  const around = innermost(page.file, offset);
  return around && milestoneParts(page, { uri: page.uri, key: around.milestone.key }, where.word, say);
}

function tellsState({ field }: Where): boolean {
  return field === 'title' || field === 'due' || field === 'status' || field === 'progress';
}

function valueHover(page: Page, where: Where, offset: number, say: Say): Hover | undefined {
  const known = page.snapshot?.plans.find(({ uri }) => uri === page.uri);
  const plan = page.file.plan ?? known?.plan;
  if (!plan || !where.kind) return undefined;
  const written = page.text.slice(where.word.start, where.word.end).replace(/^["']|["']$/g, '');
  const today = known?.schedule.today ?? page.snapshot?.today;
  const lines = valueLines(plainKind(where.kind) ?? where.kind, written, { plan, today, owner: ownerAt(page, offset) });
  if (lines.length === 0) return undefined;
  const own = lines.map((line) => escapeMarkdown(plain(say(line), 300))).join('  \n');
  const due = where.shape?.name === 'milestone' && where.field === 'due';
  const state = due ? stateHover(page, where, offset, { say, fields: false, plans: [] }) : undefined;
  return { span: where.word, parts: [own, ...(state?.parts ?? [])] };
}

interface Standing {
  readonly plan: Plan;
  readonly today: Day | undefined;
  readonly owner: string | undefined;
}

function valueLines(kind: KindData, written: string, { plan, today, owner }: Standing): readonly Message[] {
  if (written.length > 40) return [];
  if (kind.is === 'day' || kind.is === 'days') {
    const [first = '', last] = written.split('..');
    const from = parseDay(first.trimEnd());
    const to = last === undefined ? undefined : parseDay(last.trimStart());
    if (from !== undefined && to !== undefined && from <= to) return rangeLines(plan, from, to);
    if (from === undefined || last !== undefined || today === undefined) return [];
    return dayLines(plan, from, today);
  }
  if (kind.is !== 'duration' && kind.is !== 'impact') return [];
  const duration = parseDuration(written);
  return duration ? [durationLine(plan, duration, owner)] : [];
}

/** Whose hours count at an offset. */
function ownerAt({ file }: Page, offset: number): string | undefined {
  const around = innermost(file, offset);
  if (!around) return undefined;
  const at = (around.places.items.get('tasks') ?? []).findIndex(({ start, end }) => start <= offset && offset <= end);
  return around.milestone.tasks[at]?.owner ?? around.milestone.owner;
}
