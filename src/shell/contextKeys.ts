// Context keys for the welcome views, menus and key bindings: whether there are plans to act on.
import * as vscode from 'vscode';
import type { PlanStore } from './store';

type StoreState = 'loading' | 'noFolder' | 'none' | 'brokenOnly' | 'plans';

/** Keeps `milepost.state` and `milepost.hasPlans` equal to what the store holds. */
export function keepContextKeys(store: PlanStore): vscode.Disposable {
  let shown: StoreState | undefined;
  const show = () => {
    const state = stateOf(store);
    if (state === shown) return;
    shown = state;
    void vscode.commands.executeCommand('setContext', 'milepost.state', state);
    void vscode.commands.executeCommand('setContext', 'milepost.hasPlans', state === 'plans');
  };
  show();
  return vscode.Disposable.from(store.onDidChangeSnapshot(show), vscode.workspace.onDidChangeWorkspaceFolders(show));
}

function stateOf({ snapshot }: PlanStore): StoreState {
  if (snapshot && snapshot.plans.length > 0) return 'plans';
  if (snapshot && snapshot.broken.length > 0) return 'brokenOnly';
  if ((vscode.workspace.workspaceFolders ?? []).length === 0) return 'noFolder';
  return snapshot ? 'none' : 'loading';
}
