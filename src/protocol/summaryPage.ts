// The messages between the page that previews a summary and its host. Types only: each end checks what it gets.
/** Texts are never markup. A figure names the place it comes from by its number in `places`, so that the page knows no file. */
export type PageRun =
  | string
  | { readonly kind: 'strong' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'figure'; readonly text: string; readonly place: number; readonly strong?: boolean };

export interface PageColumn {
  readonly head: string;
  readonly align: 'left' | 'right';
  readonly cells: readonly (readonly PageRun[])[];
}

export type PageBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly runs: readonly PageRun[] }
  | { readonly kind: 'paragraph'; readonly runs: readonly PageRun[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly PageRun[])[] }
  | { readonly kind: 'table'; readonly columns: readonly PageColumn[] }
  /** The source of a diagram. */
  | { readonly kind: 'source'; readonly text: string }
  /** What a person's own template made, as it is written. */
  | { readonly kind: 'markdown'; readonly text: string };

/** What a person can choose by name on the page. */
export const pageLists = ['plan', 'audience', 'language', 'period', 'template'] as const;
export type PageList = (typeof pageLists)[number];

export interface PageOffer {
  readonly value: string;
  readonly label: string;
}

export const pageActions = ['markdown', 'text', 'html', 'issue'] as const;
export type PageAction = (typeof pageActions)[number];

export interface PageSummary {
  readonly type: 'summary';
  /** Counts up with each summary that is sent. */
  readonly number: number;
  readonly title: string;
  /** BCP 47, of the summary's own text. */
  readonly locale: string;
  readonly blocks: readonly PageBlock[];
  /** Where figures come from, such as `website.milestones.yaml:12`. */
  readonly places: readonly string[];
  /** For a program that takes no rich text. */
  readonly markdown: string;
  readonly color?: 'green' | 'amber' | 'red';
  readonly lists: Readonly<Record<PageList, { readonly value: string; readonly offers: readonly PageOffer[] }>>;
  readonly mermaid: boolean;
  /** Something to know before it is handed on. */
  readonly notices: readonly string[];
  /** Whether it can be issued, and its files saved: there is exactly one plan, and it has a folder. */
  readonly mayIssue: boolean;
  readonly words: SummaryWords;
}

export type ToSummaryPage = PageSummary | { readonly type: 'told'; readonly text: string };

export type FromSummaryPage =
  | { readonly type: 'ready' }
  | { readonly type: 'choose'; readonly list: PageList; readonly value: string }
  | { readonly type: 'mermaid'; readonly on: boolean }
  /** A figure was clicked: its place among those of that summary. */
  | { readonly type: 'open'; readonly number: number; readonly place: number }
  /** The summary with this number is on the clipboard as rich text; if not, the host copies it as Markdown. */
  | { readonly type: 'copied'; readonly number: number; readonly rich: boolean }
  | { readonly type: 'run'; readonly number: number; readonly action: PageAction };

/** The page's own words, in the language of the editor; the summary may be in another one. */
export const summaryWordNames = [
  'controls',
  'summary',
  'plan',
  'audience',
  'language',
  'period',
  'template',
  'mermaid',
  'copy',
  'copyHint',
  'copyMarkdown',
  'copyText',
  'saveHtml',
  'issue',
  'issueHint',
  'opens',
  'drawnElsewhere',
] as const;
export type SummaryWord = (typeof summaryWordNames)[number];
export type SummaryWords = Readonly<Record<SummaryWord, string>>;
