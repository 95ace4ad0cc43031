import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../../src/base/day';
import { parseMoney } from '../../../src/base/money';
import type { Milestone, Plan } from '../../../src/model/plan';
import { readPlanFile } from '../../../src/model/read';
import { listed } from './marked';

const folder = new URL('../../fixtures/plans/', import.meta.url);
const fixture = (name: string) => readFileSync(new URL(`${name}.milestones.yaml`, folder), 'utf8');
const days = (count: number) => ({ weeks: 0, days: count, hours: 0 });

/** Nothing is wrong with the text; that other programs read some of its words differently is beside the point here. */
function milestonesOf(text: string): readonly Milestone[] {
  const { plan, problems } = readPlanFile(text, 'test');
  const wrong = problems.filter(({ code }) => code !== 'yaml.unquoted');
  expect(listed(wrong, text)).toEqual([]);
  return plan?.milestones ?? [];
}

/** A milestone with nothing but what every milestone has. */
const bare = {
  idWritten: true,
  status: 'planned',
  tasks: [],
  milestones: [],
  acceptanceCriteria: [],
  deliverables: [],
  dependsOn: [],
  responsible: [],
  accountable: [],
  consulted: [],
  informed: [],
  risks: [],
  approvals: [],
  changes: [],
  tags: [],
} as const;

const websiteRelaunch: Plan = {
  version: 1,
  project: 'Website relaunch',
  client: 'Acme GmbH',
  currency: 'EUR',
  start: day('2026-11-02'),
  deadline: day('2027-01-29'),
  calendar: {
    workweek: ['mon', 'tue', 'wed', 'thu', 'fri'],
    hoursPerDay: 6,
    holidays: [{ from: day('2026-12-24'), to: day('2027-01-01') }],
    workdays: [{ from: day('2026-12-12'), to: day('2026-12-12') }],
  },
  people: [
    { key: 'me', name: 'Kim Lee', role: 'freelancer', hoursPerDay: 4 },
    { key: 'ana', name: 'Ana Ruiz', role: 'client', email: 'ana@acme.example' },
  ],
  baseline: 'contract-v1',
  risks: [],
  milestones: [
    {
      ...bare,
      id: 'design',
      key: 'design',
      title: 'Design approved',
      description: 'All page templates, signed off on desktop and phone.\n',
      start: day('2026-11-02'),
      due: day('2026-12-04'),
      baseline: day('2026-11-27'),
      statusWritten: 'in-progress',
      status: 'in-progress',
      owner: 'me',
      effort: { likely: days(10) },
      acceptanceCriteria: [
        { text: 'Five templates approved by the client', done: false, evidence: [] },
        { text: 'Contrast at least 4.5 to 1 everywhere', done: true, evidence: ['reports/contrast.html'] },
      ],
      deliverables: [{ title: 'Figma file', url: 'https://example.com/figma' }],
      tasks: [
        { title: 'Wireframes', done: false },
        { title: 'Visual design', effort: days(5), done: true, completed: day('2026-11-18') },
      ],
      scope: { in: ['Five templates'], out: ['Illustrations'], assumptions: ['Texts arrive by 16 November'] },
      risks: [
        {
          title: 'Texts arrive late',
          probability: 0.4,
          impact: { time: days(5) },
          response: 'Placeholder texts',
          owner: 'ana',
          status: 'open',
        },
      ],
      approvals: [{ by: 'ana', decision: 'approved', on: day('2026-11-20'), digest: 'v1:sha256:3f9a…' }],
      amount: parseMoney('4000') as NonNullable<Milestone['amount']>,
      payment: { state: 'funded', funded: day('2026-11-03') },
      notes: 'Logo variants come next week.',
      internal: 'Margin is thin on this one.',
    },
    {
      ...bare,
      id: 'live',
      key: 'live',
      title: 'Site live',
      dependsOn: [
        { id: 'design', type: 'FS' },
        { id: 'texts', type: 'FS', lag: days(2) },
      ],
      effort: { optimistic: days(6), likely: days(9), pessimistic: days(15) },
      due: day('2027-01-15'),
      milestones: [
        {
          ...bare,
          id: 'texts',
          key: 'texts',
          title: 'Texts final',
          due: day('2026-12-11'),
          owner: 'ana',
          clientAction: 'Send the final texts',
        },
      ],
    },
  ],
};

