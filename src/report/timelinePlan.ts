// The rows of one plan, column by column, kept for as long as the plan stands as it does. Knows no other plan and computes no figure of its own.
import type { MilestoneConsent } from '../agreement/consents';
import type { Day } from '../base/day';
import type { Say } from '../base/message';
import type { Milestone } from '../model/plan';
import { milestoneRef } from '../model/planFile';
import type { MilestoneSchedule, PlanSchedule } from '../schedule/schedule';
import type { PlanSnapshot } from '../snapshot';
import { consentNote, consentWord } from './consentWords';
import { type Ground, groundOf } from './ground';
import { plain } from './plain';
import { closedDaysOf, columnWords, type PlanColumns, planColumns } from './timelineColumns';
import { type Marks, milestoneMarks, planMarks } from './timelineMarks';
import { type ClosedDays, noDay, rowStates } from './timelineRows';
import type { RowWords } from './timelineWords';
import { planState, stateOf } from './words';

export interface PlanRows {
  readonly columns: PlanColumns;
  /** Indexes in `columns.owner` are of this list. */
  readonly owners: readonly string[];
  readonly calendar: ClosedDays;
  /** Row of each ref. */
  readonly places: ReadonlyMap<string, number>;
  readonly driven: readonly Driven[];
}

/** A critical milestone whose date a predecessor decides. */
export interface Driven {
  readonly row: number;
  /** Rows of the milestones it lies in. */
  readonly inside: readonly number[];
  readonly by: string;
}

interface Kept {
  readonly plan: PlanSnapshot;
  readonly say: Say;
  readonly rows: PlanRows;
}

const kept = new WeakMap<PlanSchedule, Kept>();

/** Remembered by identity: the schedule of a plan is the same value for as long as nothing about the plan has changed. */
export function planRows(plan: PlanSnapshot, say: Say, words: () => RowWords): PlanRows {
  const known = kept.get(plan.schedule);
  const isSame = known?.say === say && known.plan.uri === plan.uri && known.plan.stale === plan.stale;
  if (isSame && known.plan.plan === plan.plan && sameConsents(known.plan, plan)) return known.rows;
  const rows = freshRows(plan, say, words());
  kept.set(plan.schedule, { plan, say, rows });
  return rows;
}

/** Requests are read a moment later than their plan. */
function sameConsents({ agreement: before }: PlanSnapshot, { agreement: now }: PlanSnapshot): boolean {
  if (before === now) return true;
  return (
    before.consents.size === now.consents.size &&
    [...now.consents].every(([key, { state }]) => before.consents.get(key)?.state === state)
  );
}

interface Making {
  readonly plan: PlanSnapshot;
  readonly say: Say;
  readonly words: RowWords;
  readonly ground: Ground;
  readonly columns: PlanColumns;
  readonly write: ReturnType<typeof columnWords>['write'];
  readonly driven: Driven[];
}

function freshRows(plan: PlanSnapshot, say: Say, words: RowWords): PlanRows {
  const columns = planColumns(countOf(plan.plan.milestones, plan.schedule) + 1);
  const { owners, write } = columnWords(say);
  const making: Making = { plan, say, words, ground: groundOf(plan), columns, write, driven: [] };
  const count = addMilestones(making, plan.plan.milestones, { row: 1, around: [] });
  columns.inside[0] = count - 1;
  planRow(making);
  if (plan.stale) columns.stale.fill(1);
  const places = new Map(columns.refs.map((ref, row) => [ref, row]));
  return { columns, owners, calendar: closedDaysOf(plan.plan.calendar), places, driven: making.driven };
}

/** Those that have a row. */
function countOf(milestones: readonly Milestone[], schedule: PlanSchedule): number {
  let count = 0;
  for (const each of milestones) if (schedule.milestones.has(each.key)) count += 1 + countOf(each.milestones, schedule);
  return count;
}

interface Place {
  readonly row: number;
  /** Rows of the milestones around. */
  readonly around: readonly number[];
}

