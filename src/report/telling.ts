// What the parts of a summary share: the plan as its audience sees it, the reader's language, and the ways to write a line.
import type { Day } from '../base/day';
import { type Message, message, type Say } from '../base/message';
import type { Audience, SeenMilestone, SeenPlan } from './audience';
import { bold, escapeInline, escapeMarkdown } from './markdown';
import { plain } from './plain';

export interface Telling {
  readonly seen: SeenPlan;
  readonly audience: Audience;
  readonly say: Say;
  /** BCP 47, for dates and amounts. */
  readonly locale: string;
  /** The day of the last summary. */
  readonly since?: Day;
}

/** A part of a summary: a heading and Markdown under it. */
export interface Section {
  readonly heading: Message;
  readonly body: string;
}

/** A list item: a bold title and what there is to say about it, then perhaps a sentence of its own. */
export function item(title: string, facts: readonly string[], sentence?: string): string {
  const told = facts.filter((fact) => fact !== '').join(', ');
  const head = [bold(title), told].filter((part) => part !== '').join(' – ');
  return sentence === undefined || sentence === '' ? `- ${head}` : `- ${ended(head)} ${sentence}`;
}

/** A message said, kept to a length that can be read, and escaped to stand after other words. */
export function told({ say }: Pick<Telling, 'say'>, text: Message): string {
  return escapeInline(plain(say(text), 500));
}

/** The same as a line of its own. */
export function toldAsLine({ say }: Pick<Telling, 'say'>, text: Message): string {
  return escapeMarkdown(plain(say(text), 500));
}

/** A text as a sentence: with a full stop unless it ends in one or in another closing mark. */
export function ended(text: string): string {
  return text === '' || /[.!?…。！？]["'”’»)\]]*$/.test(text) ? text : `${text}.`;
}

/** A text without its full stop, to be put inside a sentence. */
export function unended(text: string): string {
  return text.replace(/(?<!\.)\.$/, '');
}

/** The last line of a list that was cut. */
export function andMore({ say }: Pick<Telling, 'say'>, count: number): string[] {
  return count > 0 ? [`- ${say(message('and {count} more', { count }))}`] : [];
}

export function isOpen({ status }: SeenMilestone): boolean {
  return status === 'planned' || status === 'in-progress' || status === 'submitted';
}
