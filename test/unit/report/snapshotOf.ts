// A snapshot from the texts of plan files, as the editor would make it on a given day.
import { addDays, day } from '../../../src/base/day';
import { sayer } from '../../../src/base/message';
import type { Milestone } from '../../../src/model/plan';
import type { ReadPlan } from '../../../src/model/planFile';
import { readPlanFile } from '../../../src/model/read';
import { makeSnapshot, type Snapshot } from '../../../src/snapshot';

export const english = sayer('en-GB');

export interface Source {
  readonly name: string;
  readonly text: string;
  readonly folder?: string;
  /** The last good text, when `text` is broken. */
  readonly before?: string;
}

/** One text, or several files; the plan `name` has the URI `file:///plans/name.milestones.yaml`. */
export function snapshotOf(sources: string | readonly Source[], today = '2026-11-23'): Snapshot {
  const files = typeof sources === 'string' ? [{ name: 'plan', text: sources }] : sources;
  return snapshotOfPlans(files.map(read), today);
}

export function snapshotOfPlans(plans: readonly ReadPlan[], today = '2026-11-23'): Snapshot {
  return makeSnapshot(plans, { number: 7, today: day(today), todayIn: () => day(today), dueSoonDays: 7 });
}

/** `plans` files with a chain of `each` milestones, without reading texts of that length. */
export function largeSnapshot(plans: number, each: number): Snapshot {
  const [sample] = readPlanFile('milestones: [{ title: M, start: 2026-11-02 }]', 'large').plan?.milestones ?? [];
  if (!sample) throw new Error('The sample plan cannot be read');
  const file = (number: number): ReadPlan => {
    const milestones = Array.from({ length: each }, (_, at): Milestone => {
      const due = addDays(day('2026-10-01'), at % 700);
      const dependsOn = at === 0 ? [] : [{ id: `m${at - 1}`, type: 'FS' as const }];
      return { ...sample, id: `m${at}`, key: `m${at}`, title: `Milestone ${at}`, due, progress: at % 100, dependsOn };
    });
    const plan = { project: `P${number}`, calendar: { holidays: [], workdays: [] }, people: [], risks: [], milestones };
    const uri = uriOf(`p${number}`);
    const places = new Map();
    return {
      uri,
      baseName: `p${number}`,
      folder: '',
      text: '',
      plan,
      file: { plan, problems: [], places, fields: places },
    };
  };
  return snapshotOfPlans(Array.from({ length: plans }, (_, number) => file(number)));
}

export function uriOf(name: string): string {
  return `file:///plans/${name}.milestones.yaml`;
}

function read({ name, text, folder = '', before }: Source): ReadPlan {
  const file = readPlanFile(text, name);
  const last = before === undefined ? undefined : readPlanFile(before, name).plan;
  return { uri: uriOf(name), baseName: name, folder, text, file, plan: file.plan ?? last };
}
