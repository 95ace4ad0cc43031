// Plan texts with marked places, as pages and as the plans of a workspace.
import type { PlanText } from '../../../src/language/ids';
import type { Page } from '../../../src/language/page';
import { readPlanFile } from '../../../src/model/read';
import { snapshotOf, uriOf } from '../report/snapshotOf';

/** A text in which `|` stands at the cursor; `¦` stands for a bar of the text itself. */
export function cursor(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf('|');
  if (offset < 0 || marked.indexOf('|', offset + 1) >= 0) throw new Error(`No one cursor in:\n${marked}`);
  return { text: marked.replace('|', '').replaceAll('¦', '|'), offset };
}

export function planText(name: string, text: string): PlanText {
  return { uri: uriOf(name), baseName: name, text, file: readPlanFile(text, name) };
}

/** The page of a text on 23 November 2026, among other plans of the same workspace. `seen` is the text the snapshot knows of it, where that is another one. */
export function pageOf(
  text: string,
  others: Readonly<Record<string, string>> = {},
  seen: { readonly text?: string; readonly before?: string } = {},
): Page {
  const sources = [
    { name: 'plan', text: seen.text ?? text, ...(seen.before === undefined ? {} : { before: seen.before }) },
    ...Object.entries(others).map(([name, other]) => ({ name, text: other })),
  ];
  return { ...planText('plan', text), snapshot: snapshotOf(sources) };
}
