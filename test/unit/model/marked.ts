// Texts for tests in which ⟦ and ⟧ stand around the characters a problem is expected at.
import { sayer } from '../../../src/base/message';
import type { Problem } from '../../../src/model/problem';

export interface Marked {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export function marked(source: string): Marked {
  const start = source.indexOf('⟦');
  const end = source.indexOf('⟧') - 1;
  if (start < 0 || end < start || source.lastIndexOf('⟦') !== start)
    throw new Error(`No one marked place in:\n${source}`);
  return { text: source.replace('⟦', '').replace('⟧', ''), start, end };
}

const english = sayer('en');

export function said(problem: Problem): string {
  return english(problem.message);
}

/** Each problem as `severity code "characters"`, hints that an id is missing left out unless asked for. */
export function listed(problems: readonly Problem[], text: string): string[] {
  return problems
    .filter(({ code }) => code !== 'id.missing')
    .map(({ severity, code, span }) => `${severity} ${code} ${JSON.stringify(text.slice(span.start, span.end))}`);
}