/** The row after the last one. */
function addMilestones(making: Making, milestones: readonly Milestone[], { row, around }: Place): number {
  let next = row;
  for (const milestone of milestones) {
    const known = making.plan.schedule.milestones.get(milestone.key);
    if (!known) continue;
    const own = next;
    milestoneRow(making, milestone, known, { row: own, around });
    const inner = { row: own + 1, around: milestone.milestones.length > 0 ? [...around, own] : around };
    next = addMilestones(making, milestone.milestones, inner);
    making.columns.inside[own] = next - own - 1;
  }
  return next;
}

function milestoneRow(making: Making, milestone: Milestone, schedule: MilestoneSchedule, { row, around }: Place): void {
  const { plan, words, ground, columns } = making;
  const title = plain(milestone.title);
  const { shown, spoken } = words.milestone(milestone, schedule, ground);
  const marks = milestoneMarks(words.marks, schedule, schedule.spanEnd, ground);
  columns.refs[row] = milestoneRef(plan.uri, milestone);
  columns.titles[row] = title;
  columns.details[row] = shown;
  columns.labels[row] = `${title}, ${spoken}, ${words.dates(milestone, schedule)}${marks.spoken}`;
  columns.depth[row] = Math.min(around.length + 1, 255);
  columns.state[row] = rowStates.indexOf(stateOf(milestone, schedule));
  columns.progress[row] = schedule.progressPercent;
  columns.start[row] = schedule.spanStart ?? noDay;
  columns.end[row] = schedule.spanEnd ?? noDay;
  columns.baseline[row] = milestone.baseline ?? noDay;
  columns.deadline[row] = milestone.deadline ?? noDay;
  putMarks(columns, row, marks);
  const consent = plan.agreement.consents.get(milestone.key);
  if (consent) putConsent(making, row, consent);
  making.write(columns, row, { plan: plan.plan, milestone, schedule, consent });
  if (schedule.critical && schedule.driver?.kind === 'predecessor')
    making.driven.push({ row, inside: around, by: schedule.driver.ref });
}

function putMarks(columns: PlanColumns, row: number, { forecast, lateFinish, flags, note }: Marks): void {
  columns.notes[row] = note;
  columns.forecast[row] = forecast ?? noDay;
  columns.lateFinish[row] = lateFinish ?? noDay;
  columns.flags[row] = flags;
}

/** The mark says that there is something; the words say what. */
function putConsent({ columns, say }: Making, row: number, consent: MilestoneConsent): void {
  const [word, note] = [consentWord(consent), consentNote(consent)];
  if (word) columns.labels[row] += `, ${say(word)}`;
  if (note) columns.notes[row] = [columns.notes[row] ?? '', say(note)].filter((part) => part !== '').join(' · ');
}

function planRow({ plan, words, columns }: Making): void {
  const { schedule } = plan;
  const { deadline } = plan.plan;
  const state = planState(schedule);
  const title = plain(plan.plan.project);
  const detail = words.plan(plan);
  const { start, end } = spanOf(plan);
  const isTold = schedule.forecast !== undefined && deadline !== undefined && schedule.forecast > deadline;
  const marks = planMarks(words.marks, schedule, end, isTold);
  columns.refs[0] = plan.uri;
  columns.titles[0] = title;
  columns.details[0] = detail;
  columns.labels[0] = words.label(title, state, detail) + marks.spoken;
  columns.state[0] = rowStates.indexOf(state);
  columns.progress[0] = schedule.progressPercent;
  columns.start[0] = start ?? noDay;
  columns.end[0] = end ?? noDay;
  columns.deadline[0] = deadline ?? noDay;
  putMarks(columns, 0, marks);
}

/** The bar of a project reaches over all of its milestones, and from its stated start. */
function spanOf({ plan, schedule }: PlanSnapshot): { readonly start?: Day; readonly end?: Day } {
  let start = plan.start;
  let end: Day | undefined;
  for (const { spanStart, spanEnd } of schedule.milestones.values()) {
    if (spanEnd !== undefined && (end === undefined || spanEnd > end)) end = spanEnd;
    const first = spanStart ?? spanEnd;
    if (first !== undefined && (start === undefined || first < start)) start = first;
  }
  if (end === undefined) return {};
  return start === undefined || start >= end ? { end } : { start, end };
}
