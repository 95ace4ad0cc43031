// Names of issued summaries, and which of them came last. Knows no folder.
import { type Day, isoDay } from '../base/day';
import type { IssuedSummary } from './summaryFile';

/** Such as `2026-11-23-client.md`, or with `-2` where that is taken: an issued summary is never overwritten. */
export function summaryFileName(on: Day, audience: string, taken: Iterable<string>): string {
  const names = new Set([...taken].map((name) => name.toLowerCase()));
  const word =
    audience
      .toLowerCase()
      .replace(/[^a-z]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 30) || 'summary';
  const start = `${isoDay(on)}-${word}`;
  let name = `${start}.md`;
  for (let number = 2; names.has(name); number++) name = `${start}-${number}.md`;
  return name;
}

export interface NamedSummary {
  /** Without a folder. */
  readonly name: string;
  readonly summary: IssuedSummary;
}

/** The last one of a plan for an audience up to a day; of two of one day the one with the greater number. */
export function lastSummary<Named extends NamedSummary>(
  all: readonly Named[],
  { plan, audience, on }: Pick<IssuedSummary, 'plan' | 'audience' | 'on'>,
): Named | undefined {
  return all
    .filter(({ summary }) => summary.plan === plan && summary.audience === audience && summary.on <= on)
    .sort((left, right) => left.summary.on - right.summary.on || numberOf(left.name) - numberOf(right.name))
    .at(-1);
}

function numberOf(name: string): number {
  return Number(/-(\d{1,9})\.md$/i.exec(name)?.[1] ?? 1);
}
