// What a change of dates would do, as one sentence. Knows figures and titles only.
import type { Day } from '../base/day';
import { counted, type Message, message } from '../base/message';

/** A deadline that is missed from now, by calendar days. */
export interface Missed {
  readonly kind: 'own' | 'project' | 'other';
  readonly days: number;
  /** Of another milestone. */
  readonly title?: string;
}

export interface EffectFigures {
  /** By which the end moves; positive is later. */
  readonly workingDays: number;
  readonly calendarDays: number;
  /** It had no end before. */
  readonly isDated: boolean;
  /** Working days by which a stated start moves. */
  readonly startDays: number;
  /** Where it is expected later than it is due all the same. */
  readonly expected: Day | undefined;
  /** How many other milestones are expected on another day, and the one that ends last among them. */
  readonly moved: number;
  readonly last: { readonly title: string; readonly day: Day } | undefined;
  readonly missed: Missed | undefined;
}

export function effectSentence(figures: EffectFigures): Message {
  const parts = [
    ...endPart(figures),
    ...(figures.expected === undefined ? [] : [message('expected on {day}', { day: near(figures.expected) })]),
    movedPart(figures),
    ...missedPart(figures.missed),
  ];
  return parts.reduce((first, second) => message('{first}; {second}', { first, second }));
}

function near(day: Day) {
  return { day, style: 'short' as const };
}

function endPart({ workingDays, calendarDays, isDated, startDays }: EffectFigures): readonly Message[] {
  if (isDated) return [];
  if (workingDays !== 0) return [distance(workingDays)];
  if (calendarDays > 0) {
    return [
      counted(calendarDays, '{count} day later, no working day', '{count} days later, no working day among them'),
    ];
  }
  if (calendarDays < 0) {
    return [
      counted(-calendarDays, '{count} day earlier, no working day', '{count} days earlier, no working day among them'),
    ];
  }
  if (startDays === 0) return [message('the end stays')];
  return startDays > 0
    ? [counted(startDays, 'begins {count} working day later', 'begins {count} working days later')]
    : [counted(-startDays, 'begins {count} working day earlier', 'begins {count} working days earlier')];
}

function distance(days: number): Message {
  return days > 0
    ? counted(days, '{count} working day later', '{count} working days later')
    : counted(-days, '{count} working day earlier', '{count} working days earlier');
}

function movedPart({ moved, last }: EffectFigures): Message {
  if (!last) return message('nothing else moves');
  const args = { title: last.title, day: near(last.day) };
  return moved === 1
    ? message('{title} moves to {day}', args)
    : message('{count} milestones move, {title} to {day}', { ...args, count: moved });
}

function missedPart(missed: Missed | undefined): readonly Message[] {
  if (!missed) return [];
  const { kind, days, title = '' } = missed;
  if (kind === 'own')
    return [counted(days, 'misses the deadline by {count} day', 'misses the deadline by {count} days')];
  if (kind === 'project') {
    return [
      counted(
        days,
        'the project misses its deadline by {count} day',
        'the project misses its deadline by {count} days',
      ),
    ];
  }
  return [
    counted(days, '{title} misses its deadline by {count} day', '{title} misses its deadline by {count} days', {
      title,
    }),
  ];
}
