// Amounts of money as exact decimals. Knows no currency.
import { numberFormat } from './numbers';

declare const moneyBrand: unique symbol;

/** An amount as a whole number of ten-thousandths, so that sums are exact. */
export type Money = bigint & { readonly [moneyBrand]: true };

const written = /^(-)?(\d{1,15})(?:\.(\d{1,4}))?$/;

/** Reads a decimal with at most 4 fraction digits, such as `4000` or `1250.50`; `undefined` for anything else. */
export function parseMoney(text: string): Money | undefined {
  const match = written.exec(text);
  if (!match) return undefined;
  const units = BigInt((match[2] ?? '') + (match[3] ?? '').padEnd(4, '0'));
  return (match[1] ? -units : units) as Money;
}

export const noMoney = 0n as Money;

export function addMoney(left: Money, right: Money): Money {
  return (left + right) as Money;
}

/** Σ share × amount, exactly, and only then rounded half up to the smallest unit. A share is taken as the decimal it is written as. */
export function sumOfShares(parts: readonly { readonly share: number; readonly amount: Money }[]): Money {
  const decimals = parts.flatMap(({ share, amount }) => {
    const [, whole = '', fraction = '', exponent = ''] = /^(-?\d)\.?(\d*)e(.*)$/.exec(share.toExponential()) ?? [];
    return whole ? [{ units: BigInt(whole + fraction) * amount, scale: fraction.length - Number(exponent) }] : [];
  });
  const scale = decimals.reduce((most, each) => Math.max(most, each.scale), 0);
  const sum = decimals.reduce((all, each) => all + each.units * 10n ** BigInt(scale - each.scale), 0n);
  return halfUp(sum, 10n ** BigInt(scale)) as Money;
}

function halfUp(over: bigint, under: bigint): bigint {
  const doubled = 2n * over + under;
  const found = doubled / (2n * under);
  return doubled < 0n && doubled % (2n * under) !== 0n ? found - 1n : found;
}

/** The amount as a decimal text without trailing zeros, such as `4000` or `1250.5`. */
export function moneyText(amount: Money): string {
  const sign = amount < 0n ? '-' : '';
  const digits = (amount < 0n ? -amount : amount).toString().padStart(5, '0');
  const fraction = digits.slice(-4).replace(/0+$/, '');
  return sign + digits.slice(0, -4) + (fraction && `.${fraction}`);
}

/** The amount for a reader, such as `€4,000.00`; without a valid currency, a plain number. */
export function formatMoney(amount: Money, locale: string, currency: string | undefined): string {
  // `format` takes a decimal text as it is (ES2023), so no digit passes through a binary float.
  const text = moneyText(amount) as unknown as number;
  if (currency !== undefined && /^[A-Z]{3}$/.test(currency)) {
    const whole = amount % 10_000n === 0n;
    return numberFormat(locale, {
      style: 'currency',
      currency,
      ...(whole ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : { maximumFractionDigits: 4 }),
    }).format(text);
  }
  return numberFormat(locale, { maximumFractionDigits: 4 }).format(text);
}
