// The outlines of bars, diamonds, flags and state icons as SVG path data. Knows no colours; each state has a shape of its own.
import type { RowState } from '../report/timelineRows';
import type { AgreementMark } from './agreement';

/** A bar's done part: round where it touches the bar's own round ends, straight where it stops inside. */
export function donePath(bar: { x: number; width: number; y: number; height: number }, doneWidth: number): string {
  const width = Math.min(doneWidth, bar.width);
  if (width <= 0) return '';
  const r = Math.min(4, bar.height / 2, bar.width / 2);
  const left = Math.min(r, width);
  const right = Math.max(0, Math.min(r, r - (bar.width - width)));
  const x = px(bar.x);
  const y = px(bar.y);
  const h = px(bar.height);
  return (
    `M${px(bar.x + left)} ${y}H${px(bar.x + width - right)}q${px(right)} 0 ${px(right)} ${px(right)}v${px(bar.height - 2 * right)}` +
    `q0 ${px(right)} ${px(-right)} ${px(right)}H${px(bar.x + left)}Q${x} ${px(bar.y + bar.height)} ${x} ${px(bar.y + bar.height - left)}` +
    `V${px(bar.y + left)}Q${x} ${y} ${px(bar.x + left)} ${y}${h > 0 ? 'z' : ''}`
  );
}

/** What continues a bar: open to the left, where the bar itself ends. */
export function barPath({ x, width, y, height }: { x: number; width: number; y: number; height: number }): string {
  const r = Math.min(4, height / 2, width / 2);
  const top = y + 0.5;
  const inner = height - 1 - 2 * r;
  return (
    `M${px(x)} ${px(top)}H${px(x + width - r - 0.5)}q${px(r)} 0 ${px(r)} ${px(r)}v${px(inner)}` +
    `q0 ${px(r)} ${px(-r)} ${px(r)}H${px(x)}`
  );
}

/** A diamond around a centre, with slightly softened tips. */
export function diamondPath(x: number, y: number, radius: number): string {
  const r = radius - 0.8;
  return `M${px(x - r)} ${px(y)}L${px(x)} ${px(y - r)}L${px(x + r)} ${px(y)}L${px(x)} ${px(y + r)}z`;
}

/** A pennant on a pole at the end of the deadline's day. */
export function flagPath(x: number, y: number, height: number): string {
  return `M${px(x)} ${px(y)}v${px(height)}M${px(x)} ${px(y)}l7 3.5l-7 3.5z`;
}

/** A line below the row's middle that hangs from `from` and stops at `to`: as far as its end can slip. */
export function floatPath(from: number, to: number, top: number): string {
  const y = top + 3.5;
  return `M${px(from)} ${px(top)}V${px(y)}H${px(to)}M${px(to)} ${px(y - 2.5)}v5`;
}

/** Two chevrons that point to earlier days: it would have to end before. */
export function shortPath(x: number, y: number): string {
  return `M${px(x + 4)} ${px(y - 3.5)}l-3.5 3.5l3.5 3.5M${px(x + 8)} ${px(y - 3.5)}l-3.5 3.5l3.5 3.5`;
}

function px(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Icons on a 16 × 16 grid: `line` is stroked, `solid` filled, `cut` drawn over it in the background's colour. */
export interface IconShape {
  readonly line?: string;
  readonly solid?: string;
  readonly cut?: string;
}

const circle = 'M8 2a6 6 0 1 1 0 12a6 6 0 1 1 0 -12z';

export const stateIcons: Readonly<Record<RowState, IconShape>> = {
  planned: { line: circle },
  // A ring of eight arcs: its turn has not come.
  waiting: {
    line: 'M8 2a6 6 0 0 1 2.3 .46M12.24 3.76a6 6 0 0 1 1.3 1.94M14 8a6 6 0 0 1 -.46 2.3M12.24 12.24a6 6 0 0 1 -1.94 1.3M8 14a6 6 0 0 1 -2.3 -.46M3.76 12.24a6 6 0 0 1 -1.3 -1.94M2 8a6 6 0 0 1 .46 -2.3M3.76 3.76a6 6 0 0 1 1.94 -1.3',
  },
  'on-track': { line: circle, solid: 'M8 4.2a3.8 3.8 0 0 1 0 7.6z' },
  'due-soon': { line: `${circle}M8 4.8V8.2L10.4 9.8` },
  'at-risk': { line: 'M8 2.2L14.4 13.4H1.6zM8 6.4v3.4M8 11.3v.5' },
  blocked: { line: circle, solid: 'M5.7 5.7h4.6v4.6H5.7z' },
  late: { solid: 'M8 1.4a6.6 6.6 0 1 1 0 13.2a6.6 6.6 0 1 1 0 -13.2z', cut: 'M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8' },
  submitted: { line: `${circle}M8 11.2V5.2M5.4 7.6L8 5L10.6 7.6` },
  done: { solid: 'M8 1.4a6.6 6.6 0 1 1 0 13.2a6.6 6.6 0 1 1 0 -13.2z', cut: 'M4.9 8.2L7.2 10.5L11.2 6' },
  'on-hold': { line: `${circle}M6.4 5.6v4.8M9.6 5.6v4.8` },
  cancelled: { line: `${circle}M3.8 12.2L12.2 3.8` },
};

const sheet = 'M3.2 2.2h9.6a1 1 0 0 1 1 1v9.6a1 1 0 0 1 -1 1h-9.6a1 1 0 0 1 -1 -1v-9.6a1 1 0 0 1 1 -1z';
const note =
  'M2.2 3.8h11.6a.8 .8 0 0 1 .8 .8v6.8a.8 .8 0 0 1 -.8 .8h-11.6a.8 .8 0 0 1 -.8 -.8v-6.8a.8 .8 0 0 1 .8 -.8z';

/** Decisions stand on a sheet, money on a note. */
export const agreementShapes: Readonly<Record<AgreementMark, IconShape>> = {
  requested: { line: `${sheet}M5 8h.3M8 8h.3M11 8h.3` },
  approved: { line: `${sheet}M5 8.2L7.2 10.4L11 5.9` },
  stale: { line: `${sheet}M8 4.8v3.6M8 11v.3` },
  'changes-requested': { line: `${sheet}M11 11V9.4A2.2 2.2 0 0 0 8.8 7.2H5M7 5.2L5 7.2L7 9.2` },
  rejected: { line: `${sheet}M5.5 5.5l5 5M10.5 5.5l-5 5` },
  'pay-submitted': { line: `${note}M8 10V6M6.2 7.6L8 5.8L9.8 7.6` },
  'pay-approved': { line: `${note}M5.6 8.1L7.4 9.9L10.6 6.2` },
  'pay-released': { solid: note, cut: 'M5.6 8.1L7.4 9.9L10.6 6.2' },
  'pay-disputed': { line: `${note}M8 5.8v2.6M8 10v.3` },
};
