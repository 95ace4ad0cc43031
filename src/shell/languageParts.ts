// What the language features are given. Knows none of them.
import type * as vscode from 'vscode';
import type { Say } from '../base/message';
import type { PlanStore } from './store';

export interface LanguageParts {
  readonly store: PlanStore;
  readonly say: Say;
  readonly log: vscode.LogOutputChannel;
}
