// What the schedule of a plan says, as the plain JSON that the public snapshot holds. Holds nothing but JSON values.
import { type Day, isoDay } from '../base/day';
import type { DependencyType } from '../model/plan';
import type { Driver, Feasibility, Rag } from '../schedule/schedule';
import type { PlanSnapshot, Snapshot } from '../snapshot';

type Color = NonNullable<Rag['color']>;

/** Of a milestone. Days are `YYYY-MM-DD`. */
export interface PublicForecast {
  readonly forecast?: string;
  /** What the forecast follows from, one step. */
  readonly driver?: PublicDriver;
  /** Calendar days from the baseline to the forecast. */
  readonly finishVarianceDays?: number;
  /** Working days of its owner. */
  readonly totalFloatDays?: number;
  readonly freeFloatDays?: number;
  readonly critical: boolean;
  readonly rag?: Color;
  /** Of the simulation, once it has run. */
  readonly p50?: string;
  readonly p80?: string;
}

export interface PublicDriver {
  readonly kind: Driver['kind'];
  /** Of another milestone: its id in its own plan. */
  readonly id?: string;
  /** The plan of that milestone, when it is another one. */
  readonly uri?: string;
  /** How a predecessor holds it. */
  readonly type?: DependencyType;
  readonly day?: string;
}

/** Of a plan. */
export interface PublicOutlook {
  readonly forecast?: string;
  readonly rag?: Color;
  /** First to last; of another plan as `file-base-name/id`, or as `uri#id` where two files have that name. */
  readonly criticalPath: readonly string[];
  readonly feasibility: readonly PublicFeasibility[];
  readonly p50?: string;
  readonly p80?: string;
}

export interface PublicFeasibility {
  /** Key of `people`. */
  readonly owner?: string;
  readonly demandHours: number;
  readonly breaks?: {
    readonly due: string;
    readonly overHours: number;
    readonly neededHours: number;
    readonly availableHours: number;
    readonly holdsFrom: string;
    /** Ids of milestones of this plan. */
    readonly milestones: readonly string[];
  };
}

/** The file's part of `file/id` by the URI of each plan; absent where two files share it. */
export type RefNames = ReadonlyMap<string, string>;

export function refNames({ plans }: Snapshot): RefNames {
  const shared = new Map<string, number>();
  for (const { baseName } of plans) shared.set(baseName, (shared.get(baseName) ?? 0) + 1);
  return new Map(
    plans.filter(({ baseName }) => shared.get(baseName) === 1).map(({ uri, baseName }) => [uri, baseName]),
  );
}

/** A reference in its parts. An address holds no bare `#`, so the first one is where the key begins. */
function parted(ref: string): { readonly uri: string; readonly id: string } {
  const at = ref.indexOf('#');
  return { uri: ref.slice(0, at), id: ref.slice(at + 1) };
}

export function publicForecast({ uri, schedule, chances }: PlanSnapshot, key: string): PublicForecast {
  const own = schedule.milestones.get(key);
  if (!own) return { critical: false };
  const { forecast, driver, finishVarianceDays, totalFloatDays, freeFloatDays, critical, rag } = own;
  const chance = chances?.milestones.get(key);
  return {
    ...days({ forecast }),
    ...(driver ? { driver: publicDriver(uri, driver) } : {}),
    ...numbers({ finishVarianceDays, totalFloatDays, freeFloatDays }),
    critical,
    ...(rag.color === undefined ? {} : { rag: rag.color }),
    ...days({ p50: chance?.p50, p80: chance?.p80 }),
  };
}

export function publicOutlook({ uri, schedule, chances }: PlanSnapshot, names: RefNames): PublicOutlook {
  const { forecast, rag, criticalPath, feasibility } = schedule;
  return {
    ...days({ forecast }),
    ...(rag.color === undefined ? {} : { rag: rag.color }),
    criticalPath: criticalPath.map((ref) => publicRef(uri, ref, names)),
    feasibility: feasibility.map(publicFeasibility),
    ...days({ p50: chances?.finish.p50, p80: chances?.finish.p80 }),
  };
}

function publicDriver(own: string, driver: Driver): PublicDriver {
  if (!('ref' in driver)) return { kind: driver.kind, day: isoDay(driver.day) };
  const { uri, id } = parted(driver.ref);
  return {
    kind: driver.kind,
    id,
    ...(uri === own ? {} : { uri }),
    ...(driver.kind === 'predecessor' ? { type: driver.type } : {}),
    ...(driver.kind === 'around' ? { day: isoDay(driver.day) } : {}),
  };
}

function publicRef(own: string, ref: string, names: RefNames): string {
  const { uri, id } = parted(ref);
  if (uri === own) return id;
  const name = names.get(uri);
  return name === undefined ? ref : `${name}/${id}`;
}

function publicFeasibility({ owner, demandHours, breaks }: Feasibility): PublicFeasibility {
  return {
    ...(owner === undefined ? {} : { owner }),
    demandHours: rounded(demandHours),
    ...(breaks
      ? {
          breaks: {
            due: isoDay(breaks.due),
            overHours: rounded(breaks.overHours),
            neededHours: rounded(breaks.neededHours),
            availableHours: rounded(breaks.availableHours),
            holdsFrom: isoDay(breaks.holdsFrom),
            milestones: breaks.milestones,
          },
        }
      : {}),
  };
}

type Known<Fields, Value> = { readonly [Name in keyof Fields]?: Value };

function days<Fields extends Readonly<Record<string, Day | undefined>>>(fields: Fields): Known<Fields, string> {
  const known = Object.entries(fields).flatMap(([name, day]) => (day === undefined ? [] : [[name, isoDay(day)]]));
  return Object.fromEntries(known) as Known<Fields, string>;
}

function numbers<Fields extends Readonly<Record<string, number | undefined>>>(fields: Fields): Known<Fields, number> {
  const known = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined || !Number.isFinite(value) ? [] : [[name, rounded(value)]],
  );
  return Object.fromEntries(known) as Known<Fields, number>;
}

/** To hundredths, and never the zero with a sign, which JSON does not have. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
