// What a text made for somebody consists of, before it is Markdown, plain text or a page: blocks of runs. Knows no syntax and no plan.

/** Where a figure comes from: a field of a milestone, or of the plan itself where `key` is empty. */
export interface Trace {
  /** URI of the plan, where a document tells of several. */
  readonly plan?: string;
  /** `Milestone.key`. */
  readonly key: string;
  /** As written in the file, such as `due`; computed figures name the field they follow from. */
  readonly field: string;
}

/** Texts are never markup: the encoder of each format makes them safe. `href` has been checked with `openable`. */
export type Run =
  | string
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'figure'; readonly text: string; readonly trace: Trace; readonly strong?: boolean };

export type Runs = readonly Run[];

export interface DocumentColumn {
  readonly head: string;
  readonly align: 'left' | 'right';
  /** One for each row. */
  readonly cells: readonly Runs[];
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly runs: Runs }
  | { readonly kind: 'paragraph'; readonly runs: Runs }
  | { readonly kind: 'list'; readonly items: readonly Runs[] }
  /** Prose of a plan in several paragraphs, as it was written. */
  | { readonly kind: 'prose'; readonly text: string }
  | { readonly kind: 'table'; readonly columns: readonly DocumentColumn[] }
  | { readonly kind: 'mermaid'; readonly source: string };

export interface Document {
  /** Of a page; one plain line. */
  readonly title: string;
  /** BCP 47. */
  readonly locale: string;
  readonly blocks: readonly Block[];
}
