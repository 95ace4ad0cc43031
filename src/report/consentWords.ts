// What is said of a consent beside a milestone: in its row, its tooltip and its card. Knows no language of a client.
import type { MilestoneConsent } from '../agreement/consents';
import { shortCodeOf } from '../agreement/digest';
import { staleSentence } from '../agreement/staleProblem';
import { type Message, message } from '../base/message';
import type { PlanSnapshot } from '../snapshot';
import { nameOf } from './people';
import { decisionWord } from './words';

/** Where a consent stands, inside a list of words; `undefined` where nothing was asked or decided. */
export function consentWord(consent: MilestoneConsent | undefined): Message | undefined {
  if (consent === undefined) return undefined;
  switch (consent.state) {
    case 'not-requested':
      return undefined;
    case 'requested':
      return message('approval requested');
    case 'stale':
      return message('changed since approved');
    default:
      return decisionWord(consent.state);
  }
}

/** What a row has room for: what somebody still has to do. An approval that holds is told by its mark. */
export function consentNote(consent: MilestoneConsent | undefined): Message | undefined {
  return consent?.state === 'approved' ? undefined : consentWord(consent);
}

/** Every decision, what was asked, and what has changed since. */
export function consentLines(plan: PlanSnapshot, key: string, approvals: readonly ApprovalTold[]): readonly Message[] {
  const consent = plan.agreement.consents.get(key);
  return [...approvals.map((approval) => approvalLine(plan, approval)), ...standing(plan, consent)];
}

type ApprovalTold = PlanSnapshot['plan']['milestones'][number]['approvals'][number];

function standing(plan: PlanSnapshot, consent: MilestoneConsent | undefined): readonly Message[] {
  const lines: Message[] = [];
  if (consent?.state === 'stale')
    lines.push(consent.decision ? staleSentence(plan.plan, consent) : message('Changed since it was approved'));
  if (!consent?.request) return lines;
  const { on, digest } = consent.request;
  const args = { day: { day: on }, code: shortCodeOf(digest) ?? '' };
  const isOld = digest !== consent.digest;
  return [
    ...lines,
    isOld
      ? message('Approval requested: {day} ({code}), changed since', args)
      : message('Approval requested: {day} ({code})', args),
  ];
}

function approvalLine(plan: PlanSnapshot, { decision, by, on, digest }: ApprovalTold): Message {
  const args = { decision: decisionWord(decision), name: nameOf(plan.plan, by) };
  const code = shortCodeOf(digest ?? '');
  if (on === undefined) return message('Approval: {decision}, {name}', args);
  const dated = { ...args, day: { day: on } };
  return code === undefined
    ? message('Approval: {decision}, {name}, {day}', dated)
    : message('Approval: {decision}, {name}, {day} ({code})', { ...dated, code });
}
