// Which of a row's payment and approval are worth a mark: those that say something has happened. Knows no pixels.
import { approvalMarks, paymentMarks, type TimelineRows } from '../report/timelineRows';

/** Names of icons. */
export const agreementIcons = [
  'requested',
  'approved',
  'stale',
  'changes-requested',
  'rejected',
  'pay-submitted',
  'pay-approved',
  'pay-released',
  'pay-disputed',
] as const;
export type AgreementMark = (typeof agreementIcons)[number];

const nothing: readonly AgreementMark[] = [];

/** The decision first, then the money; a decision that its payment implies is left out. */
export function agreementMarks(
  rows: Pick<TimelineRows, 'approval' | 'payment'>,
  row: number,
): readonly AgreementMark[] {
  const approval = approvalMarks[rows.approval[row] ?? 0] ?? 'none';
  const payment = paymentOf(rows, row);
  const isSaid = approval === 'none' || (approval === 'approved' && paid.has(payment));
  if (payment === undefined) return isSaid ? nothing : [approval];
  return isSaid ? [payment] : [approval, payment];
}

const paid: ReadonlySet<AgreementMark | undefined> = new Set(['pay-approved', 'pay-released']);

function paymentOf(rows: Pick<TimelineRows, 'payment'>, row: number): AgreementMark | undefined {
  const name = `pay-${paymentMarks[rows.payment[row] ?? 0] ?? 'none'}`;
  return agreementIcons.find((icon) => icon === name);
}
