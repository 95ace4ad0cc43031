// What in a part of a text may say something of the whole file: its characters, its comments, its ids. Knows no place.
import { characterProblems } from './characters';
import { isAscii } from './lookalike';
import type { Milestone } from './plan';

export interface Signs {
  /** A comment may silence problems. */
  readonly silences: boolean;
  /** Some character or space may be none that belongs into a text. */
  readonly odd: boolean;
  /** How its lines end. */
  readonly crlf: boolean;
  readonly lf: boolean;
  /** An id may look like another one. */
  readonly foreignIds: boolean;
}

export function signsOf(text: string, milestones: Iterable<Milestone>): Signs {
  let foreignIds = false;
  for (const { id } of milestones) if (!isAscii(id)) foreignIds = true;
  const returns = text.includes('\r');
  return {
    silences: /milestones-ignore/i.test(text),
    odd: otherSpace.test(text) || (/[^\t\n -~]/.test(text) && characterProblems(text).length > 0),
    crlf: returns && text.includes('\r\n'),
    lf: returns ? /(?<!\r)\n/.test(text) : text.includes('\n'),
    foreignIds,
  };
}

/** Whether the parts of a file together have to be looked at as a whole: none of them may say anything, or all of them may. */
export function needWhole(parts: Iterable<Signs>): boolean {
  let crlf = false;
  let lf = false;
  for (const part of parts) {
    if (part.silences || part.odd || part.foreignIds) return true;
    crlf ||= part.crlf;
    lf ||= part.lf;
    if (crlf && lf) return true;
  }
  return false;
}

/** Where a line begins with one, the next line may be part of what is said. */
const otherSpace = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
