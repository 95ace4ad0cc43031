// Plans as text, for tests of what follows from one of them before anything is known of the others.
import { type Day, day } from '../../../src/base/day';
import { readPlanFile } from '../../../src/model/read';
import { workersOf } from '../../../src/schedule/networkOfCalendars';
import { outline } from '../../../src/schedule/outline';
import type { PlanGround } from '../../../src/schedule/planGround';
import { rollUp } from '../../../src/schedule/rollUp';

export function groundOf(text: string, today: Day = day('2026-11-23')): PlanGround {
  const { plan } = readPlanFile(text, 'a');
  if (!plan) throw new RangeError(text);
  const all = outline([{ uri: 'a', plan }]);
  const workers = workersOf([plan]);
  return { all, plan, position: 0, today, progress: rollUp(all), workerOf: (owner) => workers.of(0, owner) };
}
