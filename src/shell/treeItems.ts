// One row of the outline as an item of the editor's tree: icon, checkbox, menu key and what a click does. Decides nothing.
import * as vscode from 'vscode';
import type { OutlineRow } from '../report/outline';
import type { RowState } from '../report/timelineRows';

export interface ItemFacts {
  /** Progress is written on the milestone itself and can be set. */
  readonly ownProgress: boolean;
}

export function treeItem(row: OutlineRow, facts: ItemFacts): vscode.TreeItem {
  const item = new vscode.TreeItem(row.label, collapsible(row));
  item.id = row.id;
  if (row.description !== undefined) item.description = row.description;
  item.accessibilityInformation = { label: row.accessible };
  item.contextValue = contextValue(row, facts);
  const icon = iconOf(row);
  if (icon) item.iconPath = icon;
  if (row.done !== undefined) item.checkboxState = checkbox(row.done, row.accessible);
  if (row.kind !== 'group')
    item.command = {
      command: 'milepost.openMilestone',
      title: vscode.l10n.t('Go to Milestone'),
      arguments: [row, 'preview'],
    };
  return item;
}

/** The tree's own trust rules: text of the plan never runs a command, loads a picture or becomes HTML. */
export function tooltip(markdown: string): vscode.MarkdownString {
  const text = new vscode.MarkdownString(markdown);
  text.isTrusted = false;
  text.supportHtml = false;
  text.supportThemeIcons = false;
  return text;
}

function collapsible(row: OutlineRow): vscode.TreeItemCollapsibleState {
  if (!row.hasChildren) return vscode.TreeItemCollapsibleState.None;
  return row.kind === 'milestone'
    ? vscode.TreeItemCollapsibleState.Collapsed
    : vscode.TreeItemCollapsibleState.Expanded;
}

/** What the menus' conditions look at, such as `milestone.open ownProgress`. A stale row can only be opened. */
function contextValue(row: OutlineRow, { ownProgress }: ItemFacts): string {
  if (row.kind === 'group') return 'group';
  if (row.stale) return `stale.${row.kind}`;
  if (row.kind === 'milestone')
    return [
      `milestone.${row.state === 'done' ? 'done' : 'open'}`,
      ...(ownProgress ? ['ownProgress'] : []),
      ...(row.consent ? [`consent.${row.consent}`] : []),
    ].join(' ');
  return row.done === undefined ? row.kind : `${row.kind}.${row.done ? 'done' : 'open'}`;
}

function checkbox(done: boolean, accessible: string): NonNullable<vscode.TreeItem['checkboxState']> {
  return {
    state: done ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked,
    tooltip: done ? vscode.l10n.t('Done. Untick to reopen') : vscode.l10n.t('Tick when done'),
    accessibilityInformation: { label: accessible, role: 'checkbox' },
  };
}

/** Icon and colour for each state: the shape alone tells them apart. */
const stateIcons: Readonly<Record<RowState, readonly [icon: string, color?: string]>> = {
  planned: ['circle-large-outline'],
  waiting: ['issue-draft'],
  'on-track': ['color-mode', 'charts.blue'],
  'due-soon': ['watch', 'charts.yellow'],
  'at-risk': ['warning', 'list.warningForeground'],
  blocked: ['stop-circle', 'charts.orange'],
  late: ['error', 'list.errorForeground'],
  submitted: ['arrow-circle-up', 'charts.purple'],
  done: ['pass-filled', 'charts.green'],
  'on-hold': ['debug-pause', 'disabledForeground'],
  cancelled: ['circle-slash', 'disabledForeground'],
};

function iconOf(row: OutlineRow): vscode.ThemeIcon | undefined {
  if (row.kind === 'plan' && row.stale) return themeIcon(['warning', 'list.warningForeground']);
  if (row.kind === 'group') return themeIcon(['list-filter']);
  if (row.kind === 'criterion') return themeIcon(['checklist']);
  if (row.kind === 'deliverable') return themeIcon(['package']);
  return row.state && themeIcon(stateIcons[row.state]);
}

function themeIcon([icon, color]: readonly [string, string?]): vscode.ThemeIcon {
  return new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color));
}
