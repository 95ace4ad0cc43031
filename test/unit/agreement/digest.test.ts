import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contractOf, normalContract } from '../../../src/agreement/contract';
import { differencesBetween } from '../../../src/agreement/difference';
import { digestOf, shortCodeOf } from '../../../src/agreement/digest';
import type { Plan } from '../../../src/model/plan';
import { readPlanFile } from '../../../src/model/read';

const full = `version: 1
project: Website
currency: EUR
people:
  ana: { name: Ana Ruiz, role: client }
milestones:
  - id: design
    title: Design approved
    description: |
      Five templates.
      Two rounds.
    scope: { in: [Templates, Icons], out: [Texts], assumptions: [Logo is there] }
    deliverables: [{ title: Templates, url: https://example.org/t }, Style guide]
    acceptanceCriteria: [Five templates, { text: Contrast 4.5, done: false }]
    due: 2026-12-04
    deadline: 2026-12-11
    amount: 4000.50
    owner: ana
    start: 2026-11-02
    baseline: 2026-11-27
    tags: [one]
    notes: For everyone.
    internal: Thin margin.
    progress: 10
    tasks: [Wireframes]
`;

function planOf(text: string): Plan {
  const { plan } = readPlanFile(text, 'plan');
  if (!plan) throw new Error('unreadable');
  return plan;
}

function digest(text: string): string {
  const plan = planOf(text);
  const [first] = plan.milestones;
  if (!first) throw new Error('no milestone');
  return digestOf(contractOf(plan, first));
}

function contract(text: string) {
  const plan = planOf(text);
  const [first] = plan.milestones;
  if (!first) throw new Error('no milestone');
  return contractOf(plan, first);
}

/** Examples of RFC 8785: its section 3.2.2 to 3.2.4 and appendix B. */
describe('canonical JSON', () => {
  it.each([
    [
      {
        peach: 'This sorting order',
        péché: 'is wrong according to French',
        pêche: 'but canonicalization MUST',
        sin: 'ignore locale',
      },
      '{"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ignore locale"}',
    ],
    [
      {
        '\u20ac': 'Euro Sign',
        '\r': 'Carriage Return',
        '\ufb33': 'Hebrew Letter Dalet With Dagesh',
        '1': 'One',
        '\ud83d\ude00': 'Emoji: Grinning Face',
        '\u0080': 'Control',
        '\u00f6': 'Latin Small Letter O With Diaeresis',
      },
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    ],
    [
      {
        numbers: JSON.parse('[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001]'),
        string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
        literals: [null, true, false],
      },
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    ],
    [[56, { d: true, '10': null, '1': [] }], '[56,{"1":[],"10":null,"d":true}]'],
  ])('%j', (value, text) => expect(canonicalize(value)).toBe(text));
});

/** Appendix B of RFC 8785: the bits of a number and how it is written. */
describe('numbers of canonical JSON', () => {
  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('%s', (bits, text) => {
    const view = new DataView(new ArrayBuffer(8));
    view.setBigUint64(0, BigInt(`0x${bits}`));
    expect(canonicalize(view.getFloat64(0))).toBe(text);
  });

  it('what is no number is refused', () => {
    expect(() => canonicalize(Number.NaN)).toThrow();
    expect(() => canonicalize(Number.POSITIVE_INFINITY)).toThrow();
  });
});

/** The test data published with the RFC by its author: structures, and text that stays as it is. */
it.each([
  [
    '{"1":{"f":{"f":"hi","F":5},"\\n":56.0},"10":{},"":"empty","a":{},"111":[{"e":"yes","E":"no"}],"A":{}}',
    '{"":"empty","1":{"\\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{"E":"no","e":"yes"}],"A":{},"a":{}}',
  ],
  ['{"Unnormalized Unicode":"A\\u030a"}', '{"Unnormalized Unicode":"A\u030a"}'],
])('%s', (input, text) => expect(canonicalize(JSON.parse(input))).toBe(text));

/** Fixed once and for all: a digest in somebody's file must mean the same in every later version. */
it('is what it was', () => {
  expect(digest('milestones:\n  - { id: a, title: A }\n')).toMatch(/^v1:sha256:[0-9a-f]{64}$/);
  expect(digestOf({ title: 'A' })).toBe('v1:sha256:3529d0a41555dcce5409451ca186444db8e972ff8d5867546e0e7928f37408f5');
});

