// The panel's page. It fills `<div id="app">`, or makes it, under VS Code's body classes; it needs one script and one style sheet, sets no inline style in HTML,
// posts `{ type: 'ready' }` until rows come and then lives on `ToPanel` messages. The host writes `<html lang>` and every word (protocol/words.ts); words
// in `<body data-words>` are there before the rows.
import { readyDates } from '../drawing/axis';
import type { FromPanel } from '../protocol/messages';
import { cardsOf } from './cards';
import { cardView } from './cardView';
import { bringBar } from './commands';
import type { Content } from './content';
import { el, putText } from './dom';
import { emptyView } from './emptyView';
import { filterBar } from './filterBar';
import { definitions } from './icons';
import { incoming } from './incoming';
import { runKey } from './keys';
import { keysDialog } from './keysView';
import { connectList } from './listInput';
import { listView } from './listView';
import { menus } from './menu';
import { minimapView } from './minimapView';
import { legend } from './overlays';
import { Panel } from './panel';
import type { PanelChrome } from './panelParts';
import { connectPointer } from './pointer';
import { connectRowMenu } from './rowMenuOpen';
import { readState, type SavedState } from './savedState';
import { makeStage } from './stage';
import { staleView } from './staleView';
import './timeline.css';
import './gesture.css';
import './chrome.css';
import './opened.css';
import './list.css';
import { exportsShown } from './exportMenu';
import { rasteriser } from './raster';
import { toolbar } from './toolbar';
import { isWaiting, waitingRows } from './waiting';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPanel): void;
  getState(): unknown;
  setState(state: SavedState): void;
};

start(document.getElementById('app') ?? document.body.appendChild(el('div', { id: 'app' })));

function start(root: HTMLElement): void {
  const host = acquireVsCodeApi();
  let made: Panel | undefined;
  const nodes = pageNodes(root, () => made);
  const { stage, list, live, empty, tools, filter, marks, badge } = nodes;
  const panel = new Panel(
    {
      ...{ stage, list, live, empty, mayMove },
      send: (message) => host.postMessage(message),
      save: (state) => host.setState(state),
    },
    readState(host.getState()),
  );
  const drawChrome = whenChanged((drawn, content) => {
    filter.draw(drawn);
    tools.draw(drawn);
    const { legend: isLegend, mode } = drawn.settings;
    if (isLegend) marks.draw(content);
    marks.node.toggleAttribute('hidden', !isLegend || mode === 'list');
    badge.toggleAttribute('hidden', content.audience !== 'client');
    putText(badge, content.word('Client view'));
  });
  panel.framed.add(() => drawChrome(panel));
  made = panel;
  tools.connect(panel);
  filter.connect(panel);
  empty.connect(panel);
  nodes.minimap.connect(panel);
  nodes.stale.connect(panel);
  connectPointer(panel);
  connectList(panel);
  panel.heard.add(rasteriser(panel.page.send));
  panel.heard.add(exportsShown(panel));
  panel.chrome = chromeOf(panel, nodes);
  connectKeys(panel);
  connectWindow(panel);
  const waiting = waitingRows(panel.settings);
  if (waiting) panel.receive(waiting);
  // Before the first rows come, so that none are shown that a client must not see.
  if (panel.settings.audience === 'client') panel.page.send({ type: 'audience', audience: 'client' });
  sayReady(panel, 500);
  // While the rows are on their way.
  setTimeout(() => readyDates(document.documentElement.lang || 'en'));
}

