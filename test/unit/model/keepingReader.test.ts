// The reader that keeps what it read last: the same results, with fewer readings.
import { expect, test } from 'vitest';
import type { Change } from '../../../src/model/change';
import { planEdit } from '../../../src/model/edit';
import { keepingReader, readPlanFile, readText } from '../../../src/model/read';

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
