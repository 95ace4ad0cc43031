// The panel's state: what is shown, where the window stands, what is selected. Draws it frame by frame and sends what the person does.
import type { Scale } from '../drawing/scale';
import type { ToPanel } from '../protocol/messages';
import type { Arrangement } from '../report/arrangement';
import { textAt } from '../report/timelineRows';
import { type Content, collapse, contentOf, keyAt, rearrange, refAt, rowOf } from './content';
import { putText, shownText } from './dom';
import { frameLoop, type Glide, glided } from './frames';
import type { PanelChrome, PanelPage } from './panelParts';
import { type Placing, placingOf, tracksOf } from './placing';
import { foldedKeys, recovered, remembered } from './remembered';
import { furnish, headOf } from './room';
import type { PanelMode, SavedState } from './savedState';
import type { Picture } from './stage';
import { fitted, type Size, topShowing, type View } from './view';
import { isWaiting } from './waiting';

export class Panel {
  content: Content | undefined;
  view: View = { scale: { start: 0, pxPerDay: 1 }, top: 0, fitted: 'first' };
  size: Size = { width: 0, height: 0 };
  /** Rows, or -1. */
  selected = -1;
  hovered = -1;
  /** What the person has set; the content is drawn by it. */
  settings: Pick<SavedState, 'arrangement' | 'audience' | 'collapsed' | 'legend' | 'overview' | 'mode'>;
  /** Told of every message that is about neither rows nor selection. */
  readonly heard = new Set<(message: ToPanel) => void>();
  /** Told after every frame that was drawn. */
  readonly framed = new Set<() => void>();
  /** Gets the keys before anyone else while it holds them (a grabbed milestone does); says whether the key was its own. */
  keyHolder: ((event: KeyboardEvent) => boolean) | undefined;
  /** Takes hold of the selected row by the keys, for its dates or a dependency. */
  hand: { readonly holds: boolean; readonly grab: (what: 'dates' | 'dependency') => void } | undefined;
  /** What opens over the page or takes the focus in it. */
  chrome: PanelChrome | undefined;
  /** Asks for a frame. */
  readonly redraw: () => void;
  private readonly placings: Readonly<Record<PanelMode, Placing>>;
  private glide: Glide | undefined;
  private focusDue = false;
  /** The key of what is selected, also while a filter hides it. */
  private chosen: string | undefined;
  /** Of the scroller, with titles and axis. */
  private room: Size = { width: 0, height: 0 };
  /** Pixels above the rows. */
  private head = 0;

  constructor(
    readonly page: PanelPage,
    private readonly saved: SavedState,
  ) {
    const { arrangement, audience, collapsed, legend, overview, mode } = saved;
    this.settings = { arrangement, audience, collapsed, legend, overview, mode };
    this.chosen = saved.selected;
    // What is hidden has no size, and without a size nothing is drawn.
    page.stage.scroller.toggleAttribute('hidden', mode === 'list');
    page.list.scroller.toggleAttribute('hidden', mode === 'timeline');
    this.placings = { timeline: placingOf(page.stage), list: placingOf(page.list) };
    this.redraw = frameLoop(
      () => this.frame(),
      () => this.rest(),
    );
  }

  receive(message: ToPanel): void {
    if (message.type === 'select') this.show(message.ref);
    else if (message.type === 'rows') this.take(message);
    else for (const listener of this.heard) listener(message);
  }

  private take(message: Extract<ToPanel, { type: 'rows' }>): void {
    const before = this.content;
    if (before && message.number < before.number) return;
    const keep = before && before.received.count > 0 ? this.remember(before) : this.saved;
    const next = contentOf(message, this.settings.collapsed, this.settings.arrangement, before);
    const first = !before || before.received.count === 0;
    if (first && keep.scale) this.view = { ...this.view, scale: keep.scale, fitted: false };
    else if (first) this.fitNow(next, 'first');
    this.adopt(next, keep);
    if (headOf(next, this.settings.mode) !== this.head || before?.metrics !== next.metrics)
      this.resize(this.room.width, this.room.height);
  }

  /** Other rows, or the same in another order: what was selected and at the top is found in them again. */
  private adopt(next: Content, keep: Pick<SavedState, 'top'>): void {
    const found = recovered(next, { ...keep, selected: this.chosen });
    this.content = next;
    this.hovered = -1;
    this.selected = found.selected;
    if (found.top !== undefined) this.view = { ...this.view, top: found.top };
    this.focusDue = this.hasFocus();
    this.redraw();
  }

  resize(width: number, height: number): void {
    if (width === 0 || height === 0) return;
    const { mode } = this.settings;
    this.room = { width, height };
    this.head = headOf(this.content, mode);
    this.size = furnish(this.page.stage, this.room, { content: this.content, mode });
    if (this.content && this.view.fitted) this.fitNow(this.content, this.view.fitted);
    this.redraw();
  }

