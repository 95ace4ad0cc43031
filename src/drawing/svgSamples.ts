// A small sample of each mark for the legend of a picture, drawn as the rows draw it.
import { barPath, diamondPath, flagPath, floatPath, shortPath } from './shapes';
import { path, rect, words } from './svgElement';
import { hatchPath } from './svgIcons';
import { barStyles, diamondStyle, styles } from './svgStyles';

export const marks = [
  ...(['bar', 'diamond', 'tail', 'baseline', 'variance', 'deadline', 'forecast'] as const),
  ...(['float', 'critical', 'short', 'arrow', 'overload', 'today', 'closed'] as const),
];
export type Mark = (typeof marks)[number];

/** In 28 × 20 pixels. */
export function sampleOf(mark: Mark): string {
  return samples[mark];
}

const blue = barStyles['on-track'];
const track = (x: number, width: number) => rect({ x, y: 4.5, width, height: 11 }, 4, blue.track);
const tailArea = { x: 1, y: 6.5, width: 25, height: 7 };
const overArea = { x: 1, y: 6, width: 25, height: 8 };

const samples: Readonly<Record<Mark, string>> = {
  bar: track(0.5, 26) + path('M4 4H14V16H4Q0 16 0 12V8Q0 4 4 4z', blue.done),
  diamond: path(diamondPath(14, 10, 7), diamondStyle['on-track']),
  tail: rect(tailArea, 3, styles.tail) + path(hatchPath(tailArea), styles.tailHatch),
  baseline: path(`${diamondPath(8, 10, 5)}M12.2 10H27`, styles.ghost),
  variance: path(diamondPath(6, 10, 5), styles.ghost) + words('+5', 13, 13, styles.variance),
  deadline: path(flagPath(12, 3, 14), styles.flag),
  forecast: path(barPath({ x: 12, width: 15, y: 4, height: 12 }), blue.forecast) + track(0.5, 12),
  float: track(0.5, 13) + path(floatPath(13.5, 26, 14), styles.float),
  critical: track(1, 26) + path('M5 4H23Q27 4 27 8V12Q27 16 23 16H5Q1 16 1 12V8Q1 4 5 4z', styles.critical),
  short: path(shortPath(8, 10), styles.short),
  arrow: path('M1 5H10Q12 5 12 7V12Q12 14 14 14H26M21.5 10.5L26 14L21.5 17.5', styles.arrow),
  overload: rect(overArea, 2, styles.over) + path(hatchPath(overArea), styles.overHatch),
  today: path('M14 2V18', styles.today),
  closed: path('M2 3H26V17H2z', styles.closed),
};
