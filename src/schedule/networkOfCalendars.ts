// Whose working days and hours count: those of a plan and of each of its people, as calendars of a network. Knows no milestone.
import type { Duration } from '../base/duration';
import { type Calendar, type Plan, weekdays } from '../model/plan';
import { apart, type CalendarRules, compileCalendar, type WorkCalendar, without } from '../network/calendar';
import { type Pace, paceIn } from './workingTime';

/** One who works: an owner, or the plan itself for what nobody is named for. */
export interface Worker extends Pace {
  /** Index into `calendars`. */
  readonly calendar: number;
  readonly days: WorkCalendar;
}

export interface Workers {
  /** Each only once, however many plans and people work by it. Grows while workers are asked for. */
  readonly calendars: readonly WorkCalendar[];
  /** `plan` is a position; `owner` a key of its people. For somebody who is not among them, the plan itself. */
  readonly of: (plan: number, owner: string | undefined) => Worker;
  /** The same for one plan. */
  readonly team: (plan: number) => Team;
}

export type Team = (owner: string | undefined) => Worker;

export function workersOf(plans: readonly Plan[]): Workers {
  const calendars: WorkCalendar[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (name: string, rules: () => CalendarRules): number => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    const number = calendars.push(compileCalendar(rules())) - 1;
    numbers.set(name, number);
    return number;
  };
  const teams = plans.map((plan) => teamOf(plan, calendars, numberOf));
  const team = (plan: number) => {
    const found = teams[plan];
    if (!found) throw new RangeError('No such plan');
    return found;
  };
  return { calendars, team, of: (plan, owner) => team(plan)(owner) };
}

type NumberOf = (name: string, rules: () => CalendarRules) => number;

function teamOf(plan: Plan, calendars: readonly WorkCalendar[], numberOf: NumberOf): Team {
  const paceOf = paceIn(plan);
  const people = new Map(plan.people.map((person) => [person.key, person]));
  const general = numberOf(JSON.stringify(plan.calendar), () => rulesOf(plan.calendar));
  const worker = (calendar: number, owner: string | undefined): Worker => {
    const days = calendars[calendar];
    if (!days) throw new RangeError('No such calendar');
    return { ...paceOf(owner), calendar, days };
  };
  const itself = worker(general, undefined);
  const known = new Map<string | undefined, Worker>();
  return (owner) => {
    const before = known.get(owner);
    if (before) return before;
    const person = owner === undefined ? undefined : people.get(owner);
    if (!person) return itself;
    const own = person.calendar;
    const number = own ? numberOf(`${general} ${JSON.stringify(own)}`, () => rulesOf(plan.calendar, own)) : general;
    const found = worker(number, person.key);
    known.set(person.key, found);
    return found;
  };
}

const usualWeek = weekdays.slice(0, 5);

/** A day that is opened goes before a holiday, a holiday before the week, and what a person says before what the plan says. */
export function rulesOf(plan: Calendar, own?: Calendar): CalendarRules {
  const worked = [own?.workweek, plan.workweek].find((days) => days && days.length > 0) ?? usualWeek;
  const week = weekdays.map((day) => worked.includes(day));
  if (!own) return { week, holidays: plan.holidays, workdays: plan.workdays };
  const opened = without(apart(plan.workdays), apart(own.holidays));
  return { week, holidays: [...plan.holidays, ...own.holidays], workdays: [...opened, ...own.workdays] };
}

/** Later than any calendar reaches; keeps sums finite whatever is written. */
export const mostDays = 3e6;

/** Working days of a duration, with their fractions; negative for a lead. */
export function daysOfWork({ weeks, days, hours }: Duration, { hoursPerDay, daysPerWeek }: Pace): number {
  const sum = days + weeks * daysPerWeek + (hours === 0 ? 0 : hours / hoursPerDay);
  return Math.max(-mostDays, Math.min(mostDays, sum));
}
