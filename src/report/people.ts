// Who a key stands for.
import type { Plan } from '../model/plan';

/** The person's name, else the key as written. */
export function nameOf(plan: Plan, key: string): string {
  return plan.people.find((person) => person.key === key)?.name ?? key;
}