describe('a full plan', () => {
  const text = fixture('website-relaunch');

  it('is read to exactly what it says', () => {
    const { plan, problems } = readPlanFile(text, 'ignored');
    expect(problems).toEqual([]);
    expect(plan).toStrictEqual(websiteRelaunch);
  });

  it('is the same plan with other line ends and with a byte order mark, each place moved', () => {
    const crlf = text.replaceAll('\n', '\r\n');
    expect(readPlanFile(crlf, 'x').plan).toStrictEqual(websiteRelaunch);
    const before = readPlanFile(text, 'x');
    const after = readPlanFile(`\ufeff${text}`, 'x');
    expect(after.plan).toStrictEqual(websiteRelaunch);
    const title = before.places.get('texts')?.title;
    expect(after.places.get('texts')?.title.start).toBe((title?.start ?? 0) + 1);
  });

  it('knows the place of each part', () => {
    const { places, fields } = readPlanFile(text, 'x');
    const at = (span: { start: number; end: number } | undefined) => span && text.slice(span.start, span.end);
    const live = places.get('live');
    expect([...places.keys()]).toEqual(['design', 'live', 'texts']);
    expect(at(fields.get('deadline'))).toBe('2027-01-29');
    expect(at(fields.get('calendar'))?.startsWith('workweek:')).toBe(true);
    expect(at(live?.span)?.split('\n').at(0)).toBe('id: live');
    expect(at(live?.span)?.endsWith('clientAction: Send the final texts }')).toBe(true);
    expect(at(live?.title)).toBe('Site live');
    expect([...(live?.fields.keys() ?? [])]).toEqual(['id', 'title', 'dependsOn', 'effort', 'due', 'milestones']);
    expect(live?.items.get('dependsOn')?.map(at)).toEqual(['design', '{ id: texts, type: FS, lag: 2d }']);
    expect(live?.predecessors?.map(at)).toEqual(['design', 'texts']);
    expect(places.get('design')?.items.get('tasks')?.map(at)).toEqual([
      'Wireframes',
      '{ title: Visual design, effort: 5d, done: true, completed: 2026-11-18 }',
    ]);
    expect(at(places.get('design')?.fields.get('notes'))).toBe('Logo variants come next week.');
    expect(at(places.get('design')?.fields.get('description'))).toBe(
      '|\n      All page templates, signed off on desktop and phone.',
    );
  });
});

describe('the fixtures', () => {
  it.each(readdirSync(folder))('open without an error: %s', (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    const { plan, problems } = readPlanFile(text, name);
    expect(plan?.milestones.length).toBeGreaterThan(0);
    expect(listed(problems, text).filter((line) => !line.startsWith('hint'))).toEqual([]);
  });
});