describe('covered', () => {
  const edits: readonly (readonly [string, string, string])[] = [
    ['title', 'Design approved', 'Design approveD'],
    ['description', 'Two rounds', 'Two round'],
    ['scope in', 'Icons', 'Icon'],
    ['scope out', 'out: [Texts]', 'out: [Text]'],
    ['assumptions', 'Logo is there', 'Logo is here'],
    ['deliverable', 'Style guide', 'Style Guide'],
    ['url', 'example.org/t', 'example.org/u'],
    ['criterion', 'Five templates,', 'Six templates,'],
    ['criterion text', 'Contrast 4.5', 'Contrast 4.6'],
    ['due', '2026-12-04', '2026-12-05'],
    ['deadline', '2026-12-11', '2026-12-12'],
    ['amount', '4000.50', '4000.51'],
    ['currency', 'EUR', 'EUC'],
  ];
  it.each(edits)('%s', (_, was, is) => {
    const changed = full.replace(was, is);
    expect(changed).not.toBe(full);
    expect(digest(changed)).not.toBe(digest(full));
    expect(differencesBetween(contract(full), contract(changed))).toHaveLength(1);
    expect(digest(changed.replace(is, was))).toBe(digest(full));
  });
});

describe('not covered', () => {
  it.each([
    ['comment', 'due: 2026-12-04', 'due: 2026-12-04 # soon'],
    ['quotes', 'title: Design approved', 'title: "Design approved"'],
    ['order', 'in: [Templates, Icons]', 'in: [Icons, Templates]'],
    [
      'order of fields',
      '    due: 2026-12-04\n    deadline: 2026-12-11\n',
      '    deadline: 2026-12-11\n    due: 2026-12-04\n',
    ],
    ['decimal', '4000.50', '4000.5'],
    ['notes', 'For everyone.', 'For nobody.'],
    ['internal', 'Thin margin.', 'Fat margin.'],
    ['progress', 'progress: 10', 'progress: 20'],
    ['tasks', '[Wireframes]', '[{ title: Wireframes, done: true }]'],
    ['ticked', 'done: false', 'done: true'],
    ['start', 'start: 2026-11-02', 'start: 2026-11-03'],
    ['baseline', 'baseline: 2026-11-27', 'baseline: 2026-11-26'],
    ['owner', 'owner: ana', 'owner: me'],
    ['tags', 'tags: [one]', 'tags: [two]'],
    ['line ends', '\n', '\r\n'],
    ['project', 'project: Website', 'project: Site'],
    ['id', 'id: design', 'id: draft'],
  ])('%s', (_, was, is) => {
    const changed = full.replaceAll(was, is);
    expect(changed).not.toBe(full);
    expect(digest(changed)).toBe(digest(full));
    expect(differencesBetween(contract(full), contract(changed))).toEqual([]);
  });
});

/** A plan whose covered texts are given, each in double quotes, so that any character can stand in it. */
function planWith(texts: Readonly<Record<string, string>>): string {
  const quoted = (name: string) => JSON.stringify(texts[name]);
  return `version: 1
currency: EUR
milestones:
  - id: a
    title: ${quoted('title')}
    description: ${quoted('description')}
    scope: { in: [${quoted('in')}, Icons], out: [${quoted('out')}], assumptions: [${quoted('assumption')}] }
    deliverables: [{ title: ${quoted('deliverable')}, url: ${quoted('url')} }, Guide]
    acceptanceCriteria: [${quoted('criterion')}, { text: ${quoted('ticked')}, done: true }]
    due: 2026-12-04
    amount: 4000.5
`;
}

const texts: Readonly<Record<string, string>> = {
  title: 'Design approved',
  description: 'Five templates.\nTwo rounds.',
  in: 'Templates',
  out: 'Texts',
  assumption: 'Logo is there',
  deliverable: 'Style guide',
  url: 'https://example.org/t',
  criterion: 'Five templates',
  ticked: 'Contrast 4.5',
};
const fields: Readonly<Record<string, string>> = {
  in: 'scope.in',
  out: 'scope.out',
  assumption: 'scope.assumptions',
  deliverable: 'deliverables',
  url: 'deliverables',
  criterion: 'acceptanceCriteria',
  ticked: 'acceptanceCriteria',
};
const clean = (text: string) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim();

