// The state icons, warning and hatchings of a picture as drawn paths, without anything one part would have to refer to by a name. Knows no rows.
import type { RowState } from '../report/timelineRows';
import { type AgreementMark, agreementIcons } from './agreement';
import { agreementShapes, type IconShape, stateIcons } from './shapes';
import { type Area, attributes, path, px } from './svgElement';
import { agreementInk, byState, ink, inkOf } from './svgInk';

interface Square {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export function stateIcon(state: RowState, at: Square): string {
  return placed(ready[state], at);
}

/** What is agreed about the work, or its money. */
export function agreementIcon(mark: AgreementMark, at: Square): string {
  return placed(agreements.get(mark) ?? '', at);
}

/** A file that cannot be read, or an owner with more work than hours. */
export function warningIcon(color: 'due-soon' | 'at-risk', at: Square): string {
  return placed(warnings[color], at);
}

const ready = byState((state) => iconOf(stateIcons[state], inkOf(state)));
const warnings = {
  'due-soon': iconOf(stateIcons['at-risk'], inkOf('due-soon')),
  'at-risk': iconOf(stateIcons['at-risk'], inkOf('at-risk')),
};

const agreements: ReadonlyMap<AgreementMark, string> = new Map(
  agreementIcons.map((mark) => [mark, iconOf(agreementShapes[mark], agreementInk[mark])]),
);

function placed(icon: string, { x, y, size }: Square): string {
  const scale = size === 16 ? '' : ` scale(${size / 16})`;
  return `<g transform="translate(${px(x)} ${px(y)})${scale}">${icon}</g>`;
}

function iconOf(shape: IconShape, color: string): string {
  const round = { fill: 'none', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
  return (
    path(shape.line ?? '', attributes({ ...round, stroke: color, 'stroke-width': 1.4 })) +
    path(shape.solid ?? '', attributes({ fill: color })) +
    path(shape.cut ?? '', attributes({ ...round, stroke: ink.ground, 'stroke-width': 1.7 }))
  );
}

const hatchStep = 8;
const mostLines = 600;

/** Slanted lines that end at the edges of an area. Of a very long one they stand farther apart, so that their number is bounded. */
export function hatchPath({ x, y, width, height }: Area): string {
  const step = Math.max(hatchStep, (width + height) / mostLines);
  let d = '';
  for (let at = step / 2; at < width + height; at += step) {
    const [fromX, toX] = [Math.min(at, width), Math.max(0, at - height)];
    if (fromX - toX < 1) continue;
    d += `M${px(x + fromX)} ${px(y + at - fromX)}L${px(x + toX)} ${px(y + at - toX)}`;
  }
  return d;
}
