// Calendars as lines of working days, and sums on them, beside a count of one day after the other.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, type Day, day, isoDay, weekday } from '../../../src/base/day';
import { type CalendarRules, compileCalendar, type Days } from '../../../src/network/calendar';
import { addWorkingDays, addWorkingTime, workingTimeBetween } from '../../../src/network/workingTime';
import { calendarOf } from './build';

const first = day('2026-11-01');
const ranges = (most: number) =>
  fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 12 }))
      .map(([from, length]): Days => ({ from: addDays(first, from), to: addDays(first, from + length) })),
    { maxLength: most },
  );
const someRules = fc.record({
  week: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }).filter((week) => week.includes(true)),
  holidays: ranges(5),
  workdays: ranges(4),
});
const someDay = fc.integer({ min: -10, max: 90 }).map((count) => addDays(first, count));
const someCount = fc.integer({ min: -40, max: 40 });

/** What goes before what, for one day. */
function worked({ week, holidays, workdays }: CalendarRules, at: Day): boolean {
  const within = (days: readonly Days[]) => days.some(({ from, to }) => from <= at && at <= to);
  return within(workdays) || (!within(holidays) && week[weekday(at) - 1] === true);
}

function countBetween(rules: CalendarRules, from: Day, to: Day): number {
  let count = 0;
  for (let at = from; at < to; at = addDays(at, 1)) if (worked(rules, at)) count++;
  return count;
}

describe('every day and every position are those of a count day by day', () => {
  it('on any calendar', () => {
    fc.assert(
      fc.property(someRules, someDay, someDay, fc.integer({ min: 0, max: 3 }), (rules, from, other, quarters) => {
        const calendar = compileCalendar(rules);
        expect(calendar.works(from)).toBe(worked(rules, from));
        if (other >= from)
          expect(calendar.before(other) - calendar.before(from)).toBe(countBetween(rules, from, other));
        const begin = calendar.before(from);
        let next = from;
        while (!worked(rules, next)) next = addDays(next, 1);
        expect(calendar.startDay(begin + quarters / 4)).toBe(next);
        expect(calendar.finishDay(begin + (quarters + 1) / 4)).toBe(next);
        let last = addDays(from, -1);
        while (!worked(rules, last)) last = addDays(last, -1);
        expect(calendar.finishDay(begin)).toBe(last);
      }),
      { numRuns: 2000 },
    );
  });

  it('on a Saturday opened within holidays', () => {
    const holidays = [{ from: day('2026-12-21'), to: day('2027-01-03') }];
    const saturday = { from: day('2026-12-26'), to: day('2026-12-26') };
    const calendar = calendarOf('xxxxx..', { holidays, workdays: [saturday] });
    const works = ['2026-12-18', '2026-12-21', '2026-12-26', '2026-12-27', '2027-01-01', '2027-01-04'];
    expect(works.filter((text) => calendar.works(day(text)))).toEqual(['2026-12-18', '2026-12-26', '2027-01-04']);
    const friday = calendar.before(day('2026-12-18'));
    expect([0, 1, 2, 3].map((more) => isoDay(calendar.startDay(friday + more)))).toEqual([
      '2026-12-18',
      '2026-12-26',
      '2027-01-04',
      '2027-01-05',
    ]);
  });

  it('over the whole calendar of years, without counting', () => {
    const thousand = Array.from({ length: 1000 }, (_, at) => {
      const from = addDays(day('1500-01-04'), at * 400);
      return { from, to: addDays(from, at % 9) };
    });
    const calendar = calendarOf('xxxxx..', { holidays: thousand });
    for (const text of ['0001-01-01', '1582-10-15', '1969-12-31', '1970-01-01', '2400-02-29', '9999-12-31']) {
      const at = day(text);
      const position = calendar.before(at);
      expect(calendar.before(calendar.startDay(position))).toBe(position);
      expect(calendar.before(addDays(at, 1)) - position).toBe(Number(calendar.works(at)));
    }
    const monday = calendarOf('x......');
    expect(monday.before(day('9999-12-31')) - monday.before(day('0001-01-01'))).toBe(521_723);
  });

  it('and none lies before or behind what can be written', () => {
    const calendar = calendarOf('xxxxx..', { holidays: [{ from: day('9999-12-01'), to: day('9999-12-31') }] });
    const far = [1e6, 1e12, Number.POSITIVE_INFINITY].map((more) => calendar.before(day('2026-11-23')) + 3e6 * more);
    for (const position of far) {
      expect([calendar.startDay(position), calendar.finishDay(position)].map(isoDay)).toEqual([
        '9999-12-31',
        '9999-12-31',
      ]);
      expect([calendar.startDay(-position), calendar.finishDay(-position)].map(isoDay)).toEqual([
        '0001-01-01',
        '0001-01-01',
      ]);
    }
    const never = calendarOf('.......', { workdays: [{ from: day('2026-11-23'), to: day('2026-11-24') }] });
    const open = never.before(day('2026-11-23'));
    expect([open + 1, open + 2].map((position) => isoDay(never.startDay(position)))).toEqual([
      '2026-11-24',
      '9999-12-31',
    ]);
  });
});

