// Remembers on which days summaries were made, for those that were never issued. Knows no summary.
import type * as vscode from 'vscode';
import { type Day, isoDay, parseDay } from '../base/day';

const daysKey = 'milepost.summary.days';

/** The latest day before today on which a summary was made. */
export function lastMade(state: vscode.Memento, plan: string | undefined, today: Day): Day | undefined {
  return daysOf(state, plan)
    .filter((day) => day < today)
    .sort((one, other) => one - other)
    .at(-1);
}

export async function rememberMade(state: vscode.Memento, plan: string | undefined, today: Day): Promise<void> {
  const latest = lastMade(state, plan, today);
  const all = stored(state);
  all.set(plan ?? '*', [...(latest === undefined ? [] : [isoDay(latest)]), isoDay(today)]);
  await state.update(daysKey, Object.fromEntries(all));
}

function daysOf(state: vscode.Memento, plan: string | undefined): readonly Day[] {
  const known = stored(state).get(plan ?? '*');
  return (Array.isArray(known) ? known : [])
    .map((day) => (typeof day === 'string' ? parseDay(day) : undefined))
    .filter((day) => day !== undefined);
}

function stored(state: vscode.Memento): Map<string, unknown> {
  const value: unknown = state.get(daysKey);
  return new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}
