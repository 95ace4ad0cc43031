// The page's shapes that are used more than once: state icons, glyphs of the chrome and hatchings, as SVG symbols.
import { type AgreementMark, agreementIcons } from '../drawing/agreement';
import { agreementShapes, type IconShape, stateIcons } from '../drawing/shapes';
import { rowStates } from '../report/timelineRows';
import { svg } from './dom';

const others = {
  chevron: { line: 'M6 4l4 4l-4 4' },
  plus: { line: 'M8 3v10M3 8h10' },
  minus: { line: 'M3 8h10' },
  close: { line: 'M4 4l8 8M12 4l-8 8' },
  warning: { line: 'M8 2.2L14.4 13.4H1.6zM8 6.4v3.4M8 11.3v.5' },
  legend: { line: 'M6.5 4H14M6.5 8H14M6.5 12H14M2.4 4h.9M2.4 8h.9M2.4 12h.9' },
  keys: { line: 'M5.6 6a2.4 2.4 0 1 1 3.6 2.1Q8 8.8 8 10M8 12.2v.6' },
  calendar: { line: 'M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2v3M10.5 2v3' },
  diamond: { line: 'M8 2.5L13.5 8L8 13.5L2.5 8z' },
  check: { line: 'M3 8.5l3.2 3.2L13 4.8' },
  search: { line: 'M11 7a4 4 0 1 1-8 0a4 4 0 0 1 8 0M10 10l3.5 3.5' },
  filter: { line: 'M2.5 4h11M4.5 8h7M6.5 12h3' },
  group: { line: 'M2.5 3.5h11M5.5 6.5h8M2.5 9.5h11M5.5 12.5h8' },
  sort: { line: 'M5 3v10M2.5 10.5L5 13l2.5-2.5M11 13V3M8.5 5.5L11 3l2.5 2.5' },
  fold: { line: 'M4.5 2.5L8 6l3.5-3.5M4.5 13.5L8 10l3.5 3.5' },
  eye: { line: 'M1.5 8Q8 1.8 14.5 8Q8 14.2 1.5 8zM9.8 8a1.8 1.8 0 1 1-3.6 0a1.8 1.8 0 0 1 3.6 0' },
  export: { line: 'M8 10V2.5M5 5.2L8 2.5l3 2.7M3 9.5v4h10v-4' },
} as const satisfies Record<string, IconShape>;

export type IconName = keyof typeof others | (typeof rowStates)[number] | AgreementMark;

/** Hidden definitions, to stand once in the page before anything refers to them. */
export function definitions(): SVGSVGElement {
  const shapes: Record<string, IconShape> = { ...others };
  for (const state of rowStates) shapes[state] = stateIcons[state];
  for (const mark of agreementIcons) shapes[mark] = agreementShapes[mark];
  const symbols = Object.entries(shapes).map(([name, shape]) =>
    svg('symbol', { id: `mp-${name}`, viewBox: '0 0 16 16' }, ...parts(shape)),
  );
  return svg(
    'svg',
    { class: 'mp-defs', 'aria-hidden': 'true', width: '0', height: '0' },
    svg('defs', {}, ...symbols, hatch('late'), hatch('blocked'), hatch('over')),
  );
}

function parts(shape: IconShape): SVGElement[] {
  const made: SVGElement[] = [];
  for (const kind of ['line', 'solid', 'cut'] as const) {
    const d = shape[kind];
    if (d !== undefined) made.push(svg('path', { class: `i-${kind}`, d }));
  }
  return made;
}

function hatch(name: string): SVGPatternElement {
  const size = '6';
  const attributes = { width: size, height: size, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' };
  return svg(
    'pattern',
    { id: `mp-hatch-${name}`, ...attributes },
    svg('path', { class: `hatch-${name}`, d: 'M1 0V6' }),
  );
}

/** An icon of its own; decoration only, so it is hidden from assistive technology. */
export function icon(name: IconName): SVGSVGElement {
  return svg(
    'svg',
    { class: 'mp-icon', 'aria-hidden': 'true', viewBox: '0 0 16 16' },
    svg('use', { href: `#mp-${name}` }),
  );
}
