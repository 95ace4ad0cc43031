// The filter: a box for words, and a button that opens the choices of owner, state and tag. Knows no rows but for what there is to choose.
import type { PanelWord } from '../protocol/words';
import type { Filter } from '../report/arrangement';
import { rowStates, type TimelineRows, textAt } from '../report/timelineRows';
import { clearFilter, countText, filterBy } from './arranging';
import type { Content } from './content';
import { el, put, putText, shownText } from './dom';
import { stateWords } from './groupWords';
import { icon } from './icons';
import type { Panel } from './panel';
import { closeWhenLeft, placePopup } from './popup';

/** More names than this in one list help nobody. */
const mostChoices = 500;

export interface FilterBar {
  readonly node: HTMLElement;
  readonly draw: (panel: Panel) => void;
  readonly connect: (panel: Panel) => void;
  readonly focus: () => void;
}

export function filterBar(root: HTMLElement): FilterBar {
  const input = el('input', {
    class: 'mp-input',
    type: 'text',
    spellcheck: 'false',
    autocomplete: 'off',
    maxlength: '200',
  });
  const count = el('span', { class: 'mp-count', 'aria-hidden': 'true' });
  const clear = el('button', { class: 'mp-button icon', type: 'button', hidden: '' }, icon('close'));
  const box = el('div', { class: 'mp-search' }, icon('search'), input, count, clear);
  const moreText = el('span');
  const more = el(
    'button',
    { class: 'mp-button', type: 'button', 'aria-haspopup': 'dialog', 'aria-expanded': 'false' },
    icon('filter'),
    moreText,
  );
  const choices = filterChoices(root, more);
  const node = el('div', { class: 'mp-filter', role: 'search' }, box, more);
  const draw = (panel: Panel) => {
    const { content, settings } = panel;
    if (!content) return;
    const { word } = content;
    const { filter } = settings.arrangement;
    if (document.activeElement !== input && input.value !== filter.text) input.value = filter.text;
    const facts = countOf(filter);
    const isOn = filter.text.trim() !== '' || facts > 0;
    put(node, 'aria-label', word('Filter'));
    put(input, 'aria-label', word('Filter milestones'));
    put(input, 'placeholder', word('Filter milestones'));
    put(input, 'title', word('Words of the title, the owner or a tag'));
    put(clear, 'aria-label', word('Clear filter'));
    put(clear, 'title', word('Clear filter'));
    putText(moreText, facts > 0 ? `${word('Filter')} (${facts})` : word('Filter'));
    put(more, 'title', word('Filter by owner, state or tag'));
    more.classList.toggle('set', facts > 0);
    clear.toggleAttribute('hidden', !isOn);
    putText(count, isOn ? String(content.hits) : '');
    put(count, 'title', isOn ? countText(panel) : '');
    choices.draw(panel);
  };
  const connect = (panel: Panel) => {
    input.addEventListener('input', () => filterBy(panel, { ...panel.settings.arrangement.filter, text: input.value }));
    input.addEventListener('keydown', (event) => keyInBox(panel, input, event));
    clear.addEventListener('click', () => {
      input.value = '';
      clearFilter(panel);
      input.focus();
    });
    more.addEventListener('click', () => choices.toggle(panel));
  };
  const focus = () => {
    input.focus();
    input.select();
  };
  return { node, draw, connect, focus };
}

/** Escape empties the box, and leaves it when it is empty; Enter and Down go to what was found. */
function keyInBox(panel: Panel, input: HTMLInputElement, event: KeyboardEvent): void {
  event.stopPropagation();
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const { key } = event;
  if (key === 'Escape' && input.value !== '') {
    input.value = '';
    filterBy(panel, { ...panel.settings.arrangement.filter, text: '' });
  } else if (key === 'Escape' || key === 'Enter' || key === 'ArrowDown') toRows(panel);
  else return;
  event.preventDefault();
}

function toRows(panel: Panel): void {
  const { content } = panel;
  if (!content || content.rows.count === 0) return;
  if (panel.selected < 0) panel.select(firstMilestone(content), true);
  else panel.focus();
}

function firstMilestone({ rows, shown }: Content): number {
  for (let position = 0; position < shown.count; position++) {
    const row = shown.rowAt[position] ?? 0;
    if (rows.depth[row] !== 0) return row;
  }
  return 0;
}

function countOf({ owner, state, tag, lateOnly }: Filter): number {
  return [owner !== undefined, state !== undefined, tag !== undefined, lateOnly].filter(Boolean).length;
}

interface Chooser {
  readonly node: HTMLElement;
  readonly select: HTMLSelectElement;
  readonly word: PanelWord;
  readonly any: PanelWord;
  readonly label: HTMLElement;
  /** The texts it was last filled with. */
  readonly filled: { texts: string };
  readonly values: (content: Content) => readonly (readonly [value: string, text: string])[];
  readonly of: (filter: Filter) => string | undefined;
  readonly set: (filter: Filter, value: string | undefined) => Filter;
}