it('flips with one character changed, added or taken away in any covered text, tells where, and is restored with it', () => {
  const base = planWith(texts);
  const before = digest(base);
  const place = fc.nat(1_000);
  const sign = fc.constantFrom('x', 'ß', '0', '😀', '\u0301', ' ', '\n', '"', "'", '#', ':', '\u200b', '-', '{');
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(texts)), place, sign, fc.nat(2), (name, at, added, kind) => {
      const was = texts[name] ?? '';
      const from = at % (was.length + (kind === 1 ? 1 : 0));
      const is = was.slice(0, from) + (kind === 2 ? '' : added) + was.slice(kind === 1 ? from : from + 1);
      const changed = planWith({ ...texts, [name]: is });
      if (clean(is) === clean(was) || clean(is) === '') return;
      expect(digest(changed)).not.toBe(before);
      const differing = differencesBetween(contract(base), contract(changed)).map((each) => each.field);
      expect(differing).toEqual([fields[name] ?? name]);
      expect(digest(changed.replace(JSON.stringify(is), JSON.stringify(was)))).toBe(before);
    }),
    { numRuns: 150 },
  );
});

it('does not flip with what normalising takes away', () => {
  const before = digest(planWith(texts));
  for (const name of Object.keys(texts).filter((each) => each !== 'url')) {
    const was = texts[name] ?? '';
    for (const is of [` ${was}`, `${was}\n`, was.normalize('NFD'), was.replaceAll('\n', '\r\n')])
      expect(digest(planWith({ ...texts, [name]: is }))).toBe(before);
  }
});

it('two deliverables that read alike are not the same', () => {
  const one = { title: 'T', deliverables: [{ title: 'A', url: 'b' }] };
  const other = { title: 'T', deliverables: [{ title: 'A (b)' }] };
  const [difference] = differencesBetween(one, other);
  expect(difference?.gone).not.toEqual(difference?.added);
  expect(difference?.gone).toHaveLength(1);
});

it('differs exactly where there is a difference to tell', () => {
  const word = fc.constantFrom('', 'a', 'b', 'a (b)', 'a\nb', '["a","b"]');
  const any = fc
    .record({
      title: word,
      description: word,
      deliverables: fc.array(fc.record({ title: word, url: word }), { maxLength: 2 }),
    })
    .map(normalContract);
  fc.assert(
    fc.property(any, any, (one, other) => {
      expect(differencesBetween(one, other).length === 0).toBe(digestOf(one) === digestOf(other));
    }),
    { numRuns: 500 },
  );
});

it('the same letters are the same, composed or not', () => {
  expect(digest('milestones: [{ title: "Caf\\u00e9" }]')).toBe(digest('milestones: [{ title: "Cafe\\u0301 " }]'));
  expect(() => digest('milestones: [{ title: "a\\ud800" }]')).not.toThrow();
});

/** As in the documentation. */
describe('vectors', () => {
  it.each([
    ['{ title: A }', '{"title":"A"}', 'v1:sha256:3529d0a41555dcce5409451ca186444db8e972ff8d5867546e0e7928f37408f5'],
    [
      '{ title: "Caf\\u0065\\u0301 ", due: 2026-12-04, amount: 4000.50, acceptanceCriteria: [b, { text: a, done: true }] }',
      '{"acceptanceCriteria":["a","b"],"amount":"4000.5","currency":"EUR","due":"2026-12-04","title":"Café"}',
      'v1:sha256:5d198311e4ce95a56359f36b0b9bb503ea854af9a2d4ce30692449710422f7a3',
    ],
    [
      '{ title: T, description: "x\\r\\ny", scope: { in: [i], out: [o], assumptions: [z] }, deliverables: [{ title: d, url: "https://e.org" }], deadline: 2027-01-01 }',
      '{"deadline":"2027-01-01","deliverables":[{"title":"d","url":"https://e.org"}],"description":"x\\ny","scope":{"assumptions":["z"],"in":["i"],"out":["o"]},"title":"T"}',
      'v1:sha256:654bb9650eb6ecc24eab4571678c9b263a87d336ef0ffb6e96234b15d50e4335',
    ],
  ])('%s', (milestone, json, expected) => {
    const text = `currency: EUR\nmilestones: [${milestone}]\n`;
    expect(canonicalize(contract(text))).toBe(json);
    expect(digest(text)).toBe(expected);
  });
});

it('has a short code', () => {
  expect(shortCodeOf(digestOf({ title: 'A' }))).toMatch(/^[0-9a-f]{10}$/);
  expect(shortCodeOf('v1:sha256:3f9a')).toBeUndefined();
});
