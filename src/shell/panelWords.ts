// What the panel's page is told of the editor beside its rows: words, the first day of the week, how dense rows stand, and what to say when there are none.
import * as vscode from 'vscode';
import { type Density, densities, type Words } from '../protocol/messages';
import type { PanelFrame } from '../protocol/wire';
import { panelWords } from '../protocol/words';
import type { Snapshot } from '../snapshot';
import { section } from './settings';

/** The settings that the page is told of. */
export const shownSettings = ['firstDayOfWeek', 'timelineDensity'] as const;

let known: Words | undefined;

/** The same for as long as the window is open, as its language is. */
export function words(): Words {
  known ??= Object.fromEntries(panelWords.map((word) => [word, vscode.l10n.t(word)]));
  return known;
}

export function density(): Density {
  const set: unknown = vscode.workspace.getConfiguration(section).get('timelineDensity');
  return densities.find((one) => one === set) ?? 'comfortable';
}

/** Why nothing is shown, and what helps. */
export function emptyState({ broken }: Pick<Snapshot, 'broken'>, loading: boolean): NonNullable<PanelFrame['empty']> {
  if (loading) return { text: vscode.l10n.t('The plans are being read.') };
  if (broken.length > 0) {
    const text =
      broken.length === 1
        ? vscode.l10n.t('The plan cannot be read yet: its file has errors.')
        : vscode.l10n.t('The plans cannot be read yet: their files have errors.');
    return { text, command: 'showProblems', label: vscode.l10n.t('Show Problems') };
  }
  return {
    text: vscode.l10n.t('There is no plan in this folder yet. A plan is a text file with milestones and their dates.'),
    command: 'createPlan',
    label: vscode.l10n.t('Create a Plan'),
  };
}

/** 1 Monday to 7 Sunday: as set, else as usual in the language. */
export function firstWeekday(locale: string): number {
  const set: unknown = vscode.workspace.getConfiguration(section).get('firstDayOfWeek');
  if (set === 'monday') return 1;
  if (set === 'saturday') return 6;
  if (set === 'sunday') return 7;
  const known: unknown = new Intl.Locale(locale);
  if (typeof known !== 'object' || known === null) return 1;
  const info: unknown =
    'getWeekInfo' in known && typeof known.getWeekInfo === 'function'
      ? known.getWeekInfo()
      : 'weekInfo' in known
        ? known.weekInfo
        : undefined;
  const first: unknown = typeof info === 'object' && info !== null && 'firstDay' in info ? info.firstDay : undefined;
  return typeof first === 'number' && first >= 1 && first <= 7 ? first : 1;
}
