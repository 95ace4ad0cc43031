// Builds the parts of the extension in the order in which they depend on each other.
import type * as vscode from 'vscode';
import { createApi, type MilepostApi } from './shell/api';
import { planEditor } from './shell/applyChange';
import { keepContextKeys } from './shell/contextKeys';
import { createLog } from './shell/log';
import { showProblems } from './shell/problems';
import { editorSay } from './shell/say';
import { readSettings } from './shell/settings';
import { PlanStore } from './shell/store';

export function activate(context: vscode.ExtensionContext): MilepostApi {
  const log = createLog();
  const say = editorSay();
  const store = new PlanStore(log);
  const editor = planEditor({ log, settings: readSettings, edited: () => void store.flush() });
  context.subscriptions.push(log, store, keepContextKeys(store), showProblems(store, say));
  store.start();
  return createApi(store, say);
}
