// The one item of the status bar: how many milestones are overdue or due today. Nothing to say means nothing is shown.
import * as vscode from 'vscode';
import { section } from './settings';
import type { PlanStore } from './store';
import { urgentCounts } from './treeState';

export function registerStatusBar(store: PlanStore): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('milepost.urgent', vscode.StatusBarAlignment.Left, 5);
  item.name = vscode.l10n.t('Milestones');
  item.command = 'milepost.plans.focus';
  const show = () => {
    const { late, dueToday } = urgentCounts(store.snapshot);
    const wanted = vscode.workspace.getConfiguration(section).get('statusBar') !== false;
    if (!wanted || late + dueToday === 0) {
      item.hide();
      return;
    }
    const words = urgentWords(late, dueToday);
    item.text = `$(milestone) ${words}`;
    item.accessibilityInformation = { label: vscode.l10n.t('Milestones: {0}', words), role: 'button' };
    item.tooltip = vscode.l10n.t('Milestones: {0}', words);
    item.show();
  };
  show();
  return vscode.Disposable.from(
    item,
    store.onDidChangeSnapshot(show),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(`${section}.statusBar`)) show();
    }),
  );
}

/** Such as `2 overdue`, `1 due today` or `2 overdue, 1 due today`. */
export function urgentWords(late: number, dueToday: number): string {
  const parts: string[] = [];
  if (late > 0) parts.push(vscode.l10n.t('{0} overdue', late));
  if (dueToday > 0) parts.push(vscode.l10n.t('{0} due today', dueToday));
  return parts.join(', ');
}
