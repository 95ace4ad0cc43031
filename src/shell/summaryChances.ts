// Completes a snapshot by what simulations find, so that a summary says the same however long the editor has been open.
import { simulatedChances } from '../schedule/chances';
import { isUncertain } from '../schedule/estimates';
import { connectedPlans } from '../schedule/keepingSchedule';
import type { PlanChances, PlanSchedule } from '../schedule/schedule';
import type { Snapshot } from '../snapshot';
import { breather } from './clock';

const known = new WeakMap<PlanSchedule, PlanChances>();

export async function withChances(snapshot: Snapshot): Promise<Snapshot> {
  const open = connectedPlans(snapshot.plans, snapshot.links).filter((group) =>
    group.some(({ plan, schedule, chances }) => !chances && !known.has(schedule) && isUncertain(plan)),
  );
  const breathe = breather();
  for (const group of open) {
    const run = simulatedChances(group, snapshot.links);
    let part = run.next();
    for (; !part.done; part = run.next()) await breathe();
    for (const { uri, schedule } of group) {
      const found = part.value.get(uri);
      if (found) known.set(schedule, found);
    }
  }
  const plans = snapshot.plans.map((plan) => {
    const chances = plan.chances ?? known.get(plan.schedule);
    return chances ? { ...plan, chances } : plan;
  });
  return { ...snapshot, plans };
}
