// How a request asks to be answered: the lines to send back, in the words the reader of replies knows, and what the code stands for.
import { answerWords } from '../agreement/answerWords';
import { shortCodeOf } from '../agreement/digest';
import type { Day } from '../base/day';
import { message, type Say } from '../base/message';
import type { Block, Run, Runs } from './document';
import { label } from './requestWords';

export interface Wording {
  readonly say: Say;
  /** BCP 47. */
  readonly locale: string;
}

/** `Code: 3f9a1b2c4d` below what it stands for. */
export function codeBlock(digest: string, { say }: Wording): Block {
  return { kind: 'paragraph', runs: [`${say(message('Code'))}: `, { kind: 'code', text: shortCodeOf(digest) ?? '' }] };
}

/** `digests` are those of the milestones, in order, at least one. */
export function answerBlocks(
  digests: readonly string[],
  answerBy: Day | undefined,
  wording: Wording,
): readonly Block[] {
  const { say, locale } = wording;
  const words = answerWords(locale);
  const codes = digests.map((digest) => shortCodeOf(digest) ?? '');
  const [first = ''] = codes;
  const what = say(message('what should change'));
  const why = say(message('why'));
  const line = (text: string, meaning: string): Runs => [code(text), ` – ${meaning}`];
  const isOne = codes.length === 1;
  const choices: readonly Runs[] = [
    ...(isOne ? [] : [line(`${words.approved} ${codes.join(' ')}`, say(message('to approve all of it')))]),
    line(
      `${words.approved} ${first}`,
      isOne ? say(message('to approve it')) : say(message('to approve only the first')),
    ),
    line(`${words.changes} ${first}: ${what}`, say(message('to ask for changes'))),
    line(`${words.rejected} ${first}: ${why}`, say(message('to reject it'))),
  ];
  const lead = isOne
    ? message('Please reply to this message with one of these lines:')
    : message('Please reply to this message with a line for each milestone, beginning with its code word, such as:');
  const day =
    answerBy === undefined
      ? []
      : [{ kind: 'paragraph', runs: [say(message('Please answer by {day}.', { day: { day: answerBy } }))] } as const];
  const bound = isOne
    ? message(
        'The code stands for exactly what is written above. If any of it changes, the code changes too, and you will be asked again. Your answer is kept as a recorded approval.',
      )
    : message(
        'Each code stands for exactly what is written above it. If any of it changes, the code changes too, and you will be asked again. Your answer is kept as a recorded approval.',
      );
  return [
    { kind: 'heading', level: 2, runs: [say(message('How to answer'))] },
    { kind: 'paragraph', runs: [say(lead)] },
    { kind: 'list', items: choices },
    ...day,
    { kind: 'paragraph', runs: [say(bound)] },
  ];
}

function code(text: string): Run {
  return { kind: 'code', text };
}

/** The name of who asks, as the end of a letter. */
export function askedBy(from: string | undefined): readonly Block[] {
  return from === undefined ? [] : [label(from)];
}
