// Our panel as a contender: its own page, told through its one door, messages as they cross from the host.
import type { WireMessage } from '../../../src/protocol/wire';
import { panelWords } from '../../../src/protocol/words';
import { rowsMessage } from '../../browser/fixtures/rows';
import themes from '../../browser/fixtures/themes.json';
import { offer } from './contender';

Object.assign(globalThis, { acquireVsCodeApi: () => ({ postMessage() {}, getState() {}, setState() {} }) });
document.body.className = `${themes.dark.body} vscode-reduce-motion`;
for (const [name, value] of Object.entries(themes.dark.variables))
  document.documentElement.style.setProperty(name, value);
document.documentElement.lang = 'en';
// As the host writes the page.
const words = Object.fromEntries(panelWords.map((word) => [word, word]));
document.body.dataset.words = JSON.stringify(words);
await import('../../../src/webview/timeline');

/** Of the message sent last. */
let turn = 1;
let today = 0;

function send(data: WireMessage): void {
  dispatchEvent(new MessageEvent('message', { data }));
}

offer<WireMessage>({
  prepare: (rows) => {
    today = rows.today;
    return structuredClone({ ...rowsMessage(rows, turn), words });
  },
  mount: send,
  shown: () => document.querySelector('.bars > g') !== null,
  ready: () => document.dispatchEvent(new KeyboardEvent('keydown', { key: '2' })),
  pan: (dx, dy) => document.querySelector('.mp-scroll')?.scrollBy({ left: dx, top: dy, behavior: 'instant' }),
  zoom: (factor) =>
    document
      .querySelector('.mp-scroll')
      ?.dispatchEvent(
        new WheelEvent('wheel', { ctrlKey: true, deltaY: -300 * Math.log(factor), clientX: 700, bubbles: true }),
      ),
  // The fourth row of the plan moves by a day, and its words with it.
  change: (round, count) => {
    const days = 1 + (round % 30);
    const at = Int32Array.of(3, 0);
    send({
      ...{ type: 'change', number: 1 + turn, base: turn },
      change: {
        ...{ count, today, bytes: {} },
        numbers: { end: Int32Array.of(3, today + days) },
        texts: {
          details: { at, texts: [`due in ${days} days`] },
          labels: { at, texts: [`Milestone 3, planned, due in ${days} days`] },
        },
      },
      turn: ++turn,
    });
  },
});