/** The choices in a small window of their own. */
function filterChoices(root: HTMLElement, button: HTMLElement) {
  const choosers = makeChoosers();
  const late = el('input', { type: 'checkbox' });
  const lateText = el('span');
  const clear = el('button', { class: 'mp-button', type: 'button' });
  const node = el(
    'div',
    { class: 'mp-choices', role: 'dialog', hidden: '' },
    ...choosers.map((chooser) => chooser.node),
    el('label', { class: 'mp-check' }, late, lateText),
    clear,
  );
  root.append(node);
  let unwatch: (() => void) | undefined;
  let connected: Panel | undefined;
  const close = (focusBack: boolean) => {
    if (!unwatch) return;
    unwatch();
    unwatch = undefined;
    node.toggleAttribute('hidden', true);
    put(button, 'aria-expanded', 'false');
    if (focusBack) button.focus();
  };
  const fill = (panel: Panel) => {
    const { content } = panel;
    if (!content) return;
    const { filter } = panel.settings.arrangement;
    put(node, 'aria-label', content.word('Filter by owner, state or tag'));
    for (const chooser of choosers) fillChooser(chooser, content, filter);
    putText(lateText, content.word('Late only'));
    late.checked = filter.lateOnly;
    putText(clear, content.word('Clear filter'));
  };
  const change = () => {
    if (!connected) return;
    let { filter } = connected.settings.arrangement;
    for (const chooser of choosers)
      filter = chooser.set(filter, chooser.select.selectedIndex > 0 ? chooser.select.value : undefined);
    filterBy(connected, { ...filter, lateOnly: late.checked });
  };
  node.addEventListener('change', change);
  clear.addEventListener('click', () => {
    if (connected) clearFilter(connected);
    close(true);
  });
  node.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key !== 'Escape') return;
    event.preventDefault();
    close(true);
  });
  node.addEventListener('focusout', (event) => {
    if (event.relatedTarget instanceof Node && !node.contains(event.relatedTarget)) close(false);
  });
  const toggle = (panel: Panel) => {
    if (unwatch) {
      close(true);
      return;
    }
    connected = panel;
    fill(panel);
    node.toggleAttribute('hidden', false);
    placePopup(node, button.getBoundingClientRect(), 'below');
    put(button, 'aria-expanded', 'true');
    unwatch = closeWhenLeft(
      (other) => node.contains(other) || button.contains(other),
      () => close(false),
    );
    choosers[0]?.select.focus();
  };
  return { toggle, draw: (panel: Panel) => unwatch && fill(panel) };
}

/** The options are made anew only when there are others: a list that is open must not lose what is being typed into it. */
function fillChooser(chooser: Chooser, content: Content, filter: Filter): void {
  const { select, values, any, of, filled } = chooser;
  const own = of(filter);
  const known = values(content).slice(0, mostChoices);
  // What was chosen stays to be seen although it is gone from the plans.
  const all = own === undefined || known.some(([value]) => value === own) ? known : [[own, own] as const, ...known];
  const texts = [content.word(any), ...all.flat()].join('\n');
  if (filled.texts !== texts) {
    filled.texts = texts;
    putText(chooser.label, content.word(chooser.word));
    const options = all.map(([value, text]) => el('option', { value }, shownText(text)));
    select.replaceChildren(el('option', { value: '' }, content.word(any)), ...options);
    select.disabled = all.length === 0;
  }
  const at = own === undefined ? 0 : 1 + all.findIndex(([value]) => value === own);
  if (select.selectedIndex !== at) select.selectedIndex = at;
}

function makeChoosers(): readonly Chooser[] {
  return [
    chooser('Owner', 'Any owner', {
      values: ({ received }) => received.owners.map((name) => [name, name]),
      of: ({ owner }) => owner,
      set: ({ owner: _, ...rest }, owner) => ({ ...rest, ...(owner === undefined ? {} : { owner }) }),
    }),
    chooser('State', 'Any state', {
      values: ({ word }) => rowStates.map((state) => [state, word(stateWords[state])]),
      of: ({ state }) => state,
      set: ({ state: _, ...rest }, state) => ({ ...rest, ...(state === undefined ? {} : { state }) }),
    }),
    chooser('Tag', 'Any tag', {
      values: ({ received }) => tagsOf(received).map((tag) => [tag, tag]),
      of: ({ tag }) => tag,
      set: ({ tag: _, ...rest }, tag) => ({ ...rest, ...(tag === undefined ? {} : { tag }) }),
    }),
  ];
}

function chooser(word: PanelWord, any: PanelWord, rest: Pick<Chooser, 'values' | 'of' | 'set'>): Chooser {
  const label = el('span');
  const select = el('select', { class: 'mp-select' });
  return {
    node: el('label', { class: 'mp-choice' }, label, select),
    select,
    label,
    word,
    any,
    filled: { texts: '' },
    ...rest,
  };
}

const knownTags = new WeakMap<TimelineRows, readonly string[]>();

function tagsOf(rows: TimelineRows): readonly string[] {
  const known = knownTags.get(rows);
  if (known) return known;
  const found = new Set<string>();
  for (let row = 0; row < rows.count; row++) {
    const tags = textAt(rows.tags, row);
    if (tags !== '') for (const tag of tags.split('\n')) found.add(tag);
  }
  const sorted = [...found].sort((a, b) => a.localeCompare(b));
  knownTags.set(rows, sorted);
  return sorted;
}
