// Whether each person of a plan has the hours for what is due, by the demand test. Knows no sentence.
import type { Day } from '../base/day';
import { type Demand, firstShortfall, type Shortfall, type Supply } from '../network/feasibility';
import { type Demands, workToDo } from './demand';
import type { PlanGround } from './planGround';
import type { Feasibility } from './schedule';

/** One for each person with work to do, in the order of `people`. Today counts as a whole day of work. */
export function feasibilityOf(ground: PlanGround, overloads: Overloads = new Map()): readonly Feasibility[] {
  const { people } = ground.plan;
  const work = workToDo(ground);
  // Nobody is named: all counts for the plan itself.
  if (people.length === 0) return feasibilityFor({ ...ground, work, overloads }, -1, undefined);
  return people.flatMap(({ key }, place) => feasibilityFor({ ...ground, work, overloads }, place, key));
}

/** By number: whose hours do not suffice for a milestone, of those that are due on the first day that breaks. */
export type Overloads = Map<number, Feasibility>;

interface Ground extends PlanGround {
  readonly work: Demands;
  readonly overloads: Overloads;
}

function feasibilityFor(ground: Ground, place: number, owner: Owner): readonly Feasibility[] {
  const { all, work, overloads } = ground;
  const demands = demandsIn(work, place);
  if (demands.length === 0) return [];
  const demandHours = demands.reduce((sum, { hours }) => sum + hours, 0);
  const said = owner === undefined ? { demandHours } : { owner, demandHours };
  const shortfall = firstShortfall(demands, supplyOf(ground, owner));
  if (!shortfall) return [said];
  const numbers = dueOn(work, place, shortfall.due);
  const keys = numbers.map((number) => all.milestones[number]?.key ?? '');
  const found = { ...said, breaks: breaksOf(shortfall, keys) };
  for (const number of numbers) overloads.set(number, found);
  return [found];
}

/** Key of `people`, or `undefined` for all in a plan that names nobody. */
type Owner = string | undefined;

/** The hours due on each day together: there are far fewer days than milestones. */
function demandsIn({ owner, due, hours }: Demands, place: number): readonly Demand[] {
  const found: { due: Day; hours: number }[] = [];
  const known = new Map<Day, { due: Day; hours: number }>();
  for (let at = 0; at < owner.length; at++) {
    const day = due[at];
    if (owner[at] !== place || day === undefined) continue;
    let own = known.get(day);
    if (!own) {
      own = { due: day, hours: 0 };
      known.set(day, own);
      found.push(own);
    }
    own.hours += hours[at] ?? 0;
  }
  return found;
}

function supplyOf({ today, workerOf }: PlanGround, owner: Owner): Supply {
  const { days, hoursPerDay } = workerOf(owner);
  const start = days.before(today);
  return {
    from: today,
    until: (day) => Math.max(0, days.before((day + 1) as Day) - start) * hoursPerDay,
    reaches: (hours) => days.finishDay(start + hours / hoursPerDay),
  };
}

/** The numbers of what is due for one of them on the day that breaks, the one with most to do first. */
function dueOn({ owner, due, hours, number }: Demands, place: number, day: number): readonly number[] {
  const found = new Map<number, number>();
  for (let at = 0; at < owner.length; at++) {
    if (owner[at] !== place || due[at] !== day) continue;
    const own = number[at] ?? 0;
    found.set(own, (found.get(own) ?? 0) + (hours[at] ?? 0));
  }
  return [...found].sort((left, right) => right[1] - left[1]).map(([own]) => own);
}

function breaksOf(found: Shortfall, milestones: readonly string[]): NonNullable<Feasibility['breaks']> {
  const { due, needed, available, holdsFrom } = found;
  return {
    due: due as Day,
    overHours: needed - available,
    neededHours: needed,
    availableHours: available,
    holdsFrom: holdsFrom as Day,
    milestones,
  };
}
