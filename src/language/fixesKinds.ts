// What a fix is, and what is needed to find some. Knows no fix.
import type { Day } from '../base/day';
import type { Message, Say } from '../base/message';
import type { TextEdit } from '../base/text';
import type { LoadOptions } from '../model/load';
import type { Problem } from '../model/problem';
import type { ReadText } from '../model/read';
import type { SchedulePlans } from '../schedule/keepingSchedule';

export interface Fix {
  readonly title: Message;
  /** Of the page's text. */
  readonly edits: readonly TextEdit[];
  /** The one that is most likely wanted. */
  readonly preferred: boolean;
  /** Right without looking, so that it may be done to all of a kind at once. */
  readonly all: boolean;
}

export interface FixOptions {
  readonly today: Day;
  /** Today in an IANA time zone; `today` where absent. */
  readonly todayIn?: (timezone: string) => Day;
  /** Calendar days; what is shown as due soon does not matter to any fix, but the snapshot asks for it. */
  readonly dueSoonDays?: number;
  readonly read: ReadText;
  readonly load?: LoadOptions;
  /** One that keeps what it made saves scheduling the plans that no fix touches. */
  readonly schedule?: SchedulePlans;
  /** Which problems count, where settings hide some. */
  readonly counts?: (problem: Problem) => boolean;
  /** Puts words that a fix writes into the file into the reader's language; English where absent. */
  readonly say?: Say;
}
