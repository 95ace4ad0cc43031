// Which rows of the timeline a person wants to see, in which order and under which heads. The panel and every export arrange by this.

export const groupings = ['plan', 'owner', 'status', 'month'] as const;
export type Grouping = (typeof groupings)[number];
export const sortings = ['file', 'start', 'end', 'title', 'state', 'progress', 'owner', 'float', 'variance'] as const;
export type Sorting = (typeof sortings)[number];

/** Which rows are shown, in which order and under which heads. */
export interface Arrangement {
  readonly groupBy: Grouping;
  readonly sortBy: Sorting;
  readonly descending: boolean;
  readonly filter: Filter;
}

export interface Filter {
  /** Words that all stand in the title, the owner or a tag, whatever their case. */
  readonly text: string;
  /** A name of `TimelineRows.owners`. */
  readonly owner?: string;
  /** One of `rowStates`. */
  readonly state?: string;
  readonly tag?: string;
  readonly lateOnly: boolean;
}

/** As the files have them. */
export const asInFiles: Arrangement = {
  groupBy: 'plan',
  sortBy: 'file',
  descending: false,
  filter: { text: '', lateOnly: false },
};
