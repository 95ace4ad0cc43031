import { describe, expect, it } from 'vitest';
import { digestOf, shortCodeOf } from '../../../src/agreement/digest';
import { consentOf } from '../../../src/agreement/standing';
import { day } from '../../../src/base/day';
import type { Approval } from '../../../src/model/plan';

const v1 = digestOf({ title: 'One' });
const v2 = digestOf({ title: 'Two' });
const versions: Readonly<Record<string, string>> = { v1, v2 };

/** `ana approved v1 3`: who, what, about which version (`-` for none), on which day of the month (`-` for none). */
function approval(text: string): Approval {
  const [by = '', decision = '', version = '-', on = '-'] = text.split(' ');
  return {
    by,
    decision: decision as Approval['decision'],
    ...(on === '-' ? {} : { on: day(`2026-11-${on.padStart(2, '0')}`) }),
    ...(version === '-' ? {} : { digest: versions[version] ?? version }),
  };
}

/** `v1 3`. */
function request(text: string) {
  const [version = '', on = ''] = text.split(' ');
  return { on: day(`2026-11-${on.padStart(2, '0')}`), digest: versions[version] ?? version };
}

type Case = readonly [
  name: string,
  approvals: readonly string[],
  requests: readonly string[],
  state: string,
  by?: string,
];

const cases: readonly Case[] = [
  ['nothing', [], [], 'not-requested'],
  ['asked', [], ['v2 1'], 'requested'],
  ['asked about what is old', [], ['v1 1'], 'requested'],
  ['approved', ['ana approved v2 2'], ['v2 1'], 'approved', 'ana'],
  ['approved without being asked', ['ana approved v2 2'], [], 'approved', 'ana'],
  ['rejected', ['ana rejected v2 2'], ['v2 1'], 'rejected', 'ana'],
  ['changes wished', ['ana changes-requested v2 2'], ['v2 1'], 'changes-requested', 'ana'],
  ['changed since', ['ana approved v1 2'], ['v1 1'], 'stale', 'ana'],
  ['asked again since the change', ['ana approved v1 2'], ['v1 1', 'v2 3'], 'requested', 'ana'],
  ['asked again, and approved', ['ana approved v1 2', 'ana approved v2 4'], ['v1 1', 'v2 3'], 'approved', 'ana'],
  ['approved, then something else, then restored', ['ana approved v2 2', 'ana approved v1 4'], [], 'approved', 'ana'],
  ['rejected something else, then restored', ['ana approved v2 2', 'ana rejected v1 4'], [], 'approved', 'ana'],
  ['asked once more about what is approved', ['ana approved v2 2'], ['v2 1', 'v2 5'], 'approved', 'ana'],
  ['asked once more about what was rejected', ['ana rejected v2 2'], ['v2 1', 'v2 5'], 'requested', 'ana'],
  ['asked twice in one day, in either order', ['ana approved v1 2'], ['v2 3', 'v1 3'], 'requested', 'ana'],
  ['asked twice in one day', ['ana approved v1 2'], ['v1 3', 'v2 3'], 'requested', 'ana'],
  ['changed again after asking', ['ana approved v1 2'], ['v1 1', 'v1 3'], 'stale', 'ana'],
  ['a wish about what is old stands', ['ana changes-requested v1 2'], ['v1 1'], 'changes-requested', 'ana'],
  ['a rejection of what is old stands', ['ana rejected v1 2'], [], 'rejected', 'ana'],
  ['two approve', ['ana approved v2 2', 'ben approved v2 3'], [], 'approved', 'ben'],
  [
    'two approve, one rejects later',
    ['ana approved v2 2', 'ben approved v2 3', 'ana rejected v2 4'],
    [],
    'rejected',
    'ana',
  ],
  ['one rejects, the other approves later', ['ben rejected v2 2', 'ana approved v2 3'], [], 'rejected', 'ben'],
  ['who rejected approves', ['ben rejected v2 2', 'ana approved v2 3', 'ben approved v2 4'], [], 'approved', 'ben'],
  ['one wishes, another rejects', ['ben rejected v2 2', 'ana changes-requested v2 3'], [], 'rejected', 'ben'],
  ['an objection to what is old is past', ['ben rejected v1 2', 'ana approved v2 3'], [], 'approved', 'ana'],
  ['without a digest', ['ana approved - 2'], [], 'approved', 'ana'],
  ['without a digest, objection then approval', ['ben rejected - 2', 'ana approved - 3'], [], 'approved', 'ana'],
  ['without a digest, approval then objection', ['ana approved - 2', 'ben rejected - 3'], [], 'rejected', 'ben'],
  ['without a digest, before something older', ['ana approved - 1', 'ana approved v1 3'], [], 'stale', 'ana'],
  ['without a digest, after something older', ['ana approved v1 1', 'ana approved - 3'], [], 'approved', 'ana'],
  ['without a digest, before the request', ['ana approved - 1'], ['v2 3'], 'requested', 'ana'],
  ['without a digest, after the request', ['ana approved - 4'], ['v2 3'], 'approved', 'ana'],
  ['without digest and day, asked', ['ana approved'], ['v2 3'], 'requested', 'ana'],
  ['written in another order than decided', ['ana rejected v2 5', 'ana approved v2 2'], [], 'rejected', 'ana'],
  ['of one day the later line', ['ana rejected v2 5', 'ana approved v2 5'], [], 'approved', 'ana'],
  ['without a day the later line', ['ana rejected v2', 'ana approved v2'], [], 'approved', 'ana'],
  ['by its short code', [`ana approved ${shortCodeOf(v2)} 2`], [], 'approved', 'ana'],
  ['by a code of nothing', ['ana approved 0000000000 2'], [], 'stale', 'ana'],
];

describe('where a consent stands', () => {
  it.each(cases.map((each) => ({ name: each[0], each })))('$name', ({ each }) => {
    const [, approvals, requests, state, by] = each;
    const consent = consentOf({ approvals: approvals.map(approval) }, v2, requests.map(request));
    expect(consent.state).toBe(state);
    expect(consent.decision?.by).toBe(by);
  });

  it('tells of the request that waits, also of one about an older text', () => {
    const approvals = [approval('ana approved v1 2')];
    expect(consentOf({ approvals }, v2, [request('v1 1')]).request).toBeUndefined();
    expect(consentOf({ approvals }, v2, [request('v1 3')]).request).toEqual(request('v1 3'));
    expect(consentOf({ approvals: [approval('ana approved v2 2')] }, v2, [request('v2 5')]).request).toBeDefined();
  });

  it('tells whether a decision is bound', () => {
    expect(consentOf({ approvals: [approval('ana approved - 2')] }, v2).bound).toBe(false);
    expect(consentOf({ approvals: [approval('ana approved v2 2')] }, v2).bound).toBe(true);
  });
});
