// The colours of a picture that leaves the editor: light whatever the theme, since it is printed and mailed. Words reach 4.5 : 1 on their ground, shapes 3 : 1.
import { type RowState, rowStates } from '../report/timelineRows';
import type { AgreementMark } from './agreement';

export const ink = {
  ground: '#ffffff',
  text: '#1f2328',
  muted: '#57606a',
  line: '#dfe3e8',
  lineSoft: '#eef0f3',
  closed: '#f4f6f8',
  band: '#f4f6f8',
  border: '#d0d7de',
  today: '#0550ae',
  onToday: '#ffffff',
  arrow: '#7d8590',
  critical: '#1f2328',
  mark: '#656d76',
  planBar: '#656d76',
  planTrack: '#d5d9de',
} as const;

const stateInk: Readonly<Record<RowState, string>> = {
  planned: '#656d76',
  waiting: '#656d76',
  'on-track': '#0969da',
  'due-soon': '#8a5d00',
  'at-risk': '#b84a00',
  blocked: '#b84a00',
  late: '#cf222e',
  submitted: '#7a48d0',
  done: '#1a7f37',
  'on-hold': '#656d76',
  cancelled: '#656d76',
};

export function inkOf(state: RowState): string {
  return stateInk[state];
}

export const agreementInk: Readonly<Record<AgreementMark, string>> = {
  requested: stateInk.submitted,
  approved: stateInk.done,
  stale: stateInk['at-risk'],
  'changes-requested': stateInk['at-risk'],
  rejected: stateInk.late,
  'pay-submitted': stateInk.submitted,
  'pay-approved': stateInk.done,
  'pay-released': stateInk.done,
  'pay-disputed': stateInk.late,
};

/** Made once for each state. */
export function byState<Made>(make: (state: RowState) => Made): Readonly<Record<RowState, Made>> {
  return Object.fromEntries(rowStates.map((state) => [state, make(state)])) as Record<RowState, Made>;
}

/** `share` of a colour on the ground, such as 0.25. */
export function tint(color: string, share: number): string {
  const mixed = [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16);
    return Math.round(255 + (value - 255) * share)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${mixed.join('')}`;
}
