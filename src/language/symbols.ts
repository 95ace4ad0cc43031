// The outline of a plan's text: the plan, its milestones, and in them tasks and criteria, each with its state. Knows no editor.
import { type Message, message, type Say } from '../base/message';
import type { Span } from '../base/text';
import type { Milestone } from '../model/plan';
import type { Places } from '../model/planFile';
import { dayNear, type Ground, groundOf } from '../report/ground';
import { plain } from '../report/plain';
import { stateOf, stateWord } from '../report/words';
import type { PlanSnapshot } from '../snapshot';
import { lineStart } from './idsEntries';
import type { Page } from './page';
import { scannedSymbols } from './symbolsByLine';
import type { PlanSymbol } from './symbolsKinds';

/** A text that cannot be read now is looked at line by line, which tells titles and no states. */
export function symbolsOf(page: Page, say: Say): readonly PlanSymbol[] {
  const { file, text } = page;
  const { plan } = file;
  if (!plan) return scannedSymbols(text);
  const teller = tellerOf(page, say);
  const children = plan.milestones.flatMap((milestone) => milestoneSymbol(milestone, file.places, teller) ?? []);
  const project = file.fields.get('project');
  const first = project ?? file.fields.get('milestones');
  if (!first) return children;
  const start = Math.min(lineStart(text, first.start), ...children.slice(0, 1).map(({ span }) => span.start));
  const title = project && project.end > project.start ? project : { start, end: start };
  const name = plain(plan.project) || page.baseName || '…';
  return [{ kind: 'plan', name, detail: '', cancelled: false, span: { start, end: text.length }, title, children }];
}

interface Teller {
  readonly say: Say;
  readonly stateOf: (milestone: Milestone) => Message | undefined;
}

function tellerOf({ snapshot, uri, text }: Page, say: Say): Teller {
  const plan = snapshot?.plans.find((candidate) => candidate.uri === uri);
  // States of another text than this one may be those of other milestones.
  if (!snapshot || !plan || plan.text !== text) return { say, stateOf: () => undefined };
  const ground = groundOf(plan);
  return { say, stateOf: (milestone) => state(plan, milestone, ground) };
}

/** The state and the one day that belongs to it. The day, not how far away it is: an outline stays as it is until the text changes. */
function state({ schedule }: PlanSnapshot, milestone: Milestone, ground: Ground): Message | undefined {
  const own = schedule.milestones.get(milestone.key);
  if (!own) return undefined;
  const word = stateWord(stateOf(milestone, own));
  const day = own.health === 'done' ? milestone.completed : (milestone.due ?? own.forecast ?? milestone.deadline);
  return day === undefined ? word : message('{state} · {day}', { state: word, day: dayNear(day, ground) });
}

function milestoneSymbol(
  milestone: Milestone,
  places: ReadonlyMap<string, Places>,
  teller: Teller,
): PlanSymbol | undefined {
  const place = places.get(milestone.key);
  if (!place) return undefined;
  const told = teller.stateOf(milestone);
  const { span } = place;
  const children = [
    ...entries(
      'task',
      milestone.tasks.map(({ title, done }) => ({ name: title, done })),
      place,
      teller,
    ),
    ...entries(
      'criterion',
      milestone.acceptanceCriteria.map(({ text, done }) => ({ name: text, done })),
      place,
      teller,
    ),
    ...milestone.milestones.flatMap((inner) => milestoneSymbol(inner, places, teller) ?? []),
  ];
  return {
    kind: 'milestone',
    name: plain(milestone.title) || '…',
    detail: told ? teller.say(told) : '',
    cancelled: milestone.status === 'cancelled',
    span,
    title: within(place.title, span),
    children: children.map((child) => inside(child, span)).sort((a, b) => a.span.start - b.span.start),
  };
}

function entries(
  kind: 'task' | 'criterion',
  values: readonly { readonly name: string; readonly done: boolean }[],
  { items, span }: Places,
  { say }: Teller,
): readonly PlanSymbol[] {
  const spans = items.get(kind === 'task' ? 'tasks' : 'acceptanceCriteria') ?? [];
  return values.map(({ name, done }, at) => {
    const own = spans[at] ?? { start: span.start, end: span.start };
    const detail = done ? say(kind === 'task' ? message('done') : message('met')) : '';
    return { kind, name: plain(name) || '…', detail, cancelled: false, span: own, title: own, children: [] };
  });
}

/** What an alias or a merge key brings along stands elsewhere; in the outline it stands where it counts. */
function inside(symbol: PlanSymbol, outer: Span): PlanSymbol {
  const { span } = symbol;
  if (span.start >= outer.start && span.end <= outer.end) return symbol;
  const moved = within(span, outer);
  const children = symbol.children.map((child) => inside(child, moved));
  return { ...symbol, span: moved, title: within(symbol.title, moved), children };
}

function within({ start, end }: Span, outer: Span): Span {
  const from = Math.max(outer.start, Math.min(start, outer.end));
  return { start: from, end: Math.max(from, Math.min(end, outer.end)) };
}
