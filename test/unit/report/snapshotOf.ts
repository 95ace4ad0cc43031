// A snapshot from the texts of plan files, as the editor would make it on a given day.
import { day } from '../../../src/base/day';
import { sayer } from '../../../src/base/message';
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
  return makeSnapshot(files.map(read), {
    number: 7,
    today: day(today),
    todayIn: () => day(today),
    dueSoonDays: 7,
  });
}

export function uriOf(name: string): string {
  return `file:///plans/${name}.milestones.yaml`;
}

function read({ name, text, folder = '', before }: Source): ReadPlan {
  const file = readPlanFile(text, name);
  const last = before === undefined ? undefined : readPlanFile(before, name).plan;
  return { uri: uriOf(name), baseName: name, folder, text, file, plan: file.plan ?? last };
}
