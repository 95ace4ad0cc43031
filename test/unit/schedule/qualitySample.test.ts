// The plans a new user sees first are plans nothing can be said against, on every day of the weeks they are shown in.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { addDays, day } from '../../../src/base/day';
import { readPlanFile } from '../../../src/model/read';
import { makeSnapshot } from '../../../src/snapshot';

const folder = 'test/fixtures/sample-workspace';
const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
const plans = names.map((name) => {
  const text = readFileSync(`${folder}/${name}`, 'utf8');
  const baseName = name.replace(/^.*\/|\.milestones\.yaml$/g, '');
  const file = readPlanFile(text, baseName);
  return { uri: `file:///${name}`, baseName, folder: '', text, file, plan: file.plan };
});

test.each([0, 1, 2, 3, 4, 5, 6])('the sample plans, %i days after their Monday', (later) => {
  const today = addDays(day('2026-11-23'), later);
  const snapshot = makeSnapshot(plans, { number: 1, today, todayIn: () => today, dueSoonDays: 7 });
  expect(snapshot.plans).toHaveLength(3);
  for (const { problems } of snapshot.plans) expect(problems).toEqual([]);
});
