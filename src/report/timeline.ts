// The snapshot as rows of the timeline, column by column. Knows no pixels and computes no figure of its own.
import type { Day } from '../base/day';
import { message, type Say } from '../base/message';
import type { Milestone } from '../model/plan';
import { milestoneRef } from '../model/planFile';
import type { MilestoneSchedule } from '../schedule/schedule';
import type { PlanSnapshot, Snapshot } from '../snapshot';
import { planDetail, type Standing, standingOf, withPercent } from './detail';
import { type Ground, groundsOf } from './ground';
import { plain } from './plain';
import { noDay, type RowState, rowStates, type TimelineRows } from './timelineRows';
import { planState, stateOf, stateWord } from './words';

/** All plans, or the one with the URI `plan`. Rows are in file order, a plan before its milestones, a milestone before those inside. */
export function timelineRows(snapshot: Snapshot, say: Say, options: { readonly plan?: string } = {}): TimelineRows {
  const words = wordsFor(say);
  const rows: Row[] = [];
  const groundOf = groundsOf(snapshot);
  for (const plan of snapshot.plans)
    if (options.plan === undefined || plan.uri === options.plan) addPlan({ plan, ground: groundOf(plan), words }, rows);
  return {
    count: rows.length,
    today: snapshot.today,
    refs: rows.map((row) => row.ref),
    titles: rows.map((row) => row.title),
    details: rows.map((row) => row.detail),
    labels: rows.map((row) => row.label),
    depth: Uint8Array.from(rows, (row) => Math.min(row.depth, 255)),
    inside: Int32Array.from(rows, (row) => row.inside),
    state: Uint8Array.from(rows, (row) => rowStates.indexOf(row.state)),
    progress: Uint8Array.from(rows, (row) => row.progress),
    start: Int32Array.from(rows, (row) => row.start ?? noDay),
    end: Int32Array.from(rows, (row) => row.end ?? noDay),
    baseline: Int32Array.from(rows, (row) => row.baseline ?? noDay),
    deadline: Int32Array.from(rows, (row) => row.deadline ?? noDay),
    links: linksBetween(rows, snapshot),
    stale: Uint8Array.from(rows, (row) => (row.stale ? 1 : 0)),
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
}

interface Parts {
  readonly plan: PlanSnapshot;
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
  { plan, ground, words }: Parts,
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
    state: stateOf(milestone, schedule, ground),
    progress: schedule.progressPercent,
    start: schedule.spanStart,
    end: schedule.spanEnd,
    baseline: milestone.baseline,
    deadline: milestone.deadline,
    stale: plan.stale,
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
      const { health, lateDays, daysToDue, progressPercent } = schedule;
      const state = stateOf(milestone, schedule, ground);
      const key = `${milestone.status} ${health} ${state} ${lateDays} ${daysToDue} ${milestone.completed} ${ground.today}`;
      const standing = standings.get(key) ?? keep(standings, key, standingOf(milestone, schedule, ground, say));
      return withPercent(standing, progressPercent, sayOnce);
    },
    dates: (milestone, { spanStart, spanEnd }) => {
      const end = milestone.due ?? spanEnd;
      if (end === undefined) return say(message('no date'));
      if (spanStart === undefined || spanStart >= end) return dayText(end);
      return say(message('{start} to {end}', { start: dayText(spanStart), end: dayText(end) }));
    },
  };
}

function keep<Key, Value>(values: Map<Key, Value>, key: Key, value: Value): Value {
  values.set(key, value);
  return value;
}

/** Pairs of row indexes for the links whose both ends have a row. */
function linksBetween(rows: readonly Row[], snapshot: Snapshot): Int32Array {
  if (snapshot.links.length === 0) return new Int32Array();
  const places = new Map(rows.map((row, index) => [row.ref, index]));
  const pairs: number[] = [];
  for (const { predecessor, successor } of snapshot.links) {
    const from = places.get(predecessor);
    const to = places.get(successor);
    if (from !== undefined && to !== undefined) pairs.push(from, to);
  }
  return Int32Array.from(pairs);
}
