// The page that previews a summary: it draws what the host sends, says where each figure comes from, and passes on what the person chooses.
import type { FromSummaryPage, PageSummary } from '../protocol/summaryPage';
import { el, putText } from './dom';
import { makeBar } from './summaryBar';
import { drawBlocks } from './summaryBlocks';
import { copyRich } from './summaryCopy';
import { readMessage } from './summaryIncoming';
import { makeTip } from './summaryTip';
import './theme.css';
import './summary.css';

declare function acquireVsCodeApi(): { postMessage(message: FromSummaryPage): void };

start(document.getElementById('app') ?? document.body.appendChild(el('div', { id: 'app' })));

function start(root: HTMLElement): void {
  const host = acquireVsCodeApi();
  const send = (message: FromSummaryPage) => host.postMessage(message);
  const tip = makeTip();
  const live = el('div', { class: 'said', role: 'status' });
  const notices = el('div', { class: 'notices', role: 'status' });
  const sheet = el('article', { class: 'sheet' });
  const main = el('main', { class: 'desk' }, notices, sheet);
  let shown: PageSummary | undefined;
  const bar = makeBar({
    choose: (list, value) => send({ type: 'choose', list, value }),
    mermaid: (on) => send({ type: 'mermaid', on }),
    copy: () => {
      const summary = shown;
      if (summary) void copyRich(summary).then((rich) => send({ type: 'copied', number: summary.number, rich }));
    },
    run: (action) => shown && send({ type: 'run', number: shown.number, action }),
  });
  root.classList.add('summary');
  root.append(bar.node, main, tip.node, live);
  bar.node.hidden = true;

  const draw = (summary: PageSummary) => {
    const focused = figureAt(sheet);
    // A figure that is taken away tells nobody that the pointer has left it.
    tip.hide();
    shown = summary;
    bar.node.hidden = false;
    bar.draw(summary);
    notices.replaceChildren(...summary.notices.map((text) => el('p', {}, text)));
    sheet.lang = summary.locale;
    sheet.setAttribute('aria-label', summary.title);
    sheet.dataset.color = summary.color ?? 'none';
    const figure = (text: string, place: number) => figureButton(summary, text, place);
    sheet.replaceChildren(...drawBlocks(summary.blocks, { figure, drawnElsewhere: summary.words.drawnElsewhere }));
    if (focused !== undefined) sheet.querySelectorAll<HTMLElement>('.figure')[focused]?.focus();
  };
  const figureButton = (summary: PageSummary, text: string, place: number): Node => {
    const where = summary.places[place] ?? '';
    const description = summary.words.opens.replace('{place}', () => where);
    const node = el('button', { type: 'button', class: 'figure', 'aria-description': description }, text);
    tip.belongsTo(node, where);
    node.addEventListener('click', () => send({ type: 'open', number: summary.number, place }));
    return node;
  };

  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const message = readMessage(event.data);
    if (message?.type === 'told') putText(live, message.text);
    else if (message && message.number >= (shown?.number ?? 0)) draw(message);
  });
  sayReady(() => shown !== undefined, send, 500);
}

/** Which of the figures has the focus, so that a page that is drawn anew while a plan is typed gives it back. */
function figureAt(sheet: HTMLElement): number | undefined {
  const at = [...sheet.querySelectorAll('.figure')].indexOf(document.activeElement ?? sheet);
  return at < 0 ? undefined : at;
}

/** Says so again until there is something to show: a message to a page that does not listen yet is lost. */
function sayReady(isShown: () => boolean, send: (message: FromSummaryPage) => void, againMs: number): void {
  if (isShown()) return;
  send({ type: 'ready' });
  if (againMs < 60_000) setTimeout(() => sayReady(isShown, send, againMs * 2), againMs);
}
