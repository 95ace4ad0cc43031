// What is to be told of a row in full: asked of the host once for each content, and kept as long as that is shown.
import type { Card } from '../protocol/messages';
import type { Panel } from './panel';

export interface Cards {
  /** The card of a row, or nothing yet; then it is asked for. */
  readonly of: (ref: string) => Card | undefined;
  /** Told the ref of each card that comes. */
  readonly came: Set<(ref: string) => void>;
}

export function cardsOf(panel: Panel): Cards {
  let known = new Map<string, Card>();
  let asked = new Set<string>();
  let shown: unknown;
  const came = new Set<(ref: string) => void>();
  const renew = () => {
    if (shown === panel.content?.received) return;
    shown = panel.content?.received;
    known = new Map();
    asked = new Set();
  };
  panel.heard.add((message) => {
    if (message.type !== 'card') return;
    renew();
    known.set(message.ref, message.card);
    for (const listener of came) listener(message.ref);
  });
  const of = (ref: string) => {
    renew();
    if (!asked.has(ref)) {
      asked.add(ref);
      panel.page.send({ type: 'card', ref });
    }
    return known.get(ref);
  };
  return { of, came };
}
