// What a summary is asked for: for whom, in which language, since when. Remembers the last choices of this workspace; asks nobody.
import * as vscode from 'vscode';
import type { Day } from '../base/day';
import { type Audience, audiences } from '../report/audience';
import { type SummaryLanguage, summaryLanguageFor, summaryLanguages } from '../report/languages';
import { editorLocale } from './say';
import { section } from './settings';

/** `last`: since the last summary for the same reader. */
export type SummaryPeriod =
  | { readonly kind: 'last' }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'ref'; readonly ref: string };

export interface SummaryChoice {
  /** URI of a plan; all plans where absent. */
  readonly plan?: string | undefined;
  readonly audience: Audience;
  readonly language: SummaryLanguage;
  readonly period: SummaryPeriod;
  /** A diagram, where the format has one. */
  readonly mermaid: boolean;
  /** A table at the end that tells the place of every figure. */
  readonly trace: boolean;
  /** URI of a person's own template; the usual form where absent. */
  readonly template?: string | undefined;
}

type Remembered = Pick<SummaryChoice, 'language' | 'mermaid' | 'template'>;

const choiceKey = 'milepost.summary.choice';
const shownKey = 'milepost.summary.shown';

/** As the last time, for the audience of the settings, since the last summary. */
export function usualChoice(state: vscode.Memento): SummaryChoice {
  const set: unknown = vscode.workspace.getConfiguration(section).get('summaryAudience');
  return {
    audience: audiences.find((known) => known === set) ?? 'client',
    period: { kind: 'last' },
    trace: false,
    ...remembered(state),
  };
}

export async function rememberChoice(
  state: vscode.Memento,
  { language, mermaid, template }: Remembered,
): Promise<void> {
  await state.update(choiceKey, { language, mermaid, template });
}

/** What the preview shows, so that it is there again after the window was loaded anew. */
export async function rememberShown(state: vscode.Memento, { plan, audience }: SummaryChoice): Promise<void> {
  await state.update(shownKey, { plan, audience });
}

export function shownChoice(state: vscode.Memento): SummaryChoice {
  const fields = fieldsOf(state.get(shownKey));
  const plan = fields.get('plan');
  const usual = usualChoice(state);
  return {
    ...usual,
    audience: audiences.find((known) => known === fields.get('audience')) ?? usual.audience,
    ...(typeof plan === 'string' ? { plan } : {}),
  };
}

function remembered(state: vscode.Memento): Remembered {
  const fields = fieldsOf(state.get(choiceKey));
  const template = fields.get('template');
  return {
    language: summaryLanguages.find((known) => known === fields.get('language')) ?? summaryLanguageFor(editorLocale()),
    mermaid: fields.get('mermaid') === true,
    ...(typeof template === 'string' ? { template } : {}),
  };
}

function fieldsOf(stored: unknown): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>(typeof stored === 'object' && stored !== null ? Object.entries(stored) : []);
}