describe('a milestone', () => {
  it.each([
    ['due: 2026-12-04', 'planned'],
    ['start: 2026-12-04', 'planned'],
    ['started: 2026-11-02', 'in-progress'],
    ['completed: 2026-11-02', 'done'],
    ['status: on-hold\n    started: 2026-11-02', 'on-hold'],
    ['tasks: [One, Two]', 'planned'],
    ['tasks: [One, { title: Two, done: true }]', 'in-progress'],
    ['acceptanceCriteria: [{ text: One, done: true }]', 'in-progress'],
    ['milestones: [{ id: b, title: B }]', 'planned'],
    ['milestones: [{ id: b, title: B, completed: 2026-11-02 }]', 'in-progress'],
    ['milestones: [{ id: b, title: B, milestones: [{ id: c, title: C, status: done }] }]', 'in-progress'],
    ['milestones: [{ id: b, title: B, started: 2026-11-02 }]', 'planned'],
  ])('with %j is %s', (fields, status) => {
    const [milestone] = milestonesOf(`milestones:\n  - id: a\n    title: A\n    ${fields}\n`);
    expect(milestone?.status).toBe(status);
  });

  it('has its id as written, or the slug of its title', () => {
    const ids = (text: string) => milestonesOf(text).map(({ id, idWritten }) => [id, idWritten]);
    expect(ids('milestones: [{ id: 007, title: A }, { id: 1.10, title: B }, { id: null, title: C }]')).toEqual([
      ['007', true],
      ['1.10', true],
      ['null', true],
    ]);
    expect(ids('milestones: [{ id: ~, title: Site live }, { id: , title: No }]')).toEqual([
      ['site-live', false],
      ['no', false],
    ]);
    expect(ids('milestones: [{ id: __proto__, title: A }, { id: constructor, title: B }]')).toEqual([
      ['__proto__', true],
      ['constructor', true],
    ]);
  });

  it('has a key of its own, even if its id is another one’s', () => {
    const { plan, places } = readPlanFile(
      'milestones: [{ id: a, title: A, milestones: [{ id: a, title: B }] }, { title: A }, { title: b }]',
      'test',
    );
    const keys = (milestones: readonly Milestone[]): string[] =>
      milestones.flatMap(({ key, milestones }) => [key, ...keys(milestones)]);
    expect(keys(plan?.milestones ?? [])).toEqual(['a', 'a~2', 'a~3', 'b']);
    expect([...places.keys()]).toEqual(['a', 'a~2', 'a~3', 'b']);
  });

  it('reads texts as they are written, whatever YAML takes them for', () => {
    const [milestone] = milestonesOf(
      'milestones:\n  - id: a\n    title: 2026-12-04\n    tags: [yes, 1.10, 0x1F, null, "", true]\n    notes: 12:30\n    clientAction: >-\n      Send\n      all\n',
    );
    expect(milestone).toMatchObject({
      title: '2026-12-04',
      tags: ['yes', '1.10', '0x1F', 'true'],
      notes: '12:30',
      clientAction: 'Send all',
    });
  });

  it('reads numbers and money from their characters', () => {
    const [milestone] = milestonesOf(
      'milestones: [{ id: a, title: A, progress: "40%", weight: 0.5, amount: 99999999999999.9999 }]',
    );
    expect(milestone).toMatchObject({ progress: 40, weight: 0.5, amount: 999999999999999999n });
  });

  it('takes one person or several, one proof or several', () => {
    const [milestone] = milestonesOf(
      'people: { me: {}, ana: }\nmilestones: [{ id: a, title: A, responsible: me, informed: [me, ana], acceptanceCriteria: [{ text: T, evidence: [a, b] }] }]',
    );
    expect(milestone).toMatchObject({
      responsible: ['me'],
      informed: ['me', 'ana'],
      acceptanceCriteria: [{ evidence: ['a', 'b'] }],
    });
  });

  it('knows people that stand below it in the file', () => {
    milestonesOf('milestones: [{ id: a, title: A, owner: ana }]\npeople: { ana: { name: Ana } }\n');
  });
});

describe('a plan', () => {
  it('has at most 5 000 milestones', () => {
    const text = `milestones:\n${Array.from({ length: 5001 }, (_, at) => `- {id: m${at}, title: M}`).join('\n')}`;
    const { plan, problems } = readPlanFile(text, 'x');
    expect(plan?.milestones).toHaveLength(5000);
    expect(listed(problems, text)).toEqual(['error file.tooManyMilestones "{id: m5000, title: M}"']);
  });

  it('is read in full when a limit of bytes allows it', () => {
    const text = `description: ${'x'.repeat(1_100_000)}\n`;
    expect(readPlanFile(text, 'x').plan).toBeUndefined();
    expect(readPlanFile(text, 'x', { maxBytes: 2_000_000 }).plan?.description).toHaveLength(1_100_000);
  });

  it('reads the last of two fields of one name', () => {
    expect(readPlanFile('project: A\nproject: B\n', 'x').plan?.project).toBe('B');
  });

  it('takes no part in the prototype of anything', () => {
    const { plan } = readPlanFile(
      '__proto__: { polluted: 1 }\npeople: { __proto__: { name: P }, toString: {} }\n',
      'x',
    );
    expect(plan?.people.map(({ key }) => key)).toEqual(['__proto__', 'toString']);
    expect(Object.getPrototypeOf(plan)).toBe(Object.prototype);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('knows the first and the last day there is', () => {
    const text = 'start: 0001-01-01\ndeadline: 9999-12-31\n';
    const { plan } = readPlanFile(text, 'x');
    expect(plan?.deadline).toBe(addDays(day('9999-12-30'), 1));
    expect(plan?.start).toBe(day('0001-01-01'));
  });
});
