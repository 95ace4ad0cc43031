// Completion of days: words such as `tomorrow`, `+2w` or `next month` become the day they mean. Knows no clock.
import { type Day, isoDay, parseDay, weekday } from '../base/day';
import { parseDayInput } from '../base/dayInput';
import { type Message, message } from '../base/message';
import type { Plan } from '../model/plan';
import { workingDaysOf } from '../schedule/workingDays';
import { slotOf } from './completionInsert';
import type { Asked, Completion } from './completionKinds';
import { type Offer, placed } from './completionValues';
import { isHoliday } from './hoverDays';

const fromToday = ['today', 'tomorrow', 'next friday', '+3d', '+1w', '+2w', '+4w', 'next month', 'end of month'];
const fromWritten = ['+1d', '+1w', '+2w', '+1m', '-1w'];

export function dayCompletions(asked: Asked): Completion[] {
  const { written } = slotOf(asked);
  const typed = written.trim();
  const current = parseDay(typed);
  // A blank behind a day is the end of it.
  if (current !== undefined && /\s$/.test(written)) return [];
  if (current !== undefined) return placed(asked, moved(asked, current, typed));
  const meant = typed === '' ? undefined : parseDayInput(typed, asked.today);
  const words = /^[+-]/.test(typed) ? [...fromToday, '+1m', '+1y'] : fromToday;
  const offers = words.flatMap((word): Offer[] => {
    const day = parseDayInput(word, asked.today);
    return day === undefined || day === meant ? [] : [offerOf(asked, word, day)];
  });
  // What is typed is the word to compare with, so that the editor keeps the item whatever way it was said.
  const first = meant === undefined ? [] : [{ ...offerOf(asked, typed, meant), filter: typed, preselect: true }];
  return placed(asked, [...first, ...offers]);
}

/** A day that is written already can be moved. */
function moved(asked: Asked, current: Day, typed: string): Offer[] {
  const works = asked.plan ? workingDaysOf(asked.plan) : undefined;
  const next = works && !works.works(current) ? works.nearest(current, 1) : undefined;
  const offers = fromWritten.flatMap((word): Offer[] => {
    const day = parseDayInput(word, asked.today, current);
    return day === undefined ? [] : [{ ...offerOf(asked, word, day), filter: `${typed} ${word}` }];
  });
  if (next === undefined) return offers;
  const said = { ...offerOf(asked, isoDay(next), next), detail: message('the next working day, {day}', full(next)) };
  return [{ ...said, filter: `${typed} ${isoDay(next)}` }, ...offers];
}

function offerOf({ plan }: Asked, label: string, day: Day): Offer {
  const iso = isoDay(day);
  return { kind: 'day', label, value: iso, filter: `${label} ${iso}`, detail: detailOf(plan, day) };
}

function full(day: Day) {
  return { day: { day, style: 'full' as const } };
}

/** The weekday and the date, and whether nobody works then. */
function detailOf(plan: Plan | undefined, day: Day): Message {
  const usual = weekday(day) <= 5;
  if (plan ? workingDaysOf(plan).works(day) : usual) return message('{day}', full(day));
  return plan && isHoliday(plan, day)
    ? message('{day}, a holiday', full(day))
    : message('{day}, no working day', full(day));
}
