// Runs the gestures of one panel: gives events to the hand, sends what comes of them, wakes it in time, tells the live region and draws after every frame.

import { isOnHandle, type Point } from '../drawing/ghosts';
import { dayAt } from '../drawing/scale';
import { daysTo, edgeZone, statedOf } from '../drawing/snap';
import type { ToPanel } from '../protocol/messages';
import type { TimelineRows } from '../report/timelineRows';
import { bringBar, panBy } from './commands';
import { targetOf } from './dependency';
import { type HandEvent, step, wakeAt } from './gesture';
import { edgePush } from './gestureEdge';
import { type Gesture, type Grip, type Hand, idle } from './gestureState';
import { edgeOf, type GestureView, gestureView, handleAt } from './gestureView';
import { gestureVoice } from './gestureVoice';
import { gripAt, gripOf, linkOf, rowFor, subjectOf } from './grab';
import type { Panel } from './panel';

/** A finger hides what it points at, so it needs not be as exact. */
const fingerZone = 12;
/** An edge that is led by the keys stays so far inside the window. */
const seenMargin = 24;

export class Gestures {
  hand: Hand = idle;
  /** The row whose dates somebody has tried to move in vain; the pointer says so over it from then on. */
  tried = '';
  /** The last pointer was a finger or a pen. */
  touch = false;
  readonly view: GestureView;
  private readonly say: ReturnType<typeof gestureVoice>;
  private pointer: Point | undefined;
  /** The day under the pointer when the button went down. */
  private grabbed = 0;
  private rows: TimelineRows | undefined;
  private pushedAt = 0;
  private alarm: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly panel: Panel) {
    this.view = gestureView(panel.page.stage);
    this.say = gestureVoice((text) => panel.say(text));
    panel.heard.add((message) => this.hear(message));
    panel.framed.add(() => this.framed());
  }

  get gesture(): Gesture {
    return this.hand.gesture;
  }

  /** Whether something is held; a button that is only down is nothing yet. */
  get holds(): boolean {
    return this.gesture.kind !== 'none' && this.gesture.kind !== 'pressed';
  }

  apply(event: HandEvent): void {
    const before = this.hand;
    const { hand, send } = step(before, event, performance.now());
    if (hand === before) return;
    this.hand = hand;
    for (const message of send) this.panel.page.send(message);
    if (hand.gesture.kind === 'barred') this.tried = hand.gesture.ref;
    if (hand.gesture.kind === 'none') this.pointer = undefined;
    if (this.panel.content) this.say(before, hand, this.panel.content);
    this.wakeLater();
    this.panel.redraw();
  }

  /** Everything is as it was, and nothing was sent. */
  cancel(): void {
    if (this.gesture.kind !== 'none') this.apply({ type: 'cancel' });
  }

  /** The button goes down at a point of the drawing; says whether it takes hold of something. */
  press(at: Point): boolean {
    const grip = this.gripUnder(at);
    if (!grip) return false;
    this.grabbed = dayAt(this.panel.view.scale, at.x);
    this.apply({ type: 'press', grip });
    return true;
  }

  drag(at: Point): void {
    this.pointer = at;
    const { view, content } = this.panel;
    if (!content) return;
    const held = this.gesture.kind === 'pressed' && this.gesture.grip.kind === 'link';
    if (held) this.apply({ type: 'drag', days: 0, over: undefined });
    const { gesture } = this;
    const over = gesture.kind === 'linking' ? targetOf(content, gesture, this.rowUnder(at)) : undefined;
    this.apply({ type: 'drag', days: daysTo(view.scale, this.grabbed, at.x), over });
    this.panel.redraw();
  }

  /** By the keys, of the selected row: `d` its dates, `a` a dependency. */
  grab(what: 'dates' | 'dependency'): void {
    const { content, selected } = this.panel;
    if (!content || selected < 0) return;
    const grip = what === 'dates' ? gripOf(content, selected) : linkOf(content, selected);
    if (!grip) return;
    this.pointer = undefined;
    this.panel.focus();
    bringBar(this.panel, selected);
    this.apply({ type: 'grab', grip });
  }

  /** Brings the edge that the keys lead back into the window. */
  showEdge(): void {
    const { gesture, panel } = this;
    if (gesture.kind !== 'moving' || !panel.content) return;
    const x = edgeOf(panel.content, gesture, panel.view.scale);
    const { start, pxPerDay } = panel.aim();
    const beyond = Math.min(0, x - seenMargin) + Math.max(0, x + seenMargin - panel.size.width);
    if (beyond !== 0)
      panel.glideTo({ start: start + (beyond + Math.sign(beyond) * panel.size.width * 0.3) / pxPerDay, pxPerDay });
  }

  /** What lies under a point of the drawing and can be taken hold of. */
  gripUnder(at: Point): Grip | undefined {
    const { content, view } = this.panel;
    if (!content) return undefined;
    const row = this.rowUnder(at);
    for (const each of [this.panel.hovered, this.panel.selected]) {
      const subject = isOnHandle(handleAt({ content, panel: this.panel }, each), at)
        ? subjectOf(content, each)
        : undefined;
      if (subject) return { kind: 'link', subject };
    }
    return gripAt(content, row, { x: at.x, scale: view.scale, outside: this.touch ? fingerZone : edgeZone });
  }

  private rowUnder({ x, y }: Point): number {
    const { content, view, size } = this.panel;
    if (!content || y < 0 || y >= size.height || x < -size.width) return -1;
    const position = Math.floor((y + Math.round(view.top)) / content.metrics.rowHeight);
    return position < content.shown.count ? (content.shown.rowAt[position] ?? -1) : -1;
  }

  private hear(message: ToPanel): void {
    if (message.type === 'effect') this.apply({ type: 'effect', id: message.id, effect: message.effect });
    if (message.type === 'settled') this.apply({ type: 'settled', id: message.id, refused: message.refused });
  }

  private framed(): void {
    const { content } = this.panel;
    if (!content) return;
    if (content.rows !== this.rows) this.renew(content.rows, content.number);
    this.push();
    const { hand, pointer, touch } = this;
    this.view.draw({ panel: this.panel, content, hand, pointer, touch });
    this.dress();
  }

  private renew(rows: TimelineRows, number: number): void {
    this.rows = rows;
    const stated = (ref: string) => {
      const row = rowFor(rows, ref);
      return row < 0 ? undefined : statedOf(rows, row);
    };
    if (this.hand.gesture.kind !== 'none' || this.hand.sent.length > 0) this.apply({ type: 'rows', number, stated });
  }

  /** Near an edge the window follows the pointer, slowly. */
  private push(): void {
    const { pointer, gesture, panel } = this;
    const isLed = pointer && (gesture.kind === 'moving' || gesture.kind === 'linking');
    const by = isLed ? edgePush(pointer, panel.size, gesture.kind === 'linking') : undefined;
    const now = performance.now();
    const share = Math.min(50, now - this.pushedAt) / 16;
    this.pushedAt = now;
    if (!by || !pointer) return;
    panBy(panel, by.x * share, by.y * share);
    this.drag(pointer);
  }

  private dress(): void {
    const { drawing } = this.panel.page.stage;
    const { gesture } = this;
    const isLed = gesture.kind === 'moving' && gesture.by === 'pointer';
    drawing.classList.toggle('mp-holds', isLed && gesture.part === 'whole');
    drawing.classList.toggle('mp-holds-edge', isLed && gesture.part !== 'whole');
    drawing.classList.toggle('mp-leads', gesture.kind === 'linking' && gesture.over?.why === undefined);
    drawing.classList.toggle(
      'mp-barred',
      gesture.kind === 'barred' || (gesture.kind === 'linking' && gesture.over?.why !== undefined),
    );
  }

  private wakeLater(): void {
    clearTimeout(this.alarm);
    const at = wakeAt(this.hand);
    if (at === undefined) return;
    this.alarm = setTimeout(
      () => {
        this.apply({ type: 'tick' });
        this.wakeLater();
      },
      Math.max(0, at - performance.now()) + 1,
    );
  }
}
