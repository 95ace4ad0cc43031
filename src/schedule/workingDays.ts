// Which days are worked, by the calendar of a plan and those of its people. Knows no milestone and no duration.
import { addDays, type Day } from '../base/day';
import type { Plan } from '../model/plan';
import { compileCalendar, type WorkCalendar } from '../network/calendar';
import { rulesOf } from './networkOfCalendars';

export interface WorkingDays {
  /** Whether `owner`, a key of `people`, works on a day; without one, whether the plan's calendar does. */
  works(day: Day, owner?: string): boolean;
  /** The next working day after (`1`) or before (`-1`) a day; `undefined` when there is none within a year. */
  nearest(day: Day, direction: 1 | -1, owner?: string): Day | undefined;
  /** How many days behind `from`, up to and including `to`, the plan's calendar works. */
  between(from: Day, to: Day): number;
}

const farthest = 366;

export function workingDaysOf({ calendar, people }: Plan): WorkingDays {
  const general = compileCalendar(rulesOf(calendar));
  const own = new Map(people.flatMap((person) => (person.calendar ? [[person.key, person.calendar]] : [])));
  const known = new Map<string, WorkCalendar>();
  const of = (owner: string | undefined): WorkCalendar => {
    const written = owner === undefined ? undefined : own.get(owner);
    if (owner === undefined || !written) return general;
    const kept = known.get(owner);
    if (kept) return kept;
    const compiled = compileCalendar(rulesOf(calendar, written));
    known.set(owner, compiled);
    return compiled;
  };
  return {
    works: (day, owner) => of(owner).works(day),
    nearest(day, direction, owner) {
      const line = of(owner);
      const found = direction > 0 ? line.startDay(line.before(addDays(day, 1))) : line.finishDay(line.before(day));
      return Math.abs(found - day) <= farthest && line.works(found) ? found : undefined;
    },
    between: (from, to) => (to > from ? general.before(addDays(to, 1)) - general.before(addDays(from, 1)) : 0),
  };
}
