// The panel's state and its one frame loop: what is shown, where the window stands, what is selected. Sends what the person does.
import { rowHeight } from '../drawing/layout';
import type { Scale } from '../drawing/scale';
import { stripHeight } from '../drawing/strip';
import type { FromPanel, ToPanel } from '../protocol/messages';
import { type Arrangement, asInFiles } from '../report/arrangement';
import { textAt } from '../report/timelineRows';
import { axisHeight } from './axisView';
import { type Content, collapse, contentOf, refAt, rowOf } from './content';
import { put, putText, shownText } from './dom';
import type { SavedState } from './incoming';
import type { Picture, Stage } from './stage';
import { clampView, contentHeight, domainOf, fitted, type Size, topShowing, trackOf, type View } from './view';

export interface PanelPage {
  readonly stage: Stage;
  /** The polite live region. */
  readonly live: HTMLElement;
  readonly empty: HTMLElement;
  readonly send: (message: FromPanel) => void;
  readonly save: (state: SavedState) => void;
  /** Whether changes of the window may be animated. */
  readonly mayMove: () => boolean;
  /** After every frame, for the toolbar and the legend. */
  readonly drawn: (panel: Panel) => void;
}

const glideMs = 160;
const restMs = 150;

export class Panel {
  content: Content | undefined;
  view: View = { scale: { start: 0, pxPerDay: 1 }, top: 0, fitted: 'first' };
  size: Size = { width: 0, height: 0 };
  /** Rows, or -1. */
  selected = -1;
  hovered = -1;
  arrangement: Arrangement = asInFiles;
  legend: boolean;
  private frameAsked = false;
  private glide: { from: Scale; to: Scale; fitted: View['fitted']; began: number } | undefined;
  private focusDue = false;
  private placed = { left: -1, top: -1 };
  /** Of the scroller, with titles and axis. */
  private room: Size = { width: 0, height: 0 };
  /** Pixels of the axis and of the strip below it. */
  private head = axisHeight;
  private lastFrame = 0;
  private resting: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly page: PanelPage,
    private saved: SavedState,
  ) {
    this.legend = saved.legend;
  }

  receive(message: ToPanel): void {
    if (message.type === 'select') this.show(message.ref);
    else if (message.type === 'rows') this.take(message);
  }

  private take(message: Extract<ToPanel, { type: 'rows' }>): void {
    const before = this.content;
    if (before && message.number < before.number) return;
    const keep = before && before.rows.count > 0 ? this.remember(before) : this.saved;
    const next = contentOf(message, keep.collapsed, this.arrangement);
    this.content = next;
    this.hovered = -1;
    this.selected = next.shown.rowAt[next.shown.positionOf[rowOf(next.rows, keep.selected)] ?? -1] ?? -1;
    const first = !before || before.rows.count === 0;
    if (first && keep.scale) this.view = { ...this.view, scale: keep.scale, fitted: false };
    else if (first) this.fitNow(next, 'first');
    const top = next.shown.positionOf[rowOf(next.rows, keep.top?.ref)];
    if (top !== undefined) this.view = { ...this.view, top: top * rowHeight + (keep.top?.pixels ?? 0) };
    if (axisHeight + stripHeight(next.rows.overloads) !== this.head) this.resize(this.room.width, this.room.height);
    this.focusDue = this.page.stage.tree.node.contains(document.activeElement);
    this.redraw();
  }

  resize(width: number, height: number): void {
    if (width === 0 || height === 0) return;
    const column = Math.round(width < 520 ? width * 0.42 : Math.min(360, Math.max(240, width * 0.32)));
    const { stage, side } = this.page.stage;
    this.room = { width, height };
    this.head = axisHeight + stripHeight(this.content?.rows.overloads ?? []);
    stage.style.setProperty('--head', `${this.head}px`);
    stage.style.width = `${width}px`;
    stage.style.height = `${height}px`;
    side.style.width = `${column}px`;
    put(stage, 'class', `mp-stage${column < 270 ? ' narrow' : ''}`);
    this.size = { width: Math.max(40, width - column), height: Math.max(rowHeight, height - this.head) };
    if (this.content && this.view.fitted) this.fitNow(this.content, this.view.fitted);
    this.redraw();
  }

  /** The scroller was moved; what this panel itself has set comes back as an event too and is none. */
  scrolled(left: number, top: number): void {
    const { content, view } = this;
    if (!content || (left === this.placed.left && top === this.placed.top)) return;
    const { x, y, from } = this.tracks(content);
    const { pxPerDay } = view.scale;
    const sideways = left !== this.placed.left;
    const scale = sideways ? { start: from + x.toContent(left) / pxPerDay, pxPerDay } : view.scale;
    const down = top === this.placed.top ? view.top : y.toContent(top);
    this.placed = { left, top };
    this.glide = undefined;
    this.view = { scale, top: down, fitted: sideways ? false : view.fitted };
    this.redraw();
  }

  /** Moves the window at once. */
  setView(view: View): void {
    this.glide = undefined;
    this.view = view;
    this.redraw();
  }

  /** Moves the window sideways or zooms it, in a short glide where motion is welcome. */
  glideTo(scale: Scale, fitted: View['fitted'] = false): void {
    if (!this.content) return;
    if (!this.page.mayMove()) {
      this.setView({ ...this.view, scale, fitted });
      return;
    }
    this.glide = { from: this.view.scale, to: scale, fitted, began: performance.now() };
    this.redraw();
  }

  /** Where the window stands or is about to come to rest. */
  aim(): Scale {
    return this.glide?.to ?? this.view.scale;
  }

  /** Selects a row as the person did: the host is told and the row comes into the window. */
  select(row: number, focus: boolean): void {
    const { content } = this;
    const ref = content && refAt(content.rows, row);
    if (!content || ref === undefined) return;
    if (row !== this.selected) this.page.send({ type: 'select', ref });
    this.choose(content, row);
    this.focusDue = focus;
  }

  setCollapsed(collapsed: ReadonlySet<number>): void {
    if (!this.content) return;
    this.content = collapse(this.content, collapsed);
    this.hovered = -1;
    this.redraw();
  }

  hover(row: number): void {
    if (row === this.hovered) return;
    this.hovered = row;
    this.redraw();
  }

  picture(content: Content): Picture {
    return { content, view: this.view, size: this.size, selected: this.selected, hovered: this.hovered };
  }

  redraw(): void {
    if (this.frameAsked) return;
    this.frameAsked = true;
    requestAnimationFrame(() => {
      this.frameAsked = false;
      this.frame();
    });
  }

  private frame(): void {
    const { content, page } = this;
    if (!content || this.size.width === 0) return;
    if (this.glide) this.glideOn(this.glide);
    const { x, y, from, view } = this.tracks(content);
    this.view = view;
    const isEmpty = content.rows.count === 0;
    page.empty.toggleAttribute('hidden', !isEmpty);
    page.stage.scroller.toggleAttribute('hidden', isEmpty);
    putText(page.empty, isEmpty ? content.empty.text : '');
    if (!isEmpty) {
      this.place(x.length, y.length, {
        left: x.toScroll((view.scale.start - from) * view.scale.pxPerDay),
        top: y.toScroll(view.top),
      });
      page.stage.draw(this.picture(content));
      page.stage.tree.select(this.selected, this.focusDue);
    }
    this.focusDue = false;
    page.drawn(this);
    this.lastFrame = performance.now();
    this.resting ??= setTimeout(() => this.restSoon(), restMs);
  }

  private glideOn(glide: NonNullable<Panel['glide']>): void {
    const part = Math.min(1, (performance.now() - glide.began) / glideMs);
    const eased = 1 - (1 - part) ** 3;
    const { from, to } = glide;
    // Zoom by equal factors, and keep the one day in place that both views show at the same spot.
    const pxPerDay = from.pxPerDay * (to.pxPerDay / from.pxPerDay) ** eased;
    const share =
      from.pxPerDay === to.pxPerDay
        ? eased
        : (1 / pxPerDay - 1 / from.pxPerDay) / (1 / to.pxPerDay - 1 / from.pxPerDay);
    const scale = part >= 1 ? to : { start: from.start + (to.start - from.start) * share, pxPerDay };
    this.view = { ...this.view, scale, fitted: glide.fitted };
    if (part >= 1) this.glide = undefined;
    else this.redraw();
  }

  private fitNow(content: Content, to: 'all' | 'first'): void {
    const range = to === 'all' ? content.fit : content.opening;
    this.view = { ...this.view, scale: fitted(range, this.size.width), fitted: to };
  }

  private tracks(content: Content) {
    const { width, height } = this.size;
    const domain = domainOf({ range: content.fit, today: content.rows.today }, this.view, width);
    const view = clampView(this.view, domain, { width, height, count: content.shown.count });
    const x = trackOf((domain.to - domain.from) * view.scale.pxPerDay, width);
    return { x, y: trackOf(contentHeight(content.shown.count), height), from: domain.from, view };
  }

  /** Sets the scroller to where the window is, without touching it when it is there already. */
  private place(width: number, height: number, at: { left: number; top: number }): void {
    const { scroller, space, side } = this.page.stage;
    const style = {
      width: `calc(${side.style.width} + ${Math.round(width)}px)`,
      height: `${Math.round(height) + this.head}px`,
    };
    if (space.style.width !== style.width) space.style.width = style.width;
    if (space.style.height !== style.height) space.style.height = style.height;
    if (Math.abs(at.left - this.placed.left) >= 1 || Math.abs(at.top - this.placed.top) >= 1) {
      scroller.scrollLeft = at.left;
      scroller.scrollTop = at.top;
      this.placed = { left: scroller.scrollLeft, top: scroller.scrollTop };
    }
  }

  private restSoon(): void {
    const left = this.lastFrame + restMs - performance.now();
    this.resting = left > 1 ? setTimeout(() => this.restSoon(), left) : undefined;
    if (this.resting === undefined) this.rest();
  }

  /** Scrolling rests: elements get their reading order, and the state is kept. */
  private rest(): void {
    this.page.stage.tree.settle();
    if (this.content && this.content.rows.count > 0) this.page.save(this.remember(this.content));
  }

  private remember(content: Content): SavedState {
    const { rows, shown, collapsed } = content;
    const selected = refAt(rows, this.selected);
    const position = Math.min(shown.count - 1, Math.floor(this.view.top / rowHeight));
    const ref = refAt(rows, shown.rowAt[position] ?? -1);
    return {
      ...(this.view.fitted ? {} : { scale: this.view.scale }),
      ...(ref === undefined ? {} : { top: { ref, pixels: this.view.top - position * rowHeight } }),
      ...(selected === undefined ? {} : { selected }),
      collapsed: [...collapsed].flatMap((row) => refAt(rows, row) ?? []),
      legend: this.legend,
    };
  }

  /** Selects what the host names, opening what it lies in; the focus stays where it is. */
  private show(ref: string): void {
    if (!this.content) return;
    const row = rowOf(this.content.rows, ref);
    if (row < 0 || row === this.selected) return;
    const { inside } = this.content.rows;
    const open = [...this.content.collapsed].filter((each) => each >= row || each + (inside[each] ?? 0) < row);
    if (open.length < this.content.collapsed.size) this.setCollapsed(new Set(open));
    this.choose(this.content, row);
  }

  private choose(content: Content, row: number): void {
    this.selected = row;
    const position = content.shown.positionOf[row] ?? 0;
    this.view = { ...this.view, top: topShowing(position, this.view, this.size.height) };
    putText(this.page.live, shownText(textAt(content.rows.labels, row)));
    this.redraw();
  }
}
