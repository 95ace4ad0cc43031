// The few words that stand in a plan's text without being written: how far away a due date is, a day off, the title behind an id. Knows no editor.
import { type Day, weekday } from '../base/day';
import { counted, type Message, message, type Say } from '../base/message';
import type { Span } from '../base/text';
import type { Milestone, Plan } from '../model/plan';
import type { Places } from '../model/planFile';
import { slugOf } from '../model/slug';
import { knownMilestone } from '../report/known';
import { plain } from '../report/plain';
import { statusOf } from '../report/words';
import type { MilestoneSchedule } from '../schedule/schedule';
import { type WorkingDays, workingDaysOf } from '../schedule/workingDays';
import { isHoliday } from './hoverDays';
import { type PlanText, resolver } from './ids';
import type { Page } from './page';

export interface Inlay {
  /** Behind which the words stand. */
  readonly offset: number;
  readonly label: string;
  readonly tooltip: string;
}

/** The words to show between two offsets of the text; none while it cannot be read. */
export function inlaysIn(page: Page, within: Span, plans: readonly PlanText[], say: Say): readonly Inlay[] {
  const { plan } = page.file;
  const known = page.snapshot?.plans.find(({ uri }) => uri === page.uri);
  const today = known?.schedule.today ?? page.snapshot?.today;
  if (!plan || today === undefined) return [];
  const ground: Ground = { page, plan, today, say, days: workingDaysOf(plan), resolve: resolver(plans) };
  const inlays: Inlay[] = [];
  const look = (milestones: readonly Milestone[]) => {
    for (const milestone of milestones) {
      const places = page.file.places.get(milestone.key);
      if (!places || places.span.end < within.start || places.span.start > within.end) continue;
      // Of another text the schedule may be that of another milestone.
      const schedule = known?.text === page.text ? known.schedule.milestones.get(milestone.key) : undefined;
      inlays.push(...inlaysOf(ground, milestone, places, schedule));
      look(milestone.milestones);
    }
  };
  look(plan.milestones);
  return inlays.filter(({ offset }) => within.start <= offset && offset <= within.end);
}

interface Ground {
  readonly page: Page;
  readonly plan: Plan;
  readonly today: Day;
  readonly say: Say;
  readonly days: WorkingDays;
  readonly resolve: ReturnType<typeof resolver>;
}

function* inlaysOf(
  ground: Ground,
  milestone: Milestone,
  places: Places,
  schedule: MilestoneSchedule | undefined,
): Generator<Inlay> {
  const status = schedule ? statusOf(milestone, schedule) : milestone.status;
  if (status !== 'done' && status !== 'cancelled' && status !== 'on-hold') {
    const percent = schedule?.progressPercent ?? 0;
    if (schedule && derives(milestone) && percent > 0 && percent < 100)
      yield* inlay(ground, places.title, [message('{percent} %', { percent })], schedule.progressReason);
    if (milestone.start !== undefined) {
      const off = offWord(ground, milestone.start);
      if (off) yield* inlay(ground, places.fields.get('start'), [off.word], off.reason);
    }
    if (milestone.due !== undefined) yield* dueInlay(ground, milestone.due, places);
  }
  yield* predecessors(ground, milestone, places);
}

/** Progress that is written needs no word. */
function derives({ progress, tasks, acceptanceCriteria, milestones }: Milestone): boolean {
  return progress === undefined && tasks.length + acceptanceCriteria.length + milestones.length > 0;
}

function dueInlay(ground: Ground, due: Day, { fields }: Places): Iterable<Inlay> {
  const off = offWord(ground, due);
  const days = due - ground.today;
  const words = [distance(days), ...(off ? [off.word] : [])];
  return inlay(ground, fields.get('due'), words, off?.reason);
}

function distance(days: number): Message {
  if (days === 0) return message('today');
  if (days === 1) return message('tomorrow');
  return days > 0
    ? counted(days, 'in {count} day', 'in {count} days')
    : counted(-days, '{count} day late', '{count} days late');
}

function offWord({ plan, days }: Ground, day: Day): { readonly word: Message; readonly reason: Message } | undefined {
  if (days.works(day)) return undefined;
  if (isHoliday(plan, day))
    return { word: message('holiday'), reason: message('A holiday in the calendar of this plan') };
  return { word: weekdayWord(day), reason: message('No working day of the week') };
}

function weekdayWord(day: Day): Message {
  const words = [
    message('Mon!'),
    message('Tue!'),
    message('Wed!'),
    message('Thu!'),
    message('Fri!'),
    message('Sat!'),
    message('Sun!'),
  ];
  return words[weekday(day) - 1] ?? message('Sun!');
}

/** The title of what comes first, unless its id says the same. */
function* predecessors(ground: Ground, { dependsOn }: Milestone, places: Places): Generator<Inlay> {
  const { page, resolve, say } = ground;
  for (const [at, { id }] of dependsOn.entries()) {
    const named = resolve(page, id);
    const found = named && knownMilestone(page.snapshot, named.uri, named.key);
    const span = places.predecessors?.[at];
    if (!found || !span || slugOf(found.milestone.title) === id.slice(id.indexOf('/') + 1)) continue;
    const label = plain(found.milestone.title, 40);
    if (page.text[span.start] !== '*')
      yield { offset: span.end, label, tooltip: plain(say(found.schedule.healthReason), 300) };
  }
}

/** Nothing behind an alias: the value stands elsewhere. */
function* inlay(
  { page, say }: Ground,
  span: Span | undefined,
  words: readonly Message[],
  reason: Message | undefined,
): Generator<Inlay> {
  if (!span || span.end === span.start || page.text[span.start] === '*') return;
  yield { offset: span.end, label: words.map(say).join(' · '), tooltip: reason ? plain(say(reason), 300) : '' };
}
