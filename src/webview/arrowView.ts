// The dependency arrows: one path each, so that one that comes or goes does not repaint the others.
import { type ArrowFrame, arrowPath, arrowsIn } from '../drawing/arrows';
import { pool, put, svg } from './dom';

interface ArrowSlot {
  readonly node: SVGPathElement;
}

export interface ArrowView {
  readonly node: SVGGElement;
  /** @param chosen a position, or -1; its arrows stand out. */
  readonly draw: (frame: ArrowFrame, chosen: number, originY: number) => void;
}

export function arrowView(): ArrowView {
  const node = svg('g');
  const slots = pool<ArrowSlot>(node, () => ({ node: svg('path') }));
  const draw: ArrowView['draw'] = (frame, chosen, originY) => {
    const arrows = arrowsIn(frame, chosen);
    slots.sync(
      arrows.map((arrow) => arrow.link),
      (slot, index) => {
        const arrow = arrows[index];
        if (!arrow) return;
        put(slot.node, 'class', `arrow${arrow.critical ? ' critical' : ''}${arrow.chosen ? ' on' : ''}`);
        put(slot.node, 'd', arrowPath(arrow.points.map((value, at) => (at % 2 === 1 ? value - originY : value))));
      },
    );
  };
  return { node, draw };
}
