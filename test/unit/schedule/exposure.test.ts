// What open risks weigh: a plan as text in, working days and money out.
import { describe, expect, it, test } from 'vitest';
import { moneyText } from '../../../src/base/money';
import { exposuresOf } from '../../../src/schedule/exposure';
import type { Exposure } from '../../../src/schedule/schedule';
import { schedule } from './build';
import { groundOf } from './grounds';

function told({ days, money }: Exposure): string {
  return `${Number(days.toFixed(9))} d, ${moneyText(money)}`;
}

const of = (text: string) => {
  const { all } = groundOf(text);
  const { whole, milestones } = exposuresOf(all, 0);
  const each = [...milestones].map(([number, found]) => `${all.milestones[number]?.key}: ${told(found)}`);
  return { whole: told(whole), each };
};
const risk = (text: string) => of(`risks:\n  - { title: R, ${text} }\n`).whole;

describe('one risk', () => {
  test.each([
    ['probability: 0.4, impact: 5d', '2 d, 0'],
    ['probability: 0.5, impact: 1w', '2.5 d, 0'],
    ['probability: 0.5, impact: 1d 4h', '0.75 d, 0'],
    ['probability: 0.2, impact: 1200', '0 d, 240'],
    ['probability: 1, impact: 3d', '3 d, 0'],
    ['probability: 0, impact: 3d', '0 d, 0'],
    ['impact: 3d', '0 d, 0'],
    ['probability: 0.4', '0 d, 0'],
    ['probability: 0.4, impact: 5d, status: open', '2 d, 0'],
    ['probability: 0.4, impact: 5d, status: closed', '0 d, 0'],
    ['probability: 0.4, impact: 5d, status: happened', '0 d, 0'],
  ])('%s: %s', (text, expected) => expect(risk(text)).toBe(expected));

  it('in days of the plan, whatever they are', () => {
    const text = 'calendar: { hoursPerDay: 6, workweek: [mon, tue] }\nrisks:\n';
    expect(of(`${text}  - { title: R, probability: 0.5, impact: 6h }\n`).whole).toBe('0.5 d, 0');
    expect(of(`${text}  - { title: R, probability: 0.5, impact: 1w }\n`).whole).toBe('1 d, 0');
  });
});

it('is added up over all that is still ahead, and known for each milestone', () => {
  const found = of(`
risks: [{ title: Prices, probability: 0.2, impact: 1200 }]
milestones:
  - title: a
    risks: [{ title: R, probability: 0.5, impact: 2d }, { title: S, probability: 0.1, impact: "10.50" }]
    milestones:
      - { title: b, risks: [{ title: R, probability: 0.25, impact: 8d }] }
      - { title: c, completed: 2026-11-20, risks: [{ title: R, probability: 0.5, impact: 8d }] }
  - { title: d, status: cancelled, risks: [{ title: R, probability: 0.5, impact: 9000 }] }
  - { title: e, status: on-hold, risks: [{ title: R, probability: 0.5, impact: 30 }] }
  - { title: f, risks: [{ title: Not weighed, impact: 9000 }] }
`);
  expect(found).toEqual({ whole: '3 d, 256.05', each: ['a: 1 d, 1.05', 'b: 2 d, 0', 'e: 0 d, 15'] });
});

it('is exact: ten times a tenth of a cent', () => {
  const risks = Array.from({ length: 10 }, () => '{ title: R, probability: 0.1, impact: "0.01" }').join(', ');
  expect(of(`risks: [${risks}]\n`).whole).toBe('0 d, 0.01');
});

it('stands in the schedule, beside the hours that are missing and the value that is earned', () => {
  const { plan } = groundOf(`
risks: [{ title: Prices, probability: 0.5, impact: 100 }]
milestones:
  - { title: a, effort: 2d, due: 2026-11-23, risks: [{ title: R, probability: 0.5, impact: 2d }] }
  - { title: b, effort: 2d, due: 2026-11-20, progress: 50 }
`);
  const found = schedule(plan.milestones, { risks: plan.risks });
  expect([found.exposure, found.of('a').exposure].map((each) => each && told(each))).toEqual(['1 d, 50', '1 d, 0']);
  expect(found.of('b').exposure).toBeUndefined();
  expect(found.feasibility).toMatchObject([{ demandHours: 24, breaks: { overHours: 16, milestones: ['a'] } }]);
  expect(found.earned).toMatchObject({ unit: 'hours', budget: 32, plannedValue: 16, earnedValue: 8 });
});