  /** The scroller was moved. */
  scrolled(left: number, top: number): void {
    const { content, view } = this;
    const { mode } = this.settings;
    const moved = this.placings[mode].moved(left, top);
    // The list goes sideways by itself.
    const by = { down: moved.down, sideways: moved.sideways && mode === 'timeline' };
    if (!content || (!by.sideways && !by.down)) return;
    const { x, y, from } = tracksOf(content, view, this.size);
    const { pxPerDay } = view.scale;
    const scale = by.sideways ? { start: from + x.toContent(left) / pxPerDay, pxPerDay } : view.scale;
    this.glide = undefined;
    this.view = {
      scale,
      top: by.down ? y.toContent(top) : view.top,
      fitted: by.sideways ? false : view.fitted,
    };
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
    if (!content || row < 0 || row >= content.rows.count) return;
    const ref = refAt(content.rows, row);
    // The head of a group is nothing that the host knows.
    if (row !== this.selected && ref !== undefined) this.page.send({ type: 'select', ref });
    this.choose(content, row);
    this.focusDue = focus;
  }

  setCollapsed(collapsed: ReadonlySet<number>): void {
    const { content } = this;
    if (!content) return;
    const keys = foldedKeys(content, collapsed, this.settings.collapsed);
    this.settings = { ...this.settings, collapsed: keys };
    this.content = collapse(content, collapsed);
    this.hovered = -1;
    this.redraw();
  }

  /** Shows other rows, or the same in another order; what is selected stays so while it is among them. */
  arrange(arrangement: Arrangement): void {
    this.settings = { ...this.settings, arrangement };
    if (this.content)
      this.adopt(rearrange(this.content, this.settings.collapsed, arrangement), this.remember(this.content));
  }

  /** Shows the same rows as a drawing or as a table. */
  setMode(mode: PanelMode): void {
    if (mode === this.settings.mode) return;
    this.focusDue = this.hasFocus();
    this.settings = { ...this.settings, mode };
    for (const placing of Object.values(this.placings)) placing.forget();
    this.resize(this.room.width, this.room.height);
  }

  /** Tells a screen reader. */
  say(text: string): void {
    putText(this.page.live, text);
  }

  /** Something else takes the focus, so that no row may take it with the next frame. */
  yieldFocus(): void {
    this.focusDue = false;
  }

  /** Gives the focus to the selected row. */
  focus(): void {
    this.focusDue = true;
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

  private frame(): boolean {
    const { content } = this;
    if (!content || this.size.width === 0) return false;
    if (this.glide) this.glideOn(this.glide);
    const scroll = isWaiting(content) ? undefined : this.drawContent(content);
    this.focusDue = false;
    for (const listener of this.framed) listener();
    // Last, because it lays the page out: once for all that was drawn.
    scroll?.();
    return true;
  }

  private drawContent(content: Content): (() => void) | undefined {
    const { page } = this;
    const isEmpty = content.rows.count === 0;
    const { mode } = this.settings;
    page.empty.node.toggleAttribute('hidden', !isEmpty);
    page.stage.scroller.toggleAttribute('hidden', isEmpty || mode === 'list');
    page.list.scroller.toggleAttribute('hidden', isEmpty || mode === 'timeline');
    if (!isEmpty) return this.drawRows(content);
    page.empty.draw(content);
    for (const placing of Object.values(this.placings)) placing.forget();
    return undefined;
  }

  private drawRows(content: Content): (() => void) | undefined {
    const { stage, list } = this.page;
    const { x, y, from, view } = tracksOf(content, this.view, this.size);
    const height = `${Math.round(y.length) + this.head}px`;
    const top = y.toScroll(view.top);
    this.view = view;
    if (this.settings.mode === 'list') {
      this.placings.list.place({ height }, { top });
      list.draw(this.picture(content));
      list.select(this.selected, this.focusDue);
      return undefined;
    }
    const width = `calc(${stage.side.style.width} + ${Math.round(x.length)}px)`;
    const left = x.toScroll((view.scale.start - from) * view.scale.pxPerDay);
    stage.draw(this.picture(content));
    stage.tree.select(this.selected, this.focusDue);
    return () => this.placings.timeline.place({ width, height }, { left, top });
  }

  /** Whether the person is in the rows. */
  private hasFocus(): boolean {
    const { stage, list } = this.page;
    return [stage.tree.node, list.rows].some((node) => node.contains(document.activeElement));
  }

  private glideOn(glide: Glide): void {
    const scale = glided(glide, performance.now());
    this.view = { ...this.view, scale: scale ?? glide.to, fitted: glide.fitted };
    if (scale) this.redraw();
    else this.glide = undefined;
  }

  private fitNow(content: Content, to: 'all' | 'first'): void {
    const range = to === 'all' ? content.fit : content.opening;
    this.view = { ...this.view, scale: fitted(range, this.size.width), fitted: to };
  }

  /** Scrolling rests: elements get their reading order, and the state is kept. */
  private rest(): void {
    this.page.stage.tree.settle();
    this.page.list.settle();
    if (this.content && this.content.received.count > 0) this.page.save(this.remember(this.content));
  }

  private remember(content: Content): SavedState {
    return remembered(content, { ...this.settings, view: this.view, selected: this.chosen });
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
    this.chosen = keyAt(content, row);
    const position = content.shown.positionOf[row] ?? 0;
    const { rowHeight } = content.metrics;
    this.view = { ...this.view, top: topShowing(position, this.view, { height: this.size.height, rowHeight }) };
    this.say(shownText(textAt(content.rows.labels, row)));
    this.redraw();
  }
}
