// The reader that keeps what it read last: the same results, with fewer readings.
import { expect, test } from 'vitest';
import type { Change } from '../../../src/model/change';
import { keepingReader } from '../../../src/model/chunkReader';
import { planEdit } from '../../../src/model/edit';
import { readPlanFile, readText } from '../../../src/model/read';

const text = 'milestones:\n  - id: a\n    title: A # first\n    tasks: [x, y]\n';
const tick = (task: number): Change => ({ kind: 'toggleTask', id: 'a', task });

test('a text that is read again is the same plan; another text, name or limit is another', () => {
  const { read, forget } = keepingReader();
  const { file } = read(text, 'plan');
  expect(read(`${text}`, 'plan').file).toBe(file);
  expect(read(text, 'other').file.plan?.project).toBe('other');
  expect(read(text, 'other', { maxBytes: 10 }).file.plan).toBeUndefined();
  expect(read(text, 'plan').file).toEqual(file);
  const kept = read(text, 'plan');
  forget();
  expect(read(text, 'plan')).not.toBe(kept);
  expect(read(text, 'plan').file).toEqual(readPlanFile(text, 'plan'));
});

test('ticks in a row read each text once, and plan what they plan without it', () => {
  const { read } = keepingReader();
  const really: string[] = [];
  let last: ReturnType<typeof read> | undefined;
  const counting: typeof read = (...given) => {
    const reading = read(...given);
    if (reading !== last) really.push(given[0]);
    last = reading;
    return reading;
  };
  let now = text;
  for (const task of [0, 1, 0]) {
    const planned = planEdit(now, 'plan', [tick(task)], { read: counting });
    expect(planned).toEqual(planEdit(now, 'plan', [tick(task)], { read: readText }));
    if ('refused' in planned) throw new Error(planned.refused);
    now = planned.text;
  }
  expect(really).toHaveLength(4);
  expect(counting(now, 'plan').file.plan?.milestones[0]?.tasks.map(({ done }) => done)).toEqual([false, true]);
  expect(really).toHaveLength(4);
});

const item = (at: number, title = `Milestone ${at}`) =>
  `  - id: m${at}\n    title: ${title}\n    due: 2026-12-04\n    owner: kim\n`;
const large = (count: number) =>
  `people:\n  kim: {}\nmilestones:\n${Array.from({ length: count }, (_, at) => item(at)).join('')}`;
const many = large(400);
const ids = (file: ReturnType<typeof readPlanFile>) => file.plan?.milestones.map(({ id }) => id);

test('after an edit in one milestone of a large file, the others are what they were', () => {
  const { read } = keepingReader();
  const before = read(many, 'plan').file.plan?.milestones ?? [];
  const edited = many.replace('Milestone 200\n', 'Milestone two hundred\n');
  const { file } = read(edited, 'plan');
  const after = file.plan?.milestones ?? [];
  expect(after.filter((milestone, at) => milestone !== before[at]).map(({ title }) => title)).toEqual([
    'Milestone two hundred',
  ]);
  expect(file.places.get('m399')).toEqual(readPlanFile(edited, 'plan').places.get('m399'));
});

test('several large files in turn are each read once, and people are asked for anew', () => {
  const { read } = keepingReader();
  const texts = ['a', 'b', 'c'].map((name) => [name, large(400).replace('Milestone 7\n', `Of ${name}\n`)] as const);
  const first = texts.map(([name, text]) => read(text, name));
  expect(texts.map(([name, text]) => read(text, name))).toEqual(first);
  expect(texts.every(([name, text], at) => read(text, name) === first[at])).toBe(true);
  const [text] = texts.map(([, each]) => each.replace('kim: {}', 'ana: {}'));
  const { problems } = read(text ?? '', 'a').file;
  expect(problems).toEqual(readPlanFile(text ?? '', 'a').problems);
  expect(problems[0]?.code).toBe('owner.unknown');
});

test('a large file is read in steps, after which nothing is left to read', () => {
  const { read, warm, forget } = keepingReader();
  const steps = [...warm(many, 'plan')];
  expect(steps.length).toBeGreaterThan(2);
  const reading = read(many, 'plan');
  expect([...warm(many, 'plan')]).toEqual([]);
  expect(ids(reading.file)).toEqual(ids(readPlanFile(many, 'plan')));
  forget();
  expect(read(many, 'plan').file).toBe(reading.file);
  expect([...warm(text, 'plan')]).toEqual([]);
  expect([...warm(many.replace('people', 'people: &p'), 'plan')]).toEqual([]);
});

test.each([
  ['too large', many, { maxBytes: 1000 }],
  ['of too many milestones', large(5_001), {}],
  [
    'with aliases',
    many.replace('title: Milestone 3\n', 'title: &a Milestone 3\n').replace('Milestone 4\n', '*a\n'),
    {},
  ],
  ['with an open quotation mark', many.replace('Milestone 3\n', '"Milestone 3\n'), {}],
  ['of two documents', `${many}---\n`, {}],
  [
    'with hundreds of people nobody knows',
    large(400).replaceAll('kim\n', 'kym\n').replace('  kim: {}', '  kim: {}\n  k2: {}'),
    {},
  ],
])('a file %s says what it says when it is read whole', (_, whole, options) => {
  const { read } = keepingReader();
  const plainly = ({ places, ...file }: ReturnType<typeof readPlanFile>) => ({ ...file, places: [...places] });
  expect(plainly(read(whole, 'plan', options).file)).toEqual(plainly(readPlanFile(whole, 'plan', options)));
});
