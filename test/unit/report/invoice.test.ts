import { describe, expect, test } from 'vitest';
import { day } from '../../../src/base/day';
import { moneyText } from '../../../src/base/money';
import { type CsvCell, csv } from '../../../src/report/csv';
import { invoiceCsv, invoiceDocument, invoiceOf, nextInvoiceNumber } from '../../../src/report/invoice';
import { english, snapshotOf } from './snapshotOf';

const text = `project: Website relaunch
client: Acme GmbH
currency: EUR
people:
  me: { name: Kim Lee, rate: 95 }
milestones:
  - id: design
    title: Design approved
    status: done
    completed: 2026-11-20
    amount: 4000.05
    deliverables:
      - { title: Figma file, url: https://example.com/figma }
      - Style guide
    internal: Margin is thin
    notes: Logo next week
    milestones:
      - { id: logo, title: "=Logo, the \\"new\\" one", amount: 0.15, payment: { state: submitted, submitted: 2026-11-19 } }
      - { id: dropped, title: Film, amount: 900, status: cancelled }
  - { id: live, title: Site live, amount: 7000 }
  - { id: free, title: Party }
`;
const plan = () => {
  const [found] = snapshotOf(text, '2026-11-23').plans;
  if (!found) throw new Error('no plan');
  return found;
};
const options = { number: '2026-017', on: day('2026-11-23'), dueDays: 14 };

describe('an invoice', () => {
  test('has the milestone and what lies inside it as lines, and their exact sum', () => {
    const invoice = invoiceOf(plan(), 'design', options);
    expect(invoice?.lines.map(({ key, amount }) => [key, moneyText(amount)])).toEqual([
      ['design', '4000.05'],
      ['logo', '0.15'],
    ]);
    expect(moneyText(invoice?.total ?? (0n as never))).toBe('4000.2');
    expect(invoice?.due).toBe(day('2026-12-07'));
    expect(invoice?.client).toBe('Acme GmbH');
  });

  test('is not made where nothing has an amount, nor of what is not there', () => {
    expect(invoiceOf(plan(), 'free', options)).toBeUndefined();
    expect(invoiceOf(plan(), 'dropped', options)).toBeUndefined();
    expect(invoiceOf(plan(), 'nobody', options)).toBeUndefined();
  });

  test('says every fact once, and nothing internal', () => {
    const invoice = invoiceOf(plan(), 'design', options);
    if (!invoice) throw new Error('no invoice');
    const document = invoiceDocument(invoice, { say: english, locale: 'en-GB' });
    const all = JSON.stringify(document);
    for (const fact of [
      '2026-017',
      'Acme GmbH',
      '23 November 2026',
      '7 December 2026',
      '20 November 2026',
      '€4,000.05',
    ])
      expect(all.split(fact).length, fact).toBeGreaterThan(1);
    for (const secret of ['Margin', 'Logo next week', '95', 'Kim']) expect(all).not.toContain(secret);
  });

  test('as a table, has one line a service with days and decimals as programs read them', () => {
    const invoice = invoiceOf(plan(), 'design', options);
    if (!invoice) throw new Error('no invoice');
    expect(invoiceCsv(invoice)).toBe(
      [
        '"number","date","due","client","project","line","milestone","title","delivered","amount","currency"',
        '"2026-017","2026-11-23","2026-12-07","Acme GmbH","Website relaunch","1","design","Design approved","2026-11-20","4000.05","EUR"',
        '"2026-017","2026-11-23","2026-12-07","Acme GmbH","Website relaunch","2","logo","\'=Logo, the ""new"" one","2026-11-19","0.15","EUR"',
        '',
      ].join('\r\n'),
    );
  });
});

test.each<[readonly string[], string | undefined]>([
  [['2026-017'], '2026-018'],
  [['2026-9', '2026-10'], '2026-11'],
  [['R099'], 'R100'],
  [['99a'], '100a'],
  [['0099'], '0100'],
  [['first'], undefined],
  [[], undefined],
  [['9'.repeat(40)], `1${'0'.repeat(40)}`],
])('after %j comes %j', (written, next) => {
  expect(nextInvoiceNumber(written)).toBe(next);
});

/** As RFC 4180 reads it. */
function parsed(table: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, end] of table.matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)) {
    row.push((quoted ?? '').replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

describe('cells', () => {
  const hostile = [
    '=HYPERLINK("https://evil.example")',
    '+1+1',
    '-2+3',
    '@SUM(A1)',
    '|calc',
    '\t=1',
    ' \u00a0=1',
    '\ufeff=1',
    '\u200b=1',
    '＝1',
    '＋1',
    '－1',
    '＠1',
    "'=1",
    'a\r\nb,"c"',
    'x\u2028=y',
    '"',
    '',
    '\u202e=1',
    '\u0000=1',
    'a;b',
    "=cmd|' /C calc'!A0",
  ];

  test.each(hostile)('%j stays one cell that is no formula', (payload) => {
    const rows: readonly (readonly CsvCell[])[] = [
      [{ text: 'before' }, { text: payload }, { figure: '-4' }],
      [{ text: payload }, { text: payload }, { text: 'after' }],
    ];
    const found = parsed(csv(rows));
    expect(found.map((row) => row.length)).toEqual([3, 3]);
    expect(found[0]?.[2]).toBe('-4');
    for (const cell of [found[0]?.[1], found[1]?.[0], found[1]?.[1]])
      expect(cell).not.toMatch(/^[\s\u00a0\ufeff\u200b]*[=+\-@|＝＋－＠]|[\r\n]/);
  });
});
