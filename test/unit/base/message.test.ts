import { describe, expect, it } from 'vitest';
import { day } from '../../../src/base/day';
import { counted, fillIn, message, sayer } from '../../../src/base/message';
import { parseMoney } from '../../../src/base/money';

const say = sayer('en-GB');

describe('messages', () => {
  it('fill in text, numbers, days, money and other messages', () => {
    const amount = { money: parseMoney('4000') ?? (0n as never), currency: 'EUR' };
    const inner = message('was due {due}', { due: { day: day('2026-12-04'), style: 'short' } });
    const outer = message('{title} {inner}: {amount}, {count}', { title: 'Design', inner, amount, count: 3 });
    expect(say(outer)).toBe('Design was due 4 Dec: €4,000, 3');
    expect(say(message('Due {due}', { due: { day: day('2026-12-04') } }))).toBe('Due 4 December 2026');
  });
  it('choose one or many', () => {
    const days = (count: number) => say(counted(count, '{count} day late', '{count} days late'));
    expect([0, 1, 2].map(days)).toEqual(['0 days late', '1 day late', '2 days late']);
  });
  it('never fill in what an argument brings along', () => {
    const cunning = message('{title} is {state}', { title: '{state} $& {0}', state: '$1' });
    expect(say(cunning)).toBe('{state} $& {0} is $1');
  });
  it('leave a place without an argument, whatever its name', () => {
    expect(fillIn('{a} {constructor} {__proto__} {}', { a: 1 })).toBe('1 {constructor} {__proto__} {}');
  });
  it('ask the translation with the pattern and the written out arguments', () => {
    const asked: unknown[] = [];
    const german = sayer('de', (text, args) => {
      asked.push([text, args]);
      return fillIn('Fällig {due}', args);
    });
    expect(german(message('Due {due}', { due: { day: day('2026-12-04') } }))).toBe('Fällig 4. Dezember 2026');
    expect(asked).toEqual([['Due {due}', { due: '4. Dezember 2026' }]]);
  });
});
