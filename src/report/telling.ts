// What the parts of a summary share: the plan as its audience sees it, the reader's language, and the ways to write a line.
import type { Day } from '../base/day';
import { type Message, message, type Say } from '../base/message';
import type { Audience, SeenMilestone, SeenPlan } from './audience';
import type { SeenPromise } from './audienceAgreement';
import type { Block, Runs } from './document';
import { textOf } from './documentRuns';
import { plain } from './plain';

export interface Telling {
  readonly seen: SeenPlan;
  /** URI of the plan, where a summary tells of several. */
  readonly plan?: string;
  readonly audience: Audience;
  readonly say: Say;
  /** BCP 47, for dates and amounts. */
  readonly locale: string;
  /** The day of the last summary. */
  readonly since?: Day;
  /** What became of the promises of an earlier summary; absent where there is none to compare with. */
  readonly promises?: readonly SeenPromise[];
  /** Since when they moved. */
  readonly label?: string | Message;
  readonly brevity: Brevity;
  readonly mermaid: boolean;
}

/** How much of each part is told; what is left out is counted. */
export interface Brevity {
  readonly delivered: number;
  readonly next: number;
  readonly later: number;
  readonly needs: number;
  readonly approvals: number;
  readonly risks: number;
  /** More than this many moved dates become a table. */
  readonly moved: number;
  /** Characters of a text somebody wrote. */
  readonly text: number;
  /** Characters of a title. */
  readonly title: number;
}

/** A part of a summary: a heading and what stands under it. */
export interface Section {
  readonly heading: Message;
  readonly blocks: readonly Block[];
}

/** A list item: a bold title and what there is to say about it, then perhaps a sentence of its own. */
export function item({ brevity }: Telling, title: string, facts: readonly Runs[], sentence: Runs = []): Runs {
  const shown = facts.filter((fact) => lineOf(fact) !== '');
  const told = shown.flatMap((fact, at) => (at === 0 ? fact : [', ', ...fact]));
  const head: Runs = [
    { kind: 'strong', text: briefly(title, brevity.title) },
    ...(told.length === 0 ? [] : [' – ', ...told]),
  ];
  return lineOf(sentence) === '' ? head : [...ended(head), ' ', ...sentence];
}

export function listOf(items: readonly Runs[]): readonly Block[] {
  return [{ kind: 'list', items }];
}

/** As a sentence: with a full stop unless it ends in one or in another closing mark. */
export function ended(runs: Runs): Runs {
  const line = lineOf(runs);
  return line === '' || /[.!?…。！？]["'”’»)\]]*$/.test(line) ? runs : [...runs, '.'];
}

function lineOf(runs: Runs): string {
  return runs.map(textOf).join('').trim();
}

/** At most `limit` characters of what somebody wrote; where it is cut, it ends with a whole word unless that one is very long. */
export function briefly(text: string, limit: number): string {
  const line = plain(text, limit);
  if (!line.endsWith('…') || plain(text, limit * 2) === line) return line;
  return line.replace(/(?<=\S)[\s,;:–-]+\S{0,20}…$/, '…');
}

/** A text without its full stop, to be put inside a sentence. */
export function unended(text: string): string {
  return text.replace(/(?<!\.)\.$/, '');
}

/** The last line of a list that was cut. */
export function andMore({ say }: Pick<Telling, 'say'>, count: number): readonly Runs[] {
  return count > 0 ? [[say(message('and {count} more', { count }))]] : [];
}

export function isOpen({ status }: SeenMilestone): boolean {
  return status === 'planned' || status === 'in-progress' || status === 'submitted';
}
