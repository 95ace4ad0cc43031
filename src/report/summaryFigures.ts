// Sentences of a summary with their figures marked: each date, amount and number in them knows the field it comes from. Sees only what the audience may see.
import { formatDay } from '../base/day';
import type { Message, MessageArgument } from '../base/message';
import { formatMoney } from '../base/money';
import { formatNumber } from '../base/numbers';
import type { SeenMilestone } from './audience';
import type { Run, Runs, Trace } from './document';
import { textOf } from './documentRuns';
import { plain } from './plain';
import { briefly, type Telling } from './telling';

type Teller = Pick<Telling, 'seen' | 'say' | 'locale' | 'plan' | 'brevity'>;

/** More of a sentence nobody reads. */
const longest = 500;

/** The sentence in the reader's language. A figure comes from the milestone that its part of the sentence names, else from `usual`. */
export function told(telling: Teller, sentence: Message, usual: Trace = ofPlan('milestones')): Runs {
  const figures: Run[] = [];
  const marked = withMarks(sentence, usual, { telling, figures, keys: keysOf(telling) });
  const runs = telling
    .say(marked)
    .split(place)
    .flatMap((part, at): Run[] => {
      const run = at % 2 === 0 ? part : figures[Number(part)];
      return run === undefined || run === '' ? [] : [run];
    });
  return clipped(runs);
}

export function ofPlan(field: string): Trace {
  return { key: '', field };
}

export function ofMilestone({ key }: Pick<SeenMilestone, 'key'>, field: string): Trace {
  return { key, field };
}

export function figure({ plan }: Pick<Telling, 'plan'>, text: string, trace: Trace): Exclude<Run, string> {
  return { kind: 'figure', text, trace: plan === undefined ? trace : { plan, ...trace } };
}

// No text of a plan can hold these: they are no characters, and are taken out of every argument.
const place = /\uFDD0(\d+)\uFDD1/;
const marks = /[\uFDD0\uFDD1]/g;

interface Marking {
  readonly telling: Teller;
  readonly figures: Run[];
  readonly keys: ReadonlyMap<string, string>;
}

function withMarks({ text, args }: Message, usual: Trace, marking: Marking): Message {
  const trace = named(args, usual, marking.keys);
  const shown = Object.entries(args).map(([name, value]): [string, MessageArgument] => {
    if (typeof value === 'string') return [name, nameIn(marking.telling, value.replace(marks, ''))];
    if (typeof value === 'object' && 'text' in value)
      return [name, withMarks(value, name === 'share' ? usual : trace, marking)];
    const own = counts.has(name)
      ? ofPlan('milestones')
      : settled({ ...trace, field: fields[name] ?? trace.field }, value, marking.telling);
    const at = marking.figures.push(figure(marking.telling, figureText(marking.telling, value), own)) - 1;
    return [name, `\uFDD0${at}\uFDD1`];
  });
  return { text, args: Object.fromEntries(shown) };
}

/** Titles and names in a sentence are as short as those of the lists, once a summary must be shortened. */
function nameIn({ brevity: { text, title } }: Teller, value: string): string {
  return text < 300 ? briefly(value, Math.max(text, title)) : plain(value, longest);
}

/** The milestone that a sentence names, so that its figures are those of that milestone. */
function named(args: Message['args'], usual: Trace, keys: ReadonlyMap<string, string>): Trace {
  for (const [name, value] of Object.entries(args)) {
    // What drives a date is another milestone than the one whose date it is.
    const key = typeof value === 'string' && name !== 'driver' ? keys.get(value) : undefined;
    if (key !== undefined) return { ...usual, key, field: usual.key === '' ? 'due' : usual.field };
  }
  return usual;
}

/** A day of the whole plan is that of the milestone which has it; a forecast that is the due date comes from there. */
function settled(trace: Trace, value: MessageArgument, { seen }: Teller): Trace {
  if (typeof value !== 'object' || !('day' in value) || !(trace.field === 'forecast' || trace.field === 'completed'))
    return trace;
  const { day } = value;
  const { field } = trace;
  const owner = seen.milestones.find((each) =>
    trace.key === '' ? each[field === 'completed' ? 'completed' : 'forecast'] === day : each.key === trace.key,
  );
  if (!owner) return trace;
  return { ...trace, key: owner.key, field: field === 'forecast' && owner.due === day ? 'due' : field };
}

/** What the arguments of our sentences are called, where that tells the field. */
const fields: Readonly<Record<string, string>> = {
  due: 'due',
  deadline: 'deadline',
  baseline: 'baseline',
  forecast: 'forecast',
  finish: 'forecast',
  completed: 'completed',
  percent: 'progress',
};

/** Counts of milestones of the whole plan, whichever milestone the sentence goes on to name. */
const counts: ReadonlySet<string> = new Set(['total', 'done', 'late', 'troubled', 'open']);

function figureText({ locale }: Teller, value: Exclude<MessageArgument, string | Message>): string {
  if (typeof value === 'number') return formatNumber(value, locale);
  return 'day' in value
    ? formatDay(value.day, locale, value.style ?? 'long')
    : formatMoney(value.money, locale, value.currency);
}

const known = new WeakMap<Teller['seen'], ReadonlyMap<string, string>>();

function keysOf({ seen }: Teller): ReadonlyMap<string, string> {
  const found =
    known.get(seen) ??
    new Map(
      [...seen.milestones].reverse().flatMap(({ key, title, name }) => [[title, key] as const, [name, key] as const]),
    );
  known.set(seen, found);
  return found;
}

function clipped(runs: Runs): Runs {
  let left = longest;
  const shown: Run[] = [];
  for (const run of runs) {
    const text = textOf(run);
    if (text.length > left) return [...shown, `${[...text.slice(0, Math.max(0, left - 1))].join('')}…`];
    left -= text.length;
    shown.push(run);
  }
  return shown;
}
