import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contractOf } from '../../../src/agreement/contract';
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
        numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
        string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
        literals: [null, true, false],
      },
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    ],
    [[56, { d: true, '10': null, '1': [] }], '[56,{"1":[],"10":null,"d":true}]'],
  ])('%j', (value, text) => expect(canonicalize(value)).toBe(text));
});

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

it('flips with any character of any covered text, and tells where', () => {
  const base = contract(full);
  fc.assert(
    fc.property(
      fc.constantFrom('title', 'description', 'due', 'deadline', 'amount', 'currency'),
      fc.nat(),
      fc.constantFrom('x', 'ß', '0', '😀', '\u0301b'),
      (field, place, sign) => {
        const was = base[field as 'title'] ?? '';
        const at = place % was.length;
        const next = { ...base, [field]: was.slice(0, at) + sign + was.slice(at + 1) };
        if (next[field as 'title'] === was) return;
        expect(digestOf(next)).not.toBe(digestOf(base));
        expect(differencesBetween(base, next).map((each) => each.field)).toEqual([field]);
      },
    ),
  );
});

it('the same letters are the same, composed or not', () => {
  expect(digest('milestones: [{ title: "Caf\\u00e9" }]')).toBe(digest('milestones: [{ title: "Cafe\\u0301 " }]'));
  expect(() => digest('milestones: [{ title: "a\\ud800" }]')).not.toThrow();
});

it('has a short code', () => {
  expect(shortCodeOf(digestOf({ title: 'A' }))).toMatch(/^[0-9a-f]{10}$/);
  expect(shortCodeOf('v1:sha256:3f9a')).toBeUndefined();
});
