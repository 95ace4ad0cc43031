// Draws what a hand is doing over the drawing: ghosts, guides, the arrow that is led, handles, the label at the pointer and the sentence beside a row.
import {
  expectedSpan,
  ghostPath,
  guidesOf,
  handleOf,
  handleRadius,
  movedPath,
  type Point,
  reachOfSpan,
  rubberPath,
  spanOf,
} from '../drawing/ghosts';
import { rowsIn } from '../drawing/layout';
import { reachOf } from '../drawing/reach';
import type { Scale } from '../drawing/scale';
import { isSame, spanAfter } from '../drawing/snap';
import { type Content, refAt } from './content';
import { el, pool, put, putText, svg } from './dom';
import type { Gesture, Hand, Linking, Moving } from './gestureState';
import { bubbleOf, noticeText } from './gestureWords';
import { isMilestone, rowFor } from './grab';
import type { Panel } from './panel';
import type { Stage } from './stage';

/** Of one frame, in pixels of the drawing's window. */
interface Scene {
  readonly panel: Panel;
  readonly content: Content;
  readonly hand: Hand;
  /** Where the pointer is; `undefined` for the keys. */
  readonly pointer: Point | undefined;
  /** Fingers and pens need a place to begin that does not scroll. */
  readonly touch: boolean;
}

export type GestureView = ReturnType<typeof gestureView>;

export function gestureView({ canvas, stage }: Stage) {
  const nodes = viewNodes();
  canvas.append(nodes.drawing, nodes.grip);
  stage.append(nodes.target);
  // Over all of the page, so that a low window does not cut the words.
  (stage.closest('.mp') ?? document.body).append(nodes.notice, nodes.bubble);
  const ghosts = pool(nodes.ghosts, () => ({ node: svg('path', { class: 'mp-moved' }) }));
  const handles = pool(nodes.handles, () => ({ node: svg('circle', { class: 'mp-handle', r: String(handleRadius) }) }));
  const draw = (scene: Scene) => {
    const { gesture } = scene.hand;
    const sent = scene.hand.sent.at(-1);
    const moving = gesture.kind === 'moving' ? gesture : sent?.kind === 'move' ? sent.moving : undefined;
    const linking = gesture.kind === 'linking' ? gesture : sent?.kind === 'link' ? sent.linking : undefined;
    drawMoving(nodes, scene, moving);
    drawMoved(ghosts, scene, moving);
    drawArrow(nodes, scene, linking);
    drawTarget(nodes.target, scene, gesture);
    drawHandles(handles, scene);
    drawGrip(nodes.grip, scene);
    drawBubble(nodes, scene);
    drawNotice(nodes, scene);
  };
  return { draw, grip: nodes.grip };
}

type Nodes = ReturnType<typeof viewNodes>;

function viewNodes() {
  const guides = svg('path', { class: 'mp-guides' });
  const ghosts = svg('g');
  const own = svg('path', { class: 'mp-own' });
  const arrow = svg('path', { class: 'mp-rubber' });
  const handles = svg('g');
  const drawing = svg('svg', { class: 'mp-hand' }, guides, ghosts, own, arrow, handles);
  const head = el('strong');
  const text = el('span');
  return {
    ...{ guides, ghosts, own, arrow, handles, drawing, head, text },
    grip: el('div', { class: 'mp-grip', hidden: '' }),
    target: el('div', { class: 'mp-target', 'aria-hidden': 'true', hidden: '' }),
    bubble: el('div', { class: 'mp-bubble', 'aria-hidden': 'true', hidden: '' }, head, text),
    notice: el('div', { class: 'mp-bubble mp-notice', 'aria-hidden': 'true', hidden: '' }),
  };
}

/** Top of a shown row in the window; `undefined` for one that is hidden in another. */
function topOf({ content, panel }: Pick<Scene, 'content' | 'panel'>, row: number): number | undefined {
  const position = row < 0 ? -1 : (content.shown.positionOf[row] ?? -1);
  if (position < 0 || content.shown.rowAt[position] !== row) return undefined;
  return position * content.metrics.rowHeight - Math.round(panel.view.top);
}

