// What the panel's state stands on in the page. Types only.
import type { FromPanel } from '../protocol/messages';
import type { Content } from './content';
import type { ListView } from './listView';
import type { SavedState } from './savedState';
import type { Stage } from './stage';

export interface PanelPage {
  readonly stage: Stage;
  readonly list: ListView;
  /** The polite live region. */
  readonly live: HTMLElement;
  /** What stands there instead of rows. */
  readonly empty: { readonly node: HTMLElement; readonly draw: (content: Content) => void };
  readonly send: (message: FromPanel) => void;
  readonly save: (state: SavedState) => void;
  /** Whether changes of the window may be animated. */
  readonly mayMove: () => boolean;
}

/** What opens over the page or takes the focus in it, by name: keys, buttons and pointer all ask for it here. */
export interface PanelChrome {
  readonly focusFilter: () => void;
  readonly openSort: () => void;
  readonly openExport: () => void;
  /** The menu of the selected row, beside it. */
  readonly openRowMenu: () => void;
  readonly showCard: () => void;
  readonly showKeys: () => void;
}