describe('sums in working time', () => {
  const calendar = calendarOf('xxxxx..');
  const monday = day('2025-10-27');

  test.each([
    [5, '2025-11-03'],
    [1, '2025-10-28'],
    [0, '2025-10-27'],
    [-1, '2025-10-24'],
    [-5, '2025-10-20'],
    [-6, '2025-10-17'],
  ])('Monday 27 October 2025 and %i working days: %s', (count, expected) => {
    expect(isoDay(addWorkingDays(calendar, monday, count))).toBe(expected);
  });

  test.each([
    [1, '2025-11-03'],
    [2, '2025-11-04'],
    [0, '2025-11-01'],
    [-1, '2025-10-31'],
  ])('a Saturday and %i: %s', (count, expected) => {
    expect(isoDay(addWorkingDays(calendar, day('2025-11-01'), count))).toBe(expected);
  });

  test.each([
    ['the begin of a day stays one', '2025-10-27', 0, 5, '2025-11-03', 0],
    ['the end of a day stays one', '2025-10-27', 1, 4, '2025-10-31', 1],
    ['a half and a half end on the same day', '2025-10-31', 0.5, 0.5, '2025-10-31', 1],
    ['a half more goes over the weekend', '2025-10-31', 0.5, 1, '2025-11-03', 0.5],
    ['back over the weekend', '2025-11-03', 0.5, -1, '2025-10-31', 0.5],
    ['a part of a day without work is none', '2025-11-01', 0.5, 0.25, '2025-11-03', 0.25],
  ])('%s', (_, from, part, days, to, expected) => {
    expect(addWorkingTime(calendar, { day: day(from), part }, days)).toEqual({ day: day(to), part: expected });
  });

  it('are exact for halves, undo each other, and are the same in every time zone', () => {
    const zone = process.env.TZ;
    fc.assert(
      fc.property(
        someRules,
        someDay,
        someCount,
        fc.constantFrom(0, 0.5, 1),
        fc.constantFrom('UTC', 'Pacific/Apia', 'America/New_York'),
        (rules, from, halves, part, other) => {
          process.env.TZ = other;
          const line = compileCalendar(rules);
          const start = { day: from, part };
          const end = addWorkingTime(line, start, halves / 2);
          expect(workingTimeBetween(line, start, end)).toBe(halves / 2);
          expect(workingTimeBetween(line, end, start)).toBe(0 - halves / 2);
          if (worked(rules, from) && part === 0.5) expect(addWorkingTime(line, end, -halves / 2)).toEqual(start);
        },
      ),
      { numRuns: 1000 },
    );
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it('count working days as one goes through them', () => {
    fc.assert(
      fc.property(someRules, someDay, someCount, (rules, from, count) => {
        let at = from;
        for (let left = Math.abs(count); left > 0; ) {
          at = addDays(at, Math.sign(count));
          if (worked(rules, at)) left--;
        }
        expect(addWorkingDays(compileCalendar(rules), from, count)).toBe(at);
      }),
      { numRuns: 1000 },
    );
  });

  it('remember nothing wrong, however far apart the days are that are asked for in turn', () => {
    fc.assert(
      fc.property(
        someRules,
        someDay,
        fc.array(fc.integer({ min: -8, max: 8 }), { maxLength: 20 }),
        (rules, from, far) => {
          const line = compileCalendar(rules);
          for (const times of [0, ...far, 0]) {
            const day = addDays(from, times * 2048);
            const fresh = compileCalendar(rules);
            expect(line.before(day)).toBe(fresh.before(day));
            expect(line.works(day)).toBe(worked(rules, day));
            const position = fresh.before(day) + times * 2048;
            expect(line.startDay(position)).toBe(compileCalendar(rules).startDay(position));
          }
          expect(line.startDay(Number.POSITIVE_INFINITY)).toBe(line.finishDay(Number.POSITIVE_INFINITY));
          expect(line.startDay(0)).toBe(compileCalendar(rules).startDay(0));
        },
      ),
      { numRuns: 200 },
    );
  });
});
