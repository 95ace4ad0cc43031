// Sentences as values: an English pattern and its arguments, put into the reader's language only where they are shown.
import { type Day, type DayStyle, formatDay } from './day';
import { formatMoney, type Money } from './money';

export interface DayArgument {
  readonly day: Day;
  readonly style?: DayStyle;
}
export interface MoneyArgument {
  readonly money: Money;
  readonly currency?: string | undefined;
}
export type MessageArgument = string | number | DayArgument | MoneyArgument | Message;

/** A sentence for a person. `text` is the English pattern with `{name}` places and at the same time the key of its translations. */
export interface Message {
  readonly text: string;
  readonly args: Readonly<Record<string, MessageArgument>>;
}

/** Makes a message. Every pattern is a literal at the call, so that the table of translations can be checked against the code. */
export function message(text: string, args: Message['args'] = nothing): Message {
  return { text, args };
}

const nothing: Message['args'] = Object.freeze({});

/** `one` for exactly 1, else `many`; both may use `{count}`. Both patterns are literals at the call, like those of `message`. */
export function counted(count: number, one: string, many: string, args: Message['args'] = nothing): Message {
  return message(count === 1 ? one : many, args === nothing ? { count } : { ...args, count });
}

/** Puts a message into one reader's language. */
export type Say = (message: Message) => string;

/** The translation of an English pattern with its arguments filled in: the editor's `l10n.t`, or `fillIn` for English. */
export type Translate = (text: string, args: Record<string, string | number>) => string;

export function sayer(locale: string, translate: Translate = fillIn): Say {
  const say: Say = ({ text, args }) => {
    const shown: Record<string, string | number> = {};
    for (const [name, value] of Object.entries(args)) shown[name] = argument(value);
    return translate(text, shown);
  };
  const argument = (value: MessageArgument): string | number => {
    if (typeof value !== 'object') return value;
    if ('text' in value) return say(value);
    if ('day' in value) return formatDay(value.day, locale, value.style ?? 'long');
    return formatMoney(value.money, locale, value.currency);
  };
  return say;
}

/** Fills `{name}` places of a pattern; a place without an argument stays as it is. */
export function fillIn(text: string, args: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => (Object.hasOwn(args, name) ? String(args[name]) : place));
}
