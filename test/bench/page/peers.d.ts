// As much of the other timelines as the benchmark calls. Their own types come with them, but they are installed only when the benchmark runs.
declare module 'vis-data' {
  export class DataSet<Item> {
    constructor(items: readonly Item[]);
  }
}

declare module 'vis-timeline' {
  export class Timeline {
    constructor(container: HTMLElement, items: unknown, groups: unknown, options: Readonly<Record<string, unknown>>);
    getWindow(): { readonly start: Date; readonly end: Date };
    setWindow(start: number, end: number, options: { readonly animation: boolean }): void;
  }
}

declare module 'dhtmlx-gantt' {
  export const gantt: {
    readonly config: { min_column_width: number };
    init(container: HTMLElement): void;
    parse(data: { readonly data: readonly unknown[]; readonly links: readonly unknown[] }): void;
    render(): void;
    getScrollState(): { readonly x: number; readonly y: number };
    scrollTo(x: number, y: number): void;
  };
}

declare module '@svar-ui/react-gantt' {
  export const Gantt: (parts: Readonly<Record<string, unknown>>) => null;
  export const Willow: (parts: Readonly<Record<string, unknown>>) => null;
}

declare module 'react' {
  export function createElement(
    component: string | ((parts: Readonly<Record<string, unknown>>) => null),
    parts: Readonly<Record<string, unknown>>,
    child?: unknown,
  ): unknown;
}

declare module 'react-dom/client' {
  export function createRoot(container: HTMLElement): { render(element: unknown): void };
}

declare module 'frappe-gantt' {
  export default class Gantt {
    constructor(container: HTMLElement, tasks: readonly unknown[], options: Readonly<Record<string, unknown>>);
  }
}

declare module 'mermaid' {
  const mermaid: {
    initialize(options: Readonly<Record<string, unknown>>): void;
    render(id: string, text: string): Promise<{ readonly svg: string }>;
  };
  export default mermaid;
}
