// Plan files as texts, and what follows from them in the words of the file: days as `2026-12-04`, milestones by their id.
import { day, isoDay } from '../../../src/base/day';
import { joinPlans } from '../../../src/model/join';
import { readPlanFile } from '../../../src/model/read';
import { followed } from '../../../src/schedule/followed';
import { networkOf } from '../../../src/schedule/networkOf';
import { outline, refOf } from '../../../src/schedule/outline';
import { rollUp } from '../../../src/schedule/rollUp';
import type { Driver, MilestoneSchedule, PlanSchedule } from '../../../src/schedule/schedule';
import { schedulePlans } from '../../../src/schedule/schedulePlans';

/** By the base name of the file; a single text is the file `a`. */
type Texts = string | Readonly<Record<string, string>>;

function read(texts: Texts) {
  const plans = Object.entries(typeof texts === 'string' ? { a: texts } : texts).map(([name, text]) => {
    const file = readPlanFile(text, name);
    return { uri: name, baseName: name, file, plan: file.plan };
  });
  const inputs = plans.flatMap(({ uri, plan, file }) => (plan ? [{ uri, plan, places: file.places }] : []));
  return { inputs, joined: joinPlans(plans) };
}

export interface Followed {
  readonly plan: PlanSchedule;
  /** A milestone of the first plan by its key, or of another one as `file/key`. */
  of(key: string): MilestoneSchedule;
  forecast(key: string): string | undefined;
  /** What decides the forecast, and what decides that, down to a day: `live < texts < due 2026-12-11`. */
  chain(key: string): string;
}

export function follow(texts: Texts, today = '2026-11-23'): Followed {
  const { inputs, joined } = read(texts);
  const schedules = schedulePlans(inputs, joined, { todayFor: () => day(today), dueSoonDays: 7 });
  const [first] = schedules.keys();
  const plan = schedules.get(first ?? '');
  if (!plan || first === undefined) throw new RangeError('No plan');
  const ofRef = (ref: string) => {
    const found = schedules.get(ref.slice(0, ref.indexOf('#')))?.milestones.get(ref.slice(ref.indexOf('#') + 1));
    if (!found) throw new RangeError(ref);
    return found;
  };
  const refOf = (key: string) => (key.includes('/') ? key.replace('/', '#') : `${first}#${key}`);
  const of = (key: string) => ofRef(refOf(key));
  const chain = (key: string) => {
    const steps = [key];
    for (let at = of(key).driver; at && steps.length < 20; ) {
      const ref = 'ref' in at ? at.ref : undefined;
      steps.push(said(at, first));
      at = ref === undefined || at.kind === 'around' ? undefined : ofRef(ref).driver;
    }
    return steps.join(' < ');
  };
  return { plan, of, chain, forecast: (key) => iso(of(key).forecast) };
}

function said(driver: Driver, first: string): string {
  const name = 'ref' in driver ? driver.ref.replace(`${first}#`, '').replace('#', '/') : '';
  switch (driver.kind) {
    case 'predecessor':
      return driver.type === 'FS' ? name : `${driver.type} ${name}`;
    case 'inside':
      return `inside ${name}`;
    case 'around':
      return `around ${name} ${isoDay(driver.day)}`;
    default:
      return `${driver.kind} ${isoDay(driver.day)}`;
  }
}

export function iso(value: MilestoneSchedule['forecast']): string | undefined {
  return value === undefined ? undefined : isoDay(value);
}

/** The network of plans as it is computed with. */
export function network(texts: Texts, today = '2026-11-23') {
  const { inputs, joined } = read(texts);
  const all = outline(inputs);
  const todays = inputs.map(() => day(today));
  const mapped = networkOf(all, followed(all, joined), todays, rollUp(all));
  const refs = all.milestones.map((_, at) => refOf(all, at));
  const number = (key: string) => refs.indexOf(key.includes('#') ? key : `${inputs[0]?.uri}#${key}`);
  return { ...mapped, number };
}
