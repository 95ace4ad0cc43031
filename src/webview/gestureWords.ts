// What a gesture says, in the reader's words: the label at the pointer and the sentences for the live region. Knows no elements.
import { isSame } from '../drawing/snap';
import type { PanelWord } from '../protocol/words';
import { noDay, textAt } from '../report/timelineRows';
import type { Content } from './content';
import { shownText } from './dom';
import type { Gesture, Linking, Moving, Notice } from './gestureState';
import { rowFor } from './grab';

/** What the host says is whole sentences with titles in them. */
const longestSentence = 600;

/** What stands at the pointer: the new dates, and below what they do. `bad`: it cannot be done. */
export interface Bubble {
  readonly head: string;
  readonly text: string;
  readonly bad: boolean;
}

export function bubbleOf(gesture: Gesture, content: Content): Bubble | undefined {
  if (gesture.kind === 'moving')
    return { head: datesOf(gesture, content), text: effectOf(gesture, content), bad: false };
  if (gesture.kind === 'linking') return linkBubble(gesture, content);
  return gesture.kind === 'barred' ? { head: '', text: content.word(gesture.why), bad: true } : undefined;
}

export function datesOf({ now, subject, part }: Moving, content: Content): string {
  const { was } = subject;
  const isBoth = now.start !== was.start && now.due !== was.due;
  const isWhole = part === 'whole' && now.start !== noDay && now.due !== noDay;
  const day = (value: number) => dayIn(content, value);
  if (isBoth || isWhole) return fill(content.word('{start} to {due}'), { start: day(now.start), due: day(now.due) });
  const isStart = part === 'start' || now.due === noDay;
  return isStart
    ? fill(content.word('Starts {date}'), { date: day(now.start) })
    : fill(content.word('Due {date}'), { date: day(now.due) });
}

/** The host's sentence once it is about these days; until then how many days they are. */
function effectOf({ now, subject, answer }: Moving, content: Content): string {
  const { was } = subject;
  if (isSame(now, was)) return content.word('As before');
  if (answer && isSame(answer.stated, now) && answer.effect.text !== '')
    return shownText(answer.effect.text, longestSentence);
  const days = now.due !== noDay && now.due !== was.due ? now.due - was.due : now.start - was.start;
  const text = daysIn(content.locale, Math.abs(days));
  return days > 0
    ? fill(content.word('{days} later'), { days: text })
    : fill(content.word('{days} earlier'), { days: text });
}

function linkBubble({ by, from, over }: Linking, content: Content): Bubble {
  if (over?.why !== undefined) return { head: titleOf(content, over.ref), text: content.word(over.why), bad: true };
  if (over) {
    const [waits, on] = by === 'pointer' ? [over.ref, from.ref] : [from.ref, over.ref];
    const text = fill(content.word('{title} waits for {other}'), {
      title: titleOf(content, waits),
      other: titleOf(content, on),
    });
    return { head: '', text, bad: false };
  }
  const word: PanelWord =
    by === 'pointer'
      ? 'Lead the arrow to the milestone that waits for this one'
      : 'What does {title} wait for? Up and down choose, Enter confirms, Escape cancels';
  return { head: '', text: fill(content.word(word), { title: titleOf(content, from.ref) }), bad: false };
}

/** For the live region when the keys have taken hold of something: what can be done now. */
export function introOf(gesture: Gesture, content: Content): string {
  if (gesture.kind !== 'moving') return spoken(bubbleOf(gesture, content));
  const keys: PanelWord =
    '{title}: left and right move it by a day, with Shift by a week, up and down choose the part, Enter confirms, Escape cancels';
  return `${fill(content.word(keys), { title: titleOf(content, gesture.subject.ref) })}. ${datesOf(gesture, content)}`;
}

const partWords = { whole: 'The whole of it', start: 'Its start', end: 'Its end' } as const;

export function partOf({ part }: Moving, content: Content): string {
  return content.word(partWords[part]);
}

export function spoken(bubble: Bubble | undefined): string {
  return bubble ? [bubble.head, bubble.text].filter((text) => text !== '').join('. ') : '';
}

export function noticeText({ text }: Notice, content: Content): string {
  return 'word' in text ? content.word(text.word) : shownText(text.said, longestSentence);
}

export function titleOf({ rows }: Content, ref: string): string {
  return shownText(textAt(rows.titles, rowFor(rows, ref)));
}

/** Values are put in as they are, whatever they look like. */
export function fill(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? '') : whole,
  );
}

const formatters = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();

/** With the day of the week, which is what a date is chosen by; the year where it is not this one. */
function dayIn({ locale, rows }: Content, value: number): string {
  const date = new Date(value * 86_400_000);
  const isNear = date.getUTCFullYear() === new Date(rows.today * 86_400_000).getUTCFullYear();
  const format = kept(
    `${locale} ${isNear}`,
    () =>
      new Intl.DateTimeFormat(locale, {
        ...{ weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' },
        ...(isNear ? {} : { year: 'numeric' }),
      } as const),
  );
  return format.format(date);
}

function daysIn(locale: string, count: number): string {
  return kept(
    `${locale} days`,
    () => new Intl.NumberFormat(locale, { style: 'unit', unit: 'day', unitDisplay: 'long' }),
  ).format(count);
}

function kept<Format extends Intl.DateTimeFormat | Intl.NumberFormat>(key: string, make: () => Format): Format {
  const known = formatters.get(key) ?? make();
  formatters.set(key, known);
  return known as Format;
}