function drawMoving({ own, guides }: Nodes, scene: Scene, moving: Moving | undefined): void {
  const { content, panel } = scene;
  const row = moving ? rowFor(content.rows, moving.subject.ref) : -1;
  const y = topOf(scene, row);
  if (!moving || y === undefined) {
    put(own, 'd', '');
    put(guides, 'd', '');
    return;
  }
  const before = spanOf(content.rows, row);
  const after = spanAfter(before, moving.subject.was, moving.now);
  const { scale } = panel.view;
  put(own, 'd', ghostPath(reachOfSpan(after, scale), y, content.metrics));
  const lines = guidesOf(before, after, scale).map((x) => `M${Math.round(x) + 0.5} 0V${panel.size.height}`);
  put(guides, 'd', lines.join(''));
}

/** Only rows in the window are looked at, so the work does not grow with the plan. */
function drawMoved(
  ghosts: ReturnType<typeof pool<{ readonly node: SVGPathElement }>>,
  scene: Scene,
  moving: Moving | undefined,
): void {
  const found: { readonly row: number; readonly d: string; readonly isDay: boolean }[] = [];
  const { content, panel } = scene;
  if (moving?.answer && !isSame(moving.now, moving.subject.was)) {
    const days = new Map(moving.answer.effect.moved.map(({ ref, forecast }) => [ref, forecast]));
    const { first, last } = rowsIn(content.shown, { top: panel.view.top, height: panel.size.height }, content.metrics);
    for (let position = first; position <= last && days.size > 0; position++) {
      const row = content.shown.rowAt[position] ?? -1;
      const forecast = days.get(refAt(content.rows, row) ?? '');
      if (forecast === undefined) continue;
      const reach = reachOf(content.rows, row, panel.view.scale);
      const after = reachOfSpan(expectedSpan(spanOf(content.rows, row), forecast), panel.view.scale);
      const d = movedPath(reach, after, topOf(scene, row) ?? 0, content.metrics);
      found.push({ row, d, isDay: after.shape === 'diamond' });
    }
  }
  const isOld = moving?.answer !== undefined && !isSame(moving.answer.stated, moving.now);
  ghosts.sync(
    found.map(({ row }) => row),
    ({ node }, index) => {
      put(node, 'd', found[index]?.d ?? '');
      node.classList.toggle('day', found[index]?.isDay ?? false);
      node.classList.toggle('old', isOld);
    },
  );
}

function drawArrow({ arrow }: Nodes, scene: Scene, linking: Linking | undefined): void {
  const [from, to] = linking ? arrowEnds(scene, linking) : [];
  put(arrow, 'd', from && to ? rubberPath(from, to) : '');
  arrow.classList.toggle('bad', linking?.over?.why !== undefined);
}

/** From the handle to the pointer, or from the chosen predecessor to the row that will wait for it. */
function arrowEnds(scene: Scene, { by, from, over }: Linking): readonly (Point | undefined)[] {
  const held = endsOf(scene, from.ref);
  const other = over ? endsOf(scene, over.ref) : undefined;
  if (by === 'keys') return [other?.handle, held?.start];
  return [held?.handle, scene.hand.gesture.kind === 'linking' ? scene.pointer : other?.start];
}

function endsOf(scene: Scene, ref: string): { readonly start: Point; readonly handle: Point } | undefined {
  const { content, panel } = scene;
  const row = rowFor(content.rows, ref);
  const y = topOf(scene, row);
  if (y === undefined) return undefined;
  const reach = reachOf(content.rows, row, panel.view.scale);
  const handle = handleOf(reach, y, content.metrics);
  return handle && { start: { x: reach.x - 2, y: handle.y }, handle };
}

function drawTarget(node: HTMLElement, scene: Scene, gesture: Gesture): void {
  const over = gesture.kind === 'linking' ? gesture.over : undefined;
  const y = over ? topOf(scene, rowFor(scene.content.rows, over.ref)) : undefined;
  node.toggleAttribute('hidden', y === undefined);
  if (y === undefined) return;
  node.classList.toggle('bad', over?.why !== undefined);
  node.style.transform = `translateY(${y + headOf(scene.panel)}px)`;
}

/** Pixels of axis and strip above the drawing. */
function headOf({ page }: Panel): number {
  return page.stage.canvas.offsetTop;
}

function drawHandles(handles: ReturnType<typeof pool<{ readonly node: SVGCircleElement }>>, scene: Scene): void {
  const { content, panel, hand } = scene;
  const isFree = hand.gesture.kind !== 'moving' && hand.gesture.kind !== 'barred';
  const rows = isFree ? [...new Set([panel.selected, panel.hovered])].filter((row) => handleAt(scene, row)) : [];
  handles.sync(rows, ({ node }, index) => {
    const at = handleAt({ panel, content }, rows[index] ?? -1);
    put(node, 'cx', String(at?.x ?? -99));
    put(node, 'cy', String(at?.y ?? -99));
  });
}