function pageNodes(root: HTMLElement, panelOf: () => Panel | undefined) {
  const stage = makeStage();
  const list = listView();
  const live = el('div', { class: 'mp-live', 'aria-live': 'polite' });
  const empty = emptyView();
  const keys = keysDialog();
  const marks = legend();
  const badge = el('span', { class: 'mp-badge', hidden: '' });
  // What opens over the page belongs to it.
  const main = el('main', { class: 'mp-main' });
  const allMenus = menus(main, () => panelOf()?.yieldFocus());
  const filter = filterBar(main);
  const tools = toolbar(allMenus, badge);
  const head = el('div', { class: 'mp-head' }, filter.node, tools.node);
  const minimap = minimapView();
  const stale = staleView();
  const body = el('div', { class: 'mp-body' }, stage.scroller, list.scroller, empty.node, marks.node);
  root.classList.add('mp');
  main.prepend(head, stale.node, body, minimap.node);
  root.append(definitions(), main, live, keys.node);
  return { stage, list, live, main, empty, keys, marks, badge, menus: allMenus, filter, tools, minimap, stale };
}

function chromeOf(panel: Panel, parts: ReturnType<typeof pageNodes>): PanelChrome {
  const { filter, tools, keys } = parts;
  const cards = cardsOf(panel);
  const card = cardView(panel, cards, parts.main);
  const rowMenu = connectRowMenu(panel, { menus: parts.menus, cards });
  return {
    focusFilter: () => {
      panel.yieldFocus();
      filter.focus();
    },
    openSort: tools.openSort,
    openExport: tools.openExport,
    openRowMenu: rowMenu,
    showCard: card.showSelected,
    showKeys: () => {
      if (panel.content) keys.draw(panel.content);
      panel.yieldFocus();
      keys.show();
    },
  };
}

/** Says so again until rows have come: a host that takes the page for hidden at first sends none. */
function sayReady(panel: Panel, againMs: number): void {
  if (panel.content && !isWaiting(panel.content)) return;
  panel.page.send({ type: 'ready' });
  if (againMs < 60_000) setTimeout(() => sayReady(panel, againMs * 2), againMs);
}

/** Most frames only pan, and what is around the drawing does not change then. */
function whenChanged(draw: (panel: Panel, content: Content) => void): (panel: Panel) => void {
  let drawn: readonly unknown[] = [];
  return (panel) => {
    const { content, view, settings } = panel;
    const next = [content, view.fitted, panel.aim().pxPerDay, settings];
    if (!content || next.every((value, at) => value === drawn[at])) return;
    drawn = next;
    draw(panel, content);
  };
}

function mayMove(): boolean {
  return (
    !document.body.classList.contains('vscode-reduce-motion') && !matchMedia('(prefers-reduced-motion: reduce)').matches
  );
}

function connectKeys(panel: Panel): void {
  document.addEventListener('keydown', (event) => {
    if (panel.keyHolder?.(event)) {
      event.preventDefault();
      return;
    }
    const { target } = event;
    if (
      event.defaultPrevented ||
      (target instanceof Element && target.closest('dialog, [role="dialog"], [role="menu"]'))
    )
      return;
    const onButton = target instanceof Element && target.closest('button, input, select') !== null;
    if (runKey(panel, event, !onButton)) event.preventDefault();
  });
}

function connectWindow(panel: Panel): void {
  const { stage, list } = panel.page;
  const scrollers = { timeline: stage.scroller, list: list.scroller };
  const measure = () => {
    const scroller = scrollers[panel.settings.mode];
    panel.resize(scroller.clientWidth, scroller.clientHeight);
  };
  const observer = new ResizeObserver(measure);
  for (const scroller of Object.values(scrollers)) observer.observe(scroller);
  measure();
  // VS Code changes classes of the body with the theme and variables of the root with font and colours.
  const redrawAll = () => {
    panel.page.stage.measure.reset();
    panel.redraw();
  };
  new MutationObserver(redrawAll).observe(document.body, { attributeFilter: ['class'] });
  new MutationObserver(redrawAll).observe(document.documentElement, { attributeFilter: ['style'] });
  const read = incoming(() => panel.page.send({ type: 'ready' }));
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const message = read(event.data);
    const { selected } = panel;
    if (message) panel.receive(message);
    // What the host has newly selected is brought in from the side too; the person's own selection moves nothing.
    if (message?.type === 'select' && panel.selected !== selected) bringBar(panel, panel.selected);
  });
}
