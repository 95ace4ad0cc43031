// Registers what helps while a plan is written by hand: one line for each feature.
import * as vscode from 'vscode';
import type { Say } from '../base/message';
import type { PlanStore } from './store';

/** What a language feature may use. */
export interface LanguageParts {
  readonly store: PlanStore;
  readonly say: Say;
  readonly log: vscode.LogOutputChannel;
}

export function registerLanguage(_parts: LanguageParts): vscode.Disposable {
  return vscode.Disposable.from();
}