/** The handle of a milestone that is shown; one whose file cannot be read has none. */
export function handleAt(scene: Pick<Scene, 'content' | 'panel'>, row: number): Point | undefined {
  const { rows, metrics } = scene.content;
  const y = topOf(scene, row);
  if (y === undefined || !isMilestone(rows, row) || rows.stale[row] === 1) return undefined;
  return handleOf(reachOf(rows, row, scene.panel.view.scale), y, metrics);
}

/** Over the shape of the selected row and its handle, a little larger than both. */
function drawGrip(node: HTMLElement, scene: Scene): void {
  const { panel, content, touch } = scene;
  const y = topOf(scene, panel.selected);
  const isThere = touch && y !== undefined && isMilestone(content.rows, panel.selected);
  node.toggleAttribute('hidden', !isThere);
  if (!isThere) return;
  const reach = reachOf(content.rows, panel.selected, panel.view.scale);
  const isShape = reach.shape !== 'none';
  node.style.transform = `translate(${reach.x - 12}px, ${y}px)`;
  node.style.width = `${isShape ? reach.width + 36 : 0}px`;
}

function drawBubble({ bubble, head, text }: Nodes, scene: Scene): void {
  const said = bubbleOf(scene.hand.gesture, scene.content);
  bubble.toggleAttribute('hidden', said === undefined);
  if (!said) return;
  putText(head, said.head);
  putText(text, said.text);
  bubble.classList.toggle('bad', said.bad);
  place(bubble, scene, scene.pointer ?? atKeys(scene));
}

function drawNotice({ notice }: Nodes, scene: Scene): void {
  const { hand, content } = scene;
  notice.toggleAttribute('hidden', hand.notice === undefined);
  if (!hand.notice) return;
  putText(notice, noticeText(hand.notice, content));
  place(notice, scene, besideRow(scene, hand.notice.ref));
}

/** Where the moved edge has been led to, or the other row. */
function atKeys(scene: Scene): Point {
  const { gesture } = scene.hand;
  if (gesture.kind !== 'moving')
    return besideRow(scene, gesture.kind === 'linking' ? (gesture.over ?? gesture.from).ref : '');
  const { content, panel } = scene;
  const top = topOf(scene, rowFor(content.rows, gesture.subject.ref)) ?? 0;
  return { x: edgeOf(content, gesture, panel.view.scale), y: top + content.metrics.rowHeight / 2 };
}

/** Pixels of the edge that is moved: the start where that is held, else the end. */
export function edgeOf(content: Content, { subject, now, part }: Moving, scale: Scale): number {
  const drawn = spanOf(content.rows, rowFor(content.rows, subject.ref));
  const reach = reachOfSpan(spanAfter(drawn, subject.was, now), scale);
  return part === 'start' ? reach.x : reach.x + reach.width;
}

function besideRow(scene: Scene, ref: string): Point {
  const { content, panel } = scene;
  const row = rowFor(content.rows, ref);
  const y = topOf(scene, row);
  if (y === undefined) return { x: panel.size.width / 2, y: 0 };
  const reach = reachOf(content.rows, row, panel.view.scale);
  return { x: reach.shape === 'none' ? 12 : reach.x + reach.width, y: y + content.metrics.rowHeight / 2 };
}

const away = { x: 14, y: 16 };

/** Below and right of a point, on the other side where there is no room, and always whole in the window. */
function place(node: HTMLElement, { panel }: Scene, at: Point): void {
  const { left, top } = panel.page.stage.canvas.getBoundingClientRect();
  const spot = { x: left + at.x, y: top + at.y };
  const [width, height] = [node.offsetWidth, node.offsetHeight];
  const x = spot.x + away.x + width > innerWidth ? spot.x - away.x - width : spot.x + away.x;
  const y = spot.y + away.y + height > innerHeight ? spot.y - away.y - height : spot.y + away.y;
  const inside = (value: number, most: number) => Math.round(Math.max(4, Math.min(most - 4, value)));
  node.style.transform = `translate(${inside(x, innerWidth - width)}px, ${inside(y, innerHeight - height)}px)`;
}
