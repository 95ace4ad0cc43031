// The controls above a summary: what it says to whom, and what to do with it. Knows no plan.
import { type PageAction, type PageList, type PageSummary, pageLists, type SummaryWord } from '../protocol/summaryPage';
import { el, putText } from './dom';

export interface Bar {
  readonly node: HTMLElement;
  readonly draw: (summary: PageSummary) => void;
}

export interface BarEvents {
  readonly choose: (list: PageList, value: string) => void;
  readonly mermaid: (on: boolean) => void;
  readonly copy: () => void;
  readonly run: (action: PageAction) => void;
}

const buttons: readonly (readonly [word: SummaryWord, action: PageAction])[] = [
  ['copyMarkdown', 'markdown'],
  ['copyText', 'text'],
  ['saveHtml', 'html'],
  ['issue', 'issue'],
];

export function makeBar(events: BarEvents): Bar {
  const lists = pageLists.map((list) => chooser(list, events));
  const box = el('input', { type: 'checkbox' });
  const boxText = el('span');
  box.addEventListener('change', () => events.mermaid(box.checked));
  const copy = el('button', { type: 'button', class: 'button first' });
  copy.addEventListener('click', events.copy);
  const others = buttons.map(([word, action]) => {
    const node = el('button', { type: 'button', class: 'button' });
    node.addEventListener('click', () => events.run(action));
    return { node, word, action };
  });
  const chosen = el('div', { class: 'choices', role: 'group' }, ...lists.map(({ node }) => node));
  chosen.append(el('label', { class: 'check' }, box, boxText));
  const done = el('div', { class: 'actions', role: 'group' }, copy, ...others.map(({ node }) => node));
  const node = el('header', { class: 'bar' }, chosen, done);
  const draw = (summary: PageSummary) => {
    const { words, mayIssue } = summary;
    chosen.setAttribute('aria-label', words.controls);
    done.setAttribute('aria-label', words.summary);
    for (const list of lists) list.draw(summary);
    box.checked = summary.mermaid;
    putText(boxText, words.mermaid);
    putText(copy, words.copy);
    copy.title = words.copyHint;
    for (const { node, word, action } of others) {
      putText(node, words[word]);
      if (action === 'issue') {
        node.disabled = !mayIssue;
        node.title = words.issueHint;
      }
    }
  };
  return { node, draw };
}

/** One list to choose from, with its name above it. A list with a single entry is no choice and is not shown. */
function chooser(list: PageList, events: BarEvents): { node: HTMLElement; draw: (summary: PageSummary) => void } {
  const select = el('select', { id: `choose-${list}` });
  const name = el('label', { for: select.id });
  const node = el('div', { class: 'choice' }, name, select);
  let drawn = '';
  let value = '';
  select.addEventListener('change', () => {
    const asked = select.value;
    // What is chosen stays as it is until the host has agreed, which may ask for more first.
    select.value = value;
    events.choose(list, asked);
  });
  const draw = ({ lists, words }: PageSummary) => {
    const { offers } = lists[list];
    putText(name, words[list]);
    node.hidden = offers.length < 2;
    const next = JSON.stringify(offers);
    if (next !== drawn) select.replaceChildren(...offers.map(({ value, label }) => el('option', { value }, label)));
    drawn = next;
    value = lists[list].value;
    select.value = value;
  };
  return { node, draw };
}
