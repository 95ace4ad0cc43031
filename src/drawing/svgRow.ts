// One row of a picture: bar or diamond, what it marks, and its words. Takes every place from its box.
import { glyphRoom } from './labels';
import type { RowBox } from './layout';
import type { Metrics } from './metrics';
import { barHeightOf, criticalPath, forecastPath, ghostPath } from './outlines';
import { diamondRadius } from './reach';
import { diamondPath, donePath, flagPath, floatPath, shortPath } from './shapes';
import { path, rect, titleOf, words } from './svgElement';
import { agreementIcon, hatchPath, stateIcon } from './svgIcons';
import { barStyles, diamondStyle, styles } from './svgStyles';

/** @param said the whole row in words, for who points at it. */
export function rowPicture(box: RowBox, metrics: Metrics, said: string): string {
  if (box.shape === 'none' && box.deadline === undefined) return '';
  const shape = box.shape === 'diamond' ? diamond(box, metrics) : bar(box, metrics);
  const drawn = below(box, metrics) + shape + above(box, metrics) + label(box, metrics);
  return `<g transform="translate(0 ${box.y})">${titleOf(said)}${drawn}</g>`;
}

function stylesOf(box: RowBox) {
  return box.shape === 'plan' ? barStyles.plan : barStyles[box.state];
}

/** What the bar stands on: float, forecast and the time it is overdue. */
function below(box: RowBox, metrics: Metrics): string {
  const middle = metrics.rowHeight / 2;
  let drawn = '';
  if (box.float) drawn += path(floatPath(box.float.from, box.float.to, middle + metrics.barHeight / 2), styles.float);
  if (box.forecast !== undefined) drawn += path(forecastPath(box, box.forecast, metrics), stylesOf(box).forecast);
  if (box.tail > 0) {
    const area = { x: box.x + box.width, y: middle - 3.5, width: box.tail, height: 7 };
    drawn += rect(area, 3, styles.tail) + path(hatchPath(area), styles.tailHatch);
  }
  return drawn;
}

function bar(box: RowBox, metrics: Metrics): string {
  if (box.shape === 'none') return '';
  const height = barHeightOf(box, metrics);
  const y = (metrics.rowHeight - height) / 2;
  const style = stylesOf(box);
  const area = { x: box.x + 0.5, y: y + 0.5, width: Math.max(1, box.width - 1), height: height - 1 };
  let drawn = rect(area, Math.min(4, height / 2, box.width / 2), style.track);
  if (style.hatch !== '') drawn += path(hatchPath(area), style.hatch);
  if (box.doneWidth > 0) drawn += path(donePath({ x: box.x, width: box.width, y, height }, box.doneWidth), style.done);
  return drawn;
}

function diamond(box: RowBox, metrics: Metrics): string {
  return path(diamondPath(box.x + diamondRadius, metrics.rowHeight / 2, diamondRadius), diamondStyle[box.state]);
}

/** What is drawn over the bar: critical outline, agreed date, negative float, deadline. */
function above(box: RowBox, metrics: Metrics): string {
  let drawn = '';
  if (box.critical && box.shape !== 'none') drawn += path(criticalPath(box, metrics), styles.critical);
  if (box.baseline !== undefined && box.shape !== 'none')
    drawn += path(ghostPath(box, box.baseline, metrics), styles.ghost);
  if (box.variance) {
    const { text, x, y, width } = box.variance;
    drawn += rect({ x: x - 1, y: y - 6, width: width + 2, height: 6.5 }, 0, styles.plate);
    drawn += words(text, x, y, styles.variance);
  }
  if (box.short !== undefined) drawn += path(shortPath(box.short, metrics.rowHeight / 2), styles.short);
  if (box.deadline !== undefined)
    drawn += path(
      flagPath(box.deadline, 4, metrics.rowHeight - 8),
      box.deadlinePassed ? styles.flagPassed : styles.flag,
    );
  return drawn;
}

/** The words beside or inside the bar on a ground of their own, behind which arrows pass. */
function label(box: RowBox, { rowHeight, barHeight }: Metrics): string {
  const { place, x, width, text, textX, glyph, marks, plate } = box.label;
  if (place === 'hidden') return '';
  const middle = rowHeight / 2;
  const margin = place === 'inside' ? (rowHeight - barHeight) / 2 + 1.5 : middle - 8;
  const area = { x: x - 3, y: margin, width: width + 6, height: rowHeight - 2 * margin };
  let drawn = '';
  if (place !== 'inside' || plate) drawn += rect(area, 3, box.shape === 'plan' ? styles.bandPlate : styles.plate);
  if (place === 'before') drawn += path(`M${x - 7} ${middle - 4}l-4 4l4 4`, styles.edge);
  if (place === 'after') drawn += path(`M${x + width + 7} ${middle - 4}l4 4l-4 4`, styles.edge);
  const y = middle - 6;
  if (glyph) drawn += stateIcon(box.state, { x, y, size: 12 });
  const from = x + (glyph ? glyphRoom : 0);
  marks.forEach((mark, at) => {
    drawn += agreementIcon(mark, { x: from + at * glyphRoom, y, size: 12 });
  });
  const isStrong = place === 'inside' || stylesOf(box).pressing;
  return drawn + words(text, textX, middle + 4, isStrong ? styles.strongLabel : styles.quietLabel);
}
