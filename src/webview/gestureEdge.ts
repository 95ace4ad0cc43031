// How fast the window follows a pointer that leads something to its edge. Pure arithmetic.
import type { Point } from '../drawing/ghosts';
import type { Size } from './view';

/** Pixels from an edge in which it begins. */
const near = 32;
/** Pixels a sixtieth of a second, at the edge itself and beyond. */
const fastest = 9;

/** Pixels by which the window moves; `undefined` where it rests. Up and down only where another row is looked for. */
export function edgePush({ x, y }: Point, { width, height }: Size, isVertical: boolean): Point | undefined {
  const push = { x: pushed(x, width), y: isVertical ? pushed(y, height) : 0 };
  return push.x === 0 && push.y === 0 ? undefined : push;
}

function pushed(at: number, length: number): number {
  const part = (value: number) => Math.min(1, Math.max(0, value / near));
  return fastest * (part(at - (length - near)) - part(near - at));
}
