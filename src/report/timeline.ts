// The snapshot as rows of the timeline, column by column. Knows no pixels and computes no figure of its own.
import type { Day } from '../base/day';
import { message, type Say } from '../base/message';
import type { Milestone } from '../model/plan';
import { milestoneRef } from '../model/planFile';
import type { MilestoneSchedule } from '../schedule/schedule';
import type { PlanSnapshot, Snapshot } from '../snapshot';
import { planDetail, type Standing, standingKey, standingOf, withPercent } from './detail';
import { type Ground, groundOf } from './ground';
import { plain } from './plain';
import { type Columns, type ColumnWords, closedDaysOf, columnWords, noColumns } from './timelineColumns';
import { type Marks, type MarkWords, markWords, milestoneMarks, noMarks, planMarks } from './timelineMarks';
import { overloadsOf } from './timelineOverloads';
import { noDay, type RowState, rowFlags, rowStates, type TimelineRows } from './timelineRows';
import { planState, stateOf, stateWord } from './words';

/** All plans, or the one with the URI `plan`. Rows are in file order, a plan before its milestones, a milestone before those inside. */
export function timelineRows(snapshot: Snapshot, say: Say, options: { readonly plan?: string } = {}): TimelineRows {
  const words = wordsFor(say);
  const rows: Row[] = [];
  const plans = snapshot.plans.filter((plan) => options.plan === undefined || plan.uri === options.plan);
  plans.forEach((plan, calendar) => addPlan({ plan, calendar, ground: groundOf(plan), words }, rows));
  const links = linksBetween(rows, snapshot);
  return {
    count: rows.length,
    today: snapshot.today,
    refs: rows.map((row) => row.ref),
    titles: rows.map((row) => row.title),
    details: rows.map((row) => row.detail),
    notes: rows.map((row) => row.marks.note),
    labels: rows.map((row) => row.label + row.marks.spoken),
    depth: Uint8Array.from(rows, (row) => Math.min(row.depth, 255)),
    inside: Int32Array.from(rows, (row) => row.inside),
    state: Uint8Array.from(rows, (row) => rowStates.indexOf(row.state)),
    progress: Uint8Array.from(rows, (row) => row.progress),
    start: Int32Array.from(rows, (row) => row.start ?? noDay),
    end: Int32Array.from(rows, (row) => row.end ?? noDay),
    baseline: Int32Array.from(rows, (row) => row.baseline ?? noDay),
    deadline: Int32Array.from(rows, (row) => row.deadline ?? noDay),
    forecast: Int32Array.from(rows, (row) => row.marks.forecast ?? noDay),
    lateFinish: Int32Array.from(rows, (row) => row.marks.lateFinish ?? noDay),
    flags: Uint8Array.from(rows, (row) => row.marks.flags | row.columns.flags),
    links: links.pairs,
    criticalLinks: links.critical,
    overloads: overloadsOf(plans, say),
    stale: Uint8Array.from(rows, (row) => (row.stale ? 1 : 0)),
    statedStart: Int32Array.from(rows, (row) => row.columns.statedStart),
    statedDue: Int32Array.from(rows, (row) => row.columns.statedDue),
    variance: Int32Array.from(rows, (row) => row.columns.variance),
    float: Int32Array.from(rows, (row) => row.columns.float),
    owners: words.columns.owners,
    owner: Int32Array.from(rows, (row) => row.columns.owner),
    tags: rows.map((row) => row.columns.tags),
    amounts: rows.map((row) => row.columns.amount),
    payment: Uint8Array.from(rows, (row) => row.columns.payment),
    approval: Uint8Array.from(rows, (row) => row.columns.approval),
    calendars: plans.map(({ plan }) => closedDaysOf(plan.calendar)),
    calendar: Int32Array.from(rows, (row) => row.calendar),
  };
}

interface Row {
  readonly ref: string;
  readonly title: string;
  readonly detail: string;
  readonly label: string;
  readonly depth: number;
  inside: number;
  readonly state: RowState;
  readonly progress: number;
  start: Day | undefined;
  end: Day | undefined;
  readonly baseline: Day | undefined;
  readonly deadline: Day | undefined;
  readonly stale: boolean;
  marks: Marks;
  readonly columns: Columns;
  /** Of its plan, among those shown. */
  readonly calendar: number;
  /** The predecessor that decides the date of a critical milestone. */
  readonly drivenBy: string | undefined;
}

interface Parts {
  readonly plan: PlanSnapshot;
  readonly calendar: number;
  readonly ground: Ground;
  readonly words: Words;
}

function addPlan(parts: Parts, rows: Row[]): void {
  const { plan, words } = parts;
  const { schedule } = plan;
  const title = plain(plan.plan.project);
  const detail = words.plan(plan);
  const row: Row = {
    ref: plan.uri,
    title,
    detail,
    label: words.label(title, planState(schedule), detail),
    depth: 0,
    inside: 0,
    state: planState(schedule),
    progress: schedule.progressPercent,
    start: plan.plan.start,
    end: undefined,
    baseline: undefined,
    deadline: plan.plan.deadline,
    stale: plan.stale,
    marks: noMarks,
    columns: noColumns,
    calendar: parts.calendar,
    drivenBy: undefined,
  };
  const at = rows.push(row) - 1;
  const add = (milestones: readonly Milestone[], depth: number) => {
    for (const milestone of milestones) {
      const known = schedule.milestones.get(milestone.key);
      if (!known) continue;
      const inner = milestoneRow(parts, milestone, known, depth);
      const place = rows.push(inner);
      add(milestone.milestones, depth + 1);
      inner.inside = rows.length - place;
    }
  };
  add(plan.plan.milestones, 1);
  row.inside = rows.length - at - 1;
  span(row, rows.slice(at + 1));
  const { forecast } = schedule;
  const isTold = forecast !== undefined && row.deadline !== undefined && forecast > row.deadline;
  row.marks = planMarks(words.marks, schedule, row.end, isTold);
}

