// Plan documents as pages for the language features, and which documents those are. Knows no feature.
import type * as vscode from 'vscode';
import type { Page } from '../language/page';
import { isPlanDocument } from './documents';
import { planBaseName } from './planNames';
import { readSettings } from './settings';
import type { PlanStore } from './store';

/** The page of a document; `undefined` when it is no plan. Reading is kept, so that features asking one after the other cost one reading. */
export function pageOf(store: PlanStore, document: vscode.TextDocument): Page | undefined {
  const settings = readSettings();
  if (!isPlanDocument(document, settings)) return undefined;
  const text = document.getText();
  const baseName = planBaseName(document.uri.path);
  const { file } = store.read(text, baseName, { maxBytes: settings.maxFileBytes });
  return { uri: document.uri.toString(), baseName, text, file, snapshot: store.snapshot };
}

/** Every YAML document; each feature asks `pageOf` whether it is a plan, since globs and unnamed documents are no matter of a selector. */
export const planSelector: vscode.DocumentSelector = [
  { language: 'yaml' },
  { language: 'dockercompose' },
  { pattern: '**/*.milestones.{yaml,yml}' },
];
