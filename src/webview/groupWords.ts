// The names of groups in the reader's language. Knows the words of the panel, not how rows are grouped.
import type { GroupWords } from '../drawing/arrangeGroups';
import { format } from '../drawing/axis';
import type { PanelWord } from '../protocol/words';
import type { RowState } from '../report/timelineRows';

export const stateWords: Readonly<Record<RowState, PanelWord>> = {
  planned: 'Planned',
  'on-track': 'On track',
  'due-soon': 'Due soon',
  'at-risk': 'At risk',
  waiting: 'Waits for its turn',
  blocked: 'Blocked',
  late: 'Late',
  submitted: 'Submitted',
  done: 'Done',
  'on-hold': 'On hold',
  cancelled: 'Cancelled',
};

interface Language {
  readonly word: (key: PanelWord) => string;
  readonly locale: string;
}

export function groupWords({ word, locale }: Language): GroupWords {
  return {
    owner: (name) => name ?? word('No owner'),
    state: (state) => word(stateWords[state]),
    month: (firstDay) => (firstDay === undefined ? word('No date') : format(locale, 'monthYear', firstDay)),
    head: (name, count) => `${name} (${count})`,
  };
}
