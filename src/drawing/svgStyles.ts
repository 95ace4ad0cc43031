// How each part of a picture is filled and stroked, as ready-made attributes: a style sheet would not go everywhere a picture goes.
import type { RowState } from '../report/timelineRows';
import { attributes } from './svgElement';
import { byState, ink, inkOf, tint } from './svgInk';

const round = { 'stroke-linejoin': 'round', 'stroke-linecap': 'round' };
const open = { fill: 'none', 'stroke-linejoin': 'round' };
const dashes = '3 2.5';

/** Pixels of the words beside bars. */
export const labelSize = 12;

export const styles = {
  float: attributes({ fill: 'none', stroke: ink.mark, 'stroke-width': 1.5 }),
  tail: attributes({ fill: tint(inkOf('late'), 0.12), stroke: inkOf('late'), 'stroke-width': 0.8 }),
  tailHatch: attributes({ fill: 'none', stroke: inkOf('late'), 'stroke-width': 1.6 }),
  critical: attributes({ ...open, stroke: ink.critical, 'stroke-width': 2 }),
  ghost: attributes({ fill: ink.ground, stroke: ink.mark, 'stroke-width': 1.2, 'stroke-linejoin': 'round' }),
  short: attributes({ ...round, fill: 'none', stroke: inkOf('late'), 'stroke-width': 1.8 }),
  flag: attributes({ fill: ink.mark, stroke: ink.mark, 'stroke-width': 1.3 }),
  flagPassed: attributes({ fill: inkOf('late'), stroke: inkOf('late'), 'stroke-width': 1.3 }),
  plate: attributes({ fill: ink.ground }),
  bandPlate: attributes({ fill: ink.band }),
  variance: attributes({ 'font-size': 9, fill: ink.muted }),
  closed: attributes({ fill: ink.closed }),
  edge: attributes({ fill: 'none', stroke: ink.muted, 'stroke-width': 1.5 }),
  strongLabel: attributes({ 'font-size': labelSize, fill: ink.text }),
  quietLabel: attributes({ 'font-size': labelSize, fill: ink.muted }),
  arrow: attributes({ ...open, stroke: ink.arrow }),
  criticalArrow: attributes({ ...open, stroke: ink.critical, 'stroke-width': 2 }),
  over: attributes({ fill: tint(inkOf('at-risk'), 0.12), stroke: inkOf('at-risk') }),
  overHatch: attributes({ fill: 'none', stroke: inkOf('at-risk'), 'stroke-width': 1.4 }),
  today: attributes({ fill: 'none', stroke: ink.today, 'stroke-width': 1.5 }),
} as const;

interface BarStyle {
  readonly track: string;
  readonly hatch: string;
  readonly done: string;
  readonly forecast: string;
  /** Its words are read first. */
  readonly pressing: boolean;
}

/** States in which nobody works on it, or not yet: hollow, so that the others stand out. */
const hollow: ReadonlySet<RowState> = new Set(['planned', 'waiting', 'on-hold', 'cancelled']);
const stopped: ReadonlySet<RowState> = new Set(['on-hold', 'cancelled']);
const pressing: ReadonlySet<RowState> = new Set(['late', 'at-risk', 'blocked', 'due-soon']);

export const barStyles: Readonly<Record<RowState | 'plan', BarStyle>> = {
  ...byState(barStyle),
  plan: {
    track: attributes({ fill: ink.planTrack }),
    hatch: '',
    done: attributes({ fill: ink.planBar }),
    forecast: forecastStyle(ink.planBar),
    pressing: true,
  },
};

function barStyle(state: RowState): BarStyle {
  const color = inkOf(state);
  const share = hollow.has(state) || state === 'blocked' ? 0.09 : 0.26;
  return {
    track: attributes({
      fill: tint(color, share),
      stroke: color,
      'stroke-dasharray': stopped.has(state) ? dashes : undefined,
    }),
    hatch: state === 'blocked' ? attributes({ fill: 'none', stroke: tint(color, 0.5), 'stroke-width': 1.6 }) : '',
    done: attributes({ fill: color }),
    forecast: forecastStyle(color),
    pressing: pressing.has(state),
  };
}

function forecastStyle(color: string): string {
  const fill = tint(color, 0.09);
  return attributes({
    ...{ fill, stroke: color, 'stroke-width': 1.2 },
    ...{ 'stroke-linejoin': 'round', 'stroke-dasharray': dashes },
  });
}

export const diamondStyle = byState((state) =>
  attributes({
    fill: hollow.has(state) || state === 'blocked' ? ink.ground : inkOf(state),
    ...{ stroke: inkOf(state), 'stroke-width': 1.6, 'stroke-linejoin': 'round' },
    'stroke-dasharray': stopped.has(state) ? dashes : undefined,
  }),
);
