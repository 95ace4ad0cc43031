// How the room of the panel is shared out between titles, axis and drawing. Sets sizes of the stage; knows no rows.
import { metricsOf } from '../drawing/metrics';
import { stripHeight } from '../drawing/strip';
import { axisHeight } from './axisView';
import type { Content } from './content';
import { put } from './dom';
import { listHeadHeight } from './listView';
import type { PanelMode } from './savedState';
import type { Stage } from './stage';
import type { Size } from './view';

/** Pixels above the rows: of the axis and the strip below it, or of the list's heads. */
export function headOf(content: Content | undefined, mode: PanelMode): number {
  return mode === 'list' ? listHeadHeight : axisHeight + stripHeight(content?.rows.overloads ?? []);
}

/** Sets the stage to a room, and gives the size of the drawing in it. */
export function furnish(
  { stage, side }: Stage,
  room: Size,
  now: { content: Content | undefined; mode: PanelMode },
): Size {
  const { width, height } = room;
  const column = Math.round(width < 520 ? width * 0.42 : Math.min(360, Math.max(240, width * 0.32)));
  const { rowHeight } = now.content?.metrics ?? metricsOf.comfortable;
  stage.style.setProperty('--head', `${headOf(now.content, 'timeline')}px`);
  stage.style.setProperty('--row', `${rowHeight}px`);
  stage.style.width = `${width}px`;
  stage.style.height = `${height}px`;
  side.style.width = `${column}px`;
  put(stage, 'class', `mp-stage${column < 270 ? ' narrow' : ''}`);
  const head = headOf(now.content, now.mode);
  return { width: Math.max(40, width - column), height: Math.max(rowHeight, height - head) };
}