/** The bar of a project reaches over all of its milestones, and from its stated start. */
function span(row: Row, inner: readonly Row[]): void {
  for (const { start, end } of inner) {
    if (end !== undefined && (row.end === undefined || end > row.end)) row.end = end;
    const first = start ?? end;
    if (first !== undefined && (row.start === undefined || first < row.start)) row.start = first;
  }
  if (row.end === undefined || row.start === undefined || row.start >= row.end) row.start = undefined;
}

function milestoneRow(
  { plan, calendar, ground, words }: Parts,
  milestone: Milestone,
  schedule: MilestoneSchedule,
  depth: number,
): Row {
  const title = plain(milestone.title);
  const { shown, spoken } = words.milestone(milestone, schedule, ground);
  return {
    ref: milestoneRef(plan.uri, milestone),
    title,
    detail: shown,
    label: `${title}, ${spoken}, ${words.dates(milestone, schedule)}`,
    depth,
    inside: 0,
    state: stateOf(milestone, schedule),
    progress: schedule.progressPercent,
    start: schedule.spanStart,
    end: schedule.spanEnd,
    baseline: milestone.baseline,
    deadline: milestone.deadline,
    stale: plan.stale,
    marks: milestoneMarks(words.marks, schedule, schedule.spanEnd, ground),
    columns: words.columns.of(plan.plan, milestone, schedule),
    calendar,
    drivenBy: schedule.critical && schedule.driver?.kind === 'predecessor' ? schedule.driver.ref : undefined,
  };
}

interface Words {
  plan(plan: PlanSnapshot): string;
  label(title: string, state: RowState, detail: string): string;
  milestone(
    milestone: Milestone,
    schedule: MilestoneSchedule,
    ground: Ground,
  ): { readonly shown: string; readonly spoken: string };
  dates(milestone: Milestone, schedule: MilestoneSchedule): string;
  readonly marks: MarkWords;
  readonly columns: ColumnWords;
}

/** Thousands of rows share a few hundred dates and phrases, so each is put into words once. */
function wordsFor(say: Say): Words {
  const days = new Map<Day, string>();
  const dayText = (day: Day) => days.get(day) ?? keep(days, day, say(message('{day}', { day: { day } })));
  const standings = new Map<string, Standing>();
  const phrases = new Map<string, string>();
  const sayOnce: Say = (text) => {
    const key = `${text.text} ${text.args.percent}`;
    return phrases.get(key) ?? keep(phrases, key, say(text));
  };
  return {
    plan: (plan) => planDetail(plan, say),
    label: (title, state, detail) => [title, say(stateWord(state)), detail].join(', '),
    milestone: (milestone, schedule, ground) => {
      const { progressPercent } = schedule;
      const key = standingKey(milestone, schedule, ground);
      const standing =
        standings.get(key) ?? keep(standings, key, standingOf(milestone, withoutOutlook(schedule), ground, say));
      return withPercent(standing, progressPercent, sayOnce);
    },
    dates: (milestone, { spanStart, spanEnd }) => {
      const end = milestone.due ?? spanEnd;
      if (end === undefined) return say(message('no date'));
      if (spanStart === undefined || spanStart >= end) return dayText(end);
      return say(message('{start} to {end}', { start: dayText(spanStart), end: dayText(end) }));
    },
    marks: markWords(say, dayText),
    columns: columnWords(say),
  };
}

/** The marks of a row tell what the schedule adds, in words of their own beside their shapes. */
function withoutOutlook(schedule: MilestoneSchedule): MilestoneSchedule {
  const { forecast: _forecast, totalFloatDays: _float, ...stated } = schedule;
  return { ...stated, critical: false };
}

function keep<Key, Value>(values: Map<Key, Value>, key: Key, value: Value): Value {
  values.set(key, value);
  return value;
}

/** Pairs of row indexes for the links whose both ends have a row, and which of them the critical path runs along. */
function linksBetween(rows: readonly Row[], snapshot: Snapshot): { pairs: Int32Array; critical: Uint8Array } {
  if (snapshot.links.length === 0) return { pairs: new Int32Array(), critical: new Uint8Array() };
  const places = new Map(rows.map((row, index) => [row.ref, index]));
  const driving = drivingPairs(rows, places);
  const pairs: number[] = [];
  const critical: number[] = [];
  for (const { predecessor, successor } of snapshot.links) {
    const from = places.get(predecessor);
    const to = places.get(successor);
    if (from === undefined || to === undefined) continue;
    pairs.push(from, to);
    critical.push(driving.has(from * rows.length + to) ? 1 : 0);
  }
  return { pairs: Int32Array.from(pairs), critical: Uint8Array.from(critical) };
}

/** Pairs as one number each. A dependency of a milestone drives what lies inside it too, so every milestone around counts as its successor. */
function drivingPairs(rows: readonly Row[], places: ReadonlyMap<string, number>): ReadonlySet<number> {
  const pairs = new Set<number>();
  const around: number[] = [];
  rows.forEach(({ depth, drivenBy }, row) => {
    around.length = depth;
    around[depth] = row;
    const from = drivenBy === undefined ? undefined : places.get(drivenBy);
    if (from === undefined || ((rows[from]?.marks.flags ?? 0) & rowFlags.critical) === 0) return;
    for (const to of around) pairs.add(from * rows.length + to);
  });
  return pairs;
}
