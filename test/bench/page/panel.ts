// Our panel as a contender: its own page, told through its one door, a message.
import { rowsMessage } from '../../browser/fixtures/rows';
import { timeContender } from './contender';

Object.assign(globalThis, { acquireVsCodeApi: () => ({ postMessage() {}, getState() {}, setState() {} }) });
document.body.className = 'vscode-dark vscode-reduce-motion';
await import('../../../src/webview/timeline');

globalThis.time = (count) =>
  timeContender(
    {
      mount: (rows) => dispatchEvent(new MessageEvent('message', { data: rowsMessage(rows) })),
      ready: () => document.dispatchEvent(new KeyboardEvent('keydown', { key: '2' })),
      pan: (dx, dy) => document.querySelector('.mp-scroll')?.scrollBy({ left: dx, top: dy, behavior: 'instant' }),
    },
    count,
  );
