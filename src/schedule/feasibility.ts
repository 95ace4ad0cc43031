// Whether each person of a plan has the hours for what is due, by the demand test. Knows no sentence.
import type { Day } from '../base/day';
import { type Demand, firstShortfall, type Shortfall, type Supply } from '../network/feasibility';
import { workToDo } from './demand';
import type { PlanGround } from './planGround';
import type { Feasibility } from './schedule';

/** One for each person with work to do, in the order of `people`. Today counts as a whole day of work. */
export function feasibilityOf(ground: PlanGround): readonly Feasibility[] {
  const demands = demandsIn(ground);
  const owners = ground.plan.people.length > 0 ? ground.plan.people.map(({ key }) => key) : [undefined];
  const shortfalls = new Map<Owner, Shortfall>();
  for (const [owner, demand] of demands) {
    const found = firstShortfall(demand, supplyOf(ground, owner));
    if (found) shortfalls.set(owner, found);
  }
  const dueThen = shortfalls.size > 0 ? milestonesOf(ground, shortfalls) : new Map<Owner, readonly string[]>();
  return owners.flatMap((owner): readonly Feasibility[] => {
    const demand = demands.get(owner);
    if (!demand) return [];
    const demandHours = demand.reduce((sum, { hours }) => sum + hours, 0);
    const said = owner === undefined ? { demandHours } : { owner, demandHours };
    const shortfall = shortfalls.get(owner);
    return [shortfall ? { ...said, breaks: breaksOf(shortfall, dueThen.get(owner) ?? []) } : said];
  });
}

/** Key of `people`, or `undefined` for all in a plan that names nobody. */
type Owner = string | undefined;

/** The hours due on each day together: there are far fewer days than milestones. */
function demandsIn(ground: PlanGround): ReadonlyMap<Owner, readonly Demand[]> {
  const found = new Map<Owner, Map<Day, number>>();
  workToDo(ground, (owner, due, hours) => {
    const own = found.get(owner);
    if (own) own.set(due, (own.get(due) ?? 0) + hours);
    else found.set(owner, new Map([[due, hours]]));
  });
  return new Map([...found].map(([owner, days]) => [owner, [...days].map(([due, hours]) => ({ due, hours }))]));
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

/** What is due for each of them on the day that breaks, the one with most to do first. */
function milestonesOf(
  ground: PlanGround,
  shortfalls: ReadonlyMap<Owner, Shortfall>,
): ReadonlyMap<Owner, readonly string[]> {
  const found = new Map([...shortfalls.keys()].map((owner) => [owner, new Map<number, number>()]));
  workToDo(ground, (owner, due, hours, number) => {
    if (shortfalls.get(owner)?.due !== due) return;
    const own = found.get(owner);
    own?.set(number, (own.get(number) ?? 0) + hours);
  });
  const keys = (all: ReadonlyMap<number, number>) =>
    [...all].sort((left, right) => right[1] - left[1]).flatMap(([number]) => ground.all.milestones[number]?.key ?? []);
  return new Map([...found].map(([owner, all]) => [owner, keys(all)]));
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
