// What those who carry out the page's wishes get of the panel.
import type { FromPanel } from '../protocol/messages';
import type { ActParts } from './panelActs';

export interface PanelParts extends ActParts {
  /** The one plan that is shown; `undefined` for all. */
  readonly plan: string | undefined;
}

export type ExportMessage = Extract<FromPanel, { type: 'export' | 'raster' }>;
