// The panel's page. It fills `<div id="app">`, or makes it, under VS Code's body classes; it needs one script and one style sheet, sets no inline style in HTML,
// posts `{ type: 'ready' }` until rows come and then lives on `ToPanel` messages. The host writes `<html lang>` and every word (protocol/words.ts).
import type { FromPanel } from '../protocol/messages';
import { bringBar } from './commands';
import type { Content } from './content';
import { el } from './dom';
import { definitions } from './icons';
import { readMessage, readState, type SavedState } from './incoming';
import { runKey } from './keys';
import { keysDialog, legend } from './overlays';
import { Panel } from './panel';
import { connectPointer } from './pointer';
import { makeStage } from './stage';
import './timeline.css';
import { toolbar } from './toolbar';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPanel): void;
  getState(): unknown;
  setState(state: SavedState): void;
};

start(document.getElementById('app') ?? document.body.appendChild(el('div', { id: 'app' })));

function start(root: HTMLElement): void {
  const host = acquireVsCodeApi();
  const stage = makeStage();
  const live = el('div', { class: 'mp-live', 'aria-live': 'polite' });
  const empty = el('p', { class: 'mp-empty', hidden: '' });
  const keys = keysDialog();
  const marks = legend();
  const showKeys = () => {
    if (panel.content) keys.draw(panel.content);
    keys.show();
  };
  const tools = toolbar(showKeys);
  const body = el('div', { class: 'mp-body' }, stage.scroller, empty, marks.node);
  root.classList.add('mp');
  root.append(definitions(), el('main', { class: 'mp-main' }, tools.node, body), live, keys.node);
  const panel = new Panel(
    {
      stage,
      live,
      empty,
      send: (message) => host.postMessage(message),
      save: (state) => host.setState(state),
      mayMove,
      drawn: whenChanged((drawn, content) => {
        tools.draw(drawn);
        if (drawn.legend) marks.draw(content);
        marks.node.toggleAttribute('hidden', !drawn.legend);
      }),
    },
    readState(host.getState()),
  );
  tools.connect(panel);
  connectPointer(panel);
  connectKeys(panel, { showKeys, tools: tools.node });
  connectWindow(panel);
  sayReady(panel, 500);
}

/** Says so again until rows have come: a host that takes the page for hidden at first sends none. */
function sayReady(panel: Panel, againMs: number): void {
  if (panel.content) return;
  panel.page.send({ type: 'ready' });
  if (againMs < 60_000) setTimeout(() => sayReady(panel, againMs * 2), againMs);
}

/** Most frames only pan, and what is around the drawing does not change then. */
function whenChanged(draw: (panel: Panel, content: Content) => void): (panel: Panel) => void {
  let drawn: readonly unknown[] = [];
  return (panel) => {
    const { content, view, legend: shown } = panel;
    const next = [content?.word, view.fitted, panel.aim().pxPerDay, shown];
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

function connectKeys(panel: Panel, parts: { showKeys: () => void; tools: HTMLElement }): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || (event.target instanceof Element && event.target.closest('dialog'))) return;
    const onButton = event.target instanceof Node && parts.tools.contains(event.target);
    if (event.key === '?' && !event.ctrlKey && !event.metaKey && !event.altKey) parts.showKeys();
    else if (!runKey(panel, event, !onButton)) return;
    event.preventDefault();
  });
}

function connectWindow(panel: Panel): void {
  const { scroller } = panel.page.stage;
  const measure = () => panel.resize(scroller.clientWidth, scroller.clientHeight);
  new ResizeObserver(measure).observe(scroller);
  measure();
  // VS Code changes classes of the body with the theme and variables of the root with font and colours.
  const redrawAll = () => {
    panel.page.stage.measure.reset();
    panel.redraw();
  };
  new MutationObserver(redrawAll).observe(document.body, { attributeFilter: ['class'] });
  new MutationObserver(redrawAll).observe(document.documentElement, { attributeFilter: ['style'] });
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const message = readMessage(event.data);
    const { selected } = panel;
    if (message) panel.receive(message);
    // What the host has newly selected is brought in from the side too; the person's own selection moves nothing.
    if (message?.type === 'select' && panel.selected !== selected) bringBar(panel, panel.selected);
  });
}
