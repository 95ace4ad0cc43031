// Owners with more work due by a day than hours until then, as bands of days with their words. Takes every figure from the schedule.
import { message, type Say } from '../base/message';
import type { Feasibility } from '../schedule/schedule';
import type { PlanSnapshot } from '../snapshot';
import { dayNear } from './ground';
import { nameOf } from './people';
import { plain } from './plain';
import { mostOverloads, type Overload } from './timelineRows';

/** What breaks first comes first; what is beyond the most is told together in the last one. */
export function overloadsOf(plans: readonly PlanSnapshot[], say: Say): readonly Overload[] {
  const alone = plans.length === 1;
  const found = plans.flatMap((plan) =>
    plan.schedule.feasibility.flatMap((one) =>
      one.breaks ? [{ due: one.breaks.due, overload: overloadOf(plan, one, one.breaks, { say, alone }) }] : [],
    ),
  );
  found.sort((a, b) => a.due - b.due);
  const all = found.map(({ overload }) => overload);
  if (all.length <= mostOverloads) return all;
  return [...all.slice(0, mostOverloads - 1), ...together(all.slice(mostOverloads - 1), say)];
}

function overloadOf(
  { plan, schedule: { today } }: PlanSnapshot,
  { owner }: Feasibility,
  breaks: NonNullable<Feasibility['breaks']>,
  { say, alone }: { readonly say: Say; readonly alone: boolean },
): Overload {
  const project = plain(plan.project, 60);
  const name = owner === undefined ? project : plain(nameOf(plan, owner), 60);
  const who = owner === undefined || alone ? name : `${name} · ${project}`;
  const { due, holdsFrom } = breaks;
  const hours = rounded(breaks.overHours);
  const until = dayNear(due, { today });
  const [needed, available] = [rounded(breaks.neededHours), rounded(breaks.availableHours)];
  return {
    who,
    text: say(message('{hours} h too much until {day}', { hours, day: until })),
    label: say(
      message('{who}: {hours} h too much until {day}, {needed} h needed of {available} h; holds from {from}', {
        ...{ who, hours, needed, available, day: until },
        from: dayNear(holdsFrom, { today }),
      }),
    ),
    // Hours are counted from today; for what was due before, none are left.
    from: due < today ? due : today,
    to: due < today ? today : due,
  };
}

/** @param rest by due date, at least one. */
function together(rest: readonly Overload[], say: Say): readonly Overload[] {
  const [first, last] = [rest[0], rest.at(-1)];
  if (!first || !last) return [];
  const names = [...new Set(rest.map(({ who }) => who))];
  return [
    {
      who: say(message('and {count} more', { count: rest.length })),
      text: plain(names.join(', '), 80),
      label: plain(rest.map(({ label }) => label).join('; '), 1000),
      from: first.from,
      to: last.to,
    },
  ];
}

function rounded(hours: number): number {
  return Math.round(hours * 10) / 10;
}
