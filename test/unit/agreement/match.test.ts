import { describe, expect, it } from 'vitest';
import { contractOf } from '../../../src/agreement/contract';
import { digestOf, shortCodeOf } from '../../../src/agreement/digest';
import { matchReply } from '../../../src/agreement/match';
import { readReply } from '../../../src/agreement/reply';
import type { IssuedRequest } from '../../../src/agreement/standing';
import { day } from '../../../src/base/day';
import { fillIn, sayer } from '../../../src/base/message';
import type { Plan } from '../../../src/model/plan';
import { readPlanFile } from '../../../src/model/read';

const text = `people:
  ana: { name: Ana Ruiz, email: ana@acme.example }
  ben: { name: Ben Ode }
milestones:
  - { id: design, title: Design, due: 2026-12-04 }
  - { id: live, title: Live, due: 2027-01-15 }
`;
const say = sayer('en-GB', fillIn);

function planOf(of: string): Plan {
  const { plan } = readPlanFile(of, 'plan');
  if (!plan) throw new Error('unreadable');
  return plan;
}

function issue(of: string, id: string, on: string): IssuedRequest {
  const plan = planOf(of);
  const milestone = plan.milestones.find((each) => each.key === id);
  if (!milestone) throw new Error('no such milestone');
  const contract = contractOf(plan, milestone);
  return { on: day(on), milestone: id, digest: digestOf(contract), contract };
}

const design = issue(text, 'design', '2026-11-20');
const live = issue(text, 'live', '2026-11-20');
const code = shortCodeOf(design.digest) ?? '';
const other = shortCodeOf(live.digest) ?? '';
const moved = text.replace('2026-12-04', '2026-12-11');

function match(reply: string, of = text, issued: readonly IssuedRequest[] = [design, live]) {
  const found = matchReply(readReply(reply), {
    plan: planOf(of),
    issued,
    elsewhere: [{ project: 'Shop', digest: digestOf({ title: 'Shop' }) }],
  });
  return {
    ...found,
    short: found.records.map(({ milestone, decision, current, already }) => ({
      milestone,
      decision,
      current,
      already,
    })),
    told: [...found.problems, ...found.records.flatMap(({ remarks }) => remarks)].map(say),
  };
}

const record = (milestone: string, decision: string | undefined, current = true, already = false) => ({
  milestone,
  decision,
  current,
  already,
});

it('binds a decision to what was asked', () => {
  const { records, told } = match(`From: Ana <ana@acme.example>\nTo: Kim\n\nAPPROVED ${code}, please move the logo`);
  expect(records).toMatchObject([
    {
      milestone: 'design',
      title: 'Design',
      decision: 'approved',
      by: 'ana',
      note: 'please move the logo',
      request: design,
    },
  ]);
  expect(told).toEqual([]);
});

it('gives each milestone its own decision', () => {
  expect(match(`approved ${code}. changes for ${other}: logo`).short).toEqual([
    record('design', 'approved'),
    record('live', 'changes-requested'),
  ]);
});

it('tells which version an older code stands for, and binds to that', () => {
  const newer = issue(moved, 'design', '2026-11-22');
  const { records, short, told } = match(`approved ${code}`, moved, [design, newer]);
  expect(short).toEqual([record('design', 'approved', false)]);
  expect(records[0]?.request.digest).toBe(design.digest);
  expect(told).toEqual([
    `The code ${code} is that of the version that was sent on 20 November 2026. The plan has changed since, so the decision is about that version and not about the one that is in the plan now.`,
  ]);
});

describe('never binds to what was not issued', () => {
  const wrong = `${code.slice(0, 9)}${code.endsWith('0') ? '1' : '0'}`;
  const shop = shortCodeOf(digestOf({ title: 'Shop' })) ?? '';
  it.each([
    [
      'an unknown code',
      'approved 0123456789',
      'No request with the code 0123456789 was issued for this plan.',
      undefined,
    ],
    [
      'a typing error',
      `approved ${wrong}`,
      `No request with the code ${wrong} was issued. “Design” has ${code}, which differs in one character.`,
      undefined,
    ],
    ['another project', `approved ${shop}`, `The code ${shop} belongs to the project “Shop”.`, undefined],
    [
      'nothing issued',
      `approved ${code}`,
      `The code ${code} is that of “Design”, but no request with it was issued. Ask for approval first.`,
      [],
    ],
    ['no code, nothing open', 'approved', 'The reply names no code, and no request is waiting for an answer.', []],
    [
      'no code, several open',
      'approved',
      'The reply names no code, and several requests are waiting for an answer. Choose what it is about.',
      undefined,
    ],
  ])('%s', (_, reply, reason, issued) => {
    const { records, told } = match(reply, text, issued ?? [design, live]);
    expect(records).toEqual([]);
    expect(told).toEqual([reason]);
  });

  it('a milestone that is gone', () => {
    const { records, told } = match(`approved ${code}`, text.replace('id: design', 'id: draft'));
    expect(records).toEqual([]);
    expect(told[0]).toContain('no longer in the plan');
  });
});

it('suggests the only open request', () => {
  const { short, told, open } = match('approved', text, [design]);
  expect(short).toEqual([record('design', 'approved')]);
  expect(told).toEqual(['The reply names no code. This is the only request that is waiting for an answer.']);
  expect(open).toEqual([design]);
});

it('tells of a code that is only quoted, and of what is not decided', () => {
  expect(match(`ok\n> APPROVED ${code}`).told).toEqual([
    'The code stands only in the text that the reply quotes.',
    'The reply says no clear decision. Read it and choose.',
  ]);
  expect(match(`approved ${code} if it rains`).short).toEqual([record('design', undefined)]);
});

it('knows what is recorded already', () => {
  const approved = text.replace(
    'due: 2026-12-04 }',
    `due: 2026-12-04, approvals: [{ by: ana, decision: approved, on: 2026-11-21, digest: '${design.digest}' }] }`,
  );
  expect(match(`approved ${code}`, approved).short).toEqual([record('design', 'approved', true, true)]);
  expect(match(`approved ${code}\n\nRegards,\nBen`, approved).short).toEqual([record('design', 'approved')]);
  expect(match(`rejected ${code}`, approved).short).toEqual([record('design', 'rejected')]);
  expect(match('approved', approved).short).toEqual([record('live', 'approved')]);
});

it('one code for two milestones that say the same', () => {
  const twins = 'milestones:\n  - { id: a, title: Same }\n  - { id: b, title: Same }\n';
  const issued = [issue(twins, 'a', '2026-11-20'), issue(twins, 'b', '2026-11-20')];
  expect(match(`approved ${shortCodeOf(issued[0]?.digest ?? '')}`, twins, issued).short).toHaveLength(2);
});

/** The files of one day come in the order of their codes, which says nothing of which was written first. */
it('of two requests of one day, the one about the text as it is now waits', () => {
  const again = issue(moved, 'design', '2026-11-20');
  for (const issued of [
    [design, again],
    [again, design],
  ])
    expect(match('approved', moved, issued).short).toEqual([record('design', 'approved')]);
});
