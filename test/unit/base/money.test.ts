import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMoney,
  formatMoney,
  type Money,
  moneyText,
  noMoney,
  parseMoney,
  sumOfShares,
} from '../../../src/base/money';

const money = (text: string): Money => {
  const read = parseMoney(text);
  if (read === undefined) throw new RangeError(text);
  return read;
};

describe('money', () => {
  it.each([
    ['4000', 40_000_000n],
    ['1250.50', 12_505_000n],
    ['0.0001', 1n],
    ['-3.5', -35_000n],
    ['999999999999999.9999', 9_999_999_999_999_999_999n],
  ])('%s', (text, units) => expect(parseMoney(text)).toBe(units));

  it.each([
    '',
    '-',
    '1,5',
    '1_000',
    '0x32',
    '.5',
    '5.',
    '1.23456',
    '1e3',
    '+1',
    '1000000000000000',
    ' 1',
    '1 ',
    '€4',
    'NaN',
  ])('%j is none', (text) => expect(parseMoney(text)).toBeUndefined());
  it.each([
    ['4000', '4000'],
    ['1250.50', '1250.5'],
    ['-0.0500', '-0.05'],
    ['0', '0'],
    ['-0', '0'],
    ['0.0001', '0.0001'],
    ['007.10', '7.1'],
  ])('%s is written %s', (text, expected) => expect(moneyText(money(text))).toBe(expected));

  it('reads what it writes, and sums are exact in any order', () => {
    const amount = fc.bigInt({
      min: -9_999_999_999_999_999_999n,
      max: 9_999_999_999_999_999_999n,
    }) as fc.Arbitrary<Money>;
    fc.assert(
      fc.property(amount, (value) => {
        expect(parseMoney(moneyText(value))).toBe(value);
      }),
    );
    fc.assert(
      fc.property(fc.array(amount), (amounts) => {
        const sum = amounts.reduce<bigint>((total, each) => total + each, 0n);
        expect([...amounts].reverse().reduce(addMoney, noMoney)).toBe(sum);
      }),
    );
    // In binary floats this is 0.30000000000000004.
    expect(moneyText(addMoney(money('0.1'), money('0.2')))).toBe('0.3');
  });
  it('is shown with its currency, without cents that are not there', () => {
    expect(formatMoney(money('4000'), 'en-US', 'EUR')).toBe('€4,000');
    expect(formatMoney(money('1250.50'), 'en-US', 'EUR')).toBe('€1,250.50');
    expect(formatMoney(money('0.0125'), 'en-US', 'EUR')).toBe('€0.0125');
    expect(formatMoney(money('4000'), 'en-US', undefined)).toBe('4,000');
    expect(formatMoney(money('1250.5'), 'en-US', 'euros')).toBe('1,250.5');
    expect(formatMoney(money('1250.5'), 'de', 'EUR').replace(/\s/, ' ')).toBe('1.250,50 €');
  });
  it('shows every digit of a large amount', () => {
    expect(formatMoney(money('999999999999999.9999'), 'en-US', undefined)).toBe('999,999,999,999,999.9999');
  });
});

describe('shares of amounts', () => {
  const sum = (...parts: readonly (readonly [number, string])[]) =>
    moneyText(sumOfShares(parts.map(([share, text]) => ({ share, amount: money(text) }))));

  it.each([
    [0.2, '1200', '240'],
    [0.1, '0.3', '0.03'],
    [1, '999999999999999.9999', '999999999999999.9999'],
    [0.3, '999999999999999.9999', '300000000000000'],
    [0, '5', '0'],
    [0.5, '0.0001', '0.0001'],
    [0.49, '0.0001', '0'],
    [0.5, '-0.0001', '0'],
    [0.51, '-0.0001', '-0.0001'],
    [0.5, '-0.0003', '-0.0001'],
    [1e-7, '1000', '0.0001'],
    [5e-324, '1000', '0'],
    [0.123456789012345, '10000', '1234.5679'],
  ])('%d of %s is %s', (share, amount, expected) => expect(sum([share, amount])).toBe(expected));

  it('are rounded once, when all are together', () => {
    expect(sum([0.4, '0.0001'], [0.4, '0.0001'])).toBe('0.0001');
    expect(sum()).toBe('0');
  });
});
