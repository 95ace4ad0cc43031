import { describe, expect, it } from 'vitest';
import { keepingAgreement } from '../../../src/agreement/agreement';
import { contractOf } from '../../../src/agreement/contract';
import { digestOf } from '../../../src/agreement/digest';
import { day } from '../../../src/base/day';
import { sayer } from '../../../src/base/message';
import { readPlanFile } from '../../../src/model/read';
import { makeSnapshot, type SnapshotOptions } from '../../../src/snapshot';
import { largeSnapshot } from '../report/snapshotOf';

const say = sayer('en-GB');
const uri = 'file:///a.milestones.yaml';

function snapshot(text: string, more: Partial<SnapshotOptions> = {}) {
  const file = readPlanFile(text, 'a');
  const read = { uri, baseName: 'a', folder: '', text, file, plan: file.plan };
  const today = day('2026-11-23');
  const [plan] = makeSnapshot([read], { number: 1, today, todayIn: () => today, dueSoonDays: 7, ...more }).plans;
  if (!plan) throw new Error('The plan cannot be read');
  return plan;
}

const plain = (due: string, amount = '4000') =>
  `currency: EUR\npeople:\n  kim: { name: Kim Lee }\nmilestones:\n  - id: live\n    title: Live\n    due: ${due}\n    amount: ${amount}\n`;
const before = snapshot(plain('2026-12-04')).plan;
const [was] = before.milestones;
const contract = was ? contractOf(before, was) : { title: '' };
const digest = digestOf(contract);
const approved = `    approvals: [{ by: kim, decision: approved, on: 2026-11-20, digest: '${digest}' }]\n`;
const request = { on: day('2026-11-19'), milestone: 'live', digest, contract };
const requests = [request];

describe('what is agreed in a plan', () => {
  it('is nothing where nothing was asked or decided', () => {
    const { agreement } = snapshot(plain('2026-12-04'));
    expect([agreement.consents.size, agreement.evidence.size, agreement.problems.length]).toEqual([0, 0, 0]);
  });

  it('is asked for, approved, out of date and approved again as the text goes back', () => {
    const state = (text: string) =>
      snapshot(text, { requestsOf: () => requests }).agreement.consents.get('live')?.state;
    expect(state(plain('2026-12-04'))).toBe('requested');
    expect(state(plain('2026-12-04') + approved)).toBe('approved');
    expect(state(plain('2026-12-18') + approved)).toBe('stale');
    expect(state(`${plain('2026-12-04') + approved}    notes: later\n`)).toBe('approved');
  });

  it('tells in one problem at the approvals who approved what and which fields have changed', () => {
    const plan = snapshot(plain('2026-12-18', '4500') + approved, { requestsOf: () => requests });
    const [problem] = plan.problems.filter(({ code }) => code === 'approval.stale');
    expect(problem && plan.text.slice(problem.span.start, problem.span.end)).toContain('kim');
    expect(problem && say(problem.message)).toBe(
      `Kim Lee approved another text than this one (${digest.slice(10, 20)}) on 20 Nov 2026. ` +
        'Changed since: the due date (4 Dec 2026 → 18 Dec 2026) and the amount (€4,000 → €4,500).',
    );
  });

  it('says that it does not know the change where the approved text is not kept, and knows it from elsewhere', () => {
    const text = plain('2026-12-18') + approved;
    const problem = snapshot(text).agreement.problems[0];
    expect(problem && say(problem.message)).toMatch(/That text is not kept/);
    const contracts = new Map([[digest, contract]]);
    const found = snapshot(text, { contractsOf: () => contracts }).agreement.consents.get('live')?.differences;
    expect(found?.map(({ field }) => field)).toEqual(['due']);
  });

  it('can be silenced like any other problem', () => {
    const text = plain('2026-12-18') + approved.replace('\n', ' # milestones-ignore: approval.stale\n');
    expect(snapshot(text).problems.filter(({ code }) => code === 'approval.stale')).toEqual([]);
  });

  it('is the same object while all it follows from is the same, and another one with other requests', () => {
    const agreement = keepingAgreement();
    const { plan, file, schedule } = snapshot(plain('2026-12-04'));
    const ground = { uri, plan, file, schedule };
    const first = agreement(ground);
    expect(agreement(ground)).toBe(first);
    expect(agreement({ ...ground, requests })).not.toBe(first);
  });

  it('costs nothing that could be felt for 10 000 milestones without approvals', () => {
    const [plan] = largeSnapshot(1, 10_000).plans;
    if (!plan) throw new Error('The plan cannot be made');
    const agreement = keepingAgreement();
    const began = performance.now();
    for (let round = 0; round < 10; round++) agreement({ ...plan, file: { ...plan.file } });
    expect((performance.now() - began) / 10).toBeLessThan(60);
  });
});
