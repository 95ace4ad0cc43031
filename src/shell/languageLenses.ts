// Commands above the milestones of plan documents, for those who switched them on.
import * as vscode from 'vscode';
import { type Lens, lensesOf } from '../language/lenses';
import { pageOf, planSelector } from './languagePages';
import type { LanguageParts } from './languageParts';
import { section } from './settings';

const setting = `${section}.codeLens`;

export function registerLenses({ store }: LanguageParts): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider = vscode.languages.registerCodeLensProvider(planSelector, {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses: (document) => {
      const page = isOn() ? pageOf(store, document) : undefined;
      return page && lensesOf(page).map((lens) => shown(document, lens));
    },
  });
  return vscode.Disposable.from(
    changed,
    provider,
    store.onDidChangeSnapshot(() => isOn() && changed.fire()),
    vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration(setting) && changed.fire()),
  );
}

function isOn(): boolean {
  return vscode.workspace.getConfiguration(section).get<unknown>('codeLens') === true;
}

function shown(document: vscode.TextDocument, { offset, act, ref }: Lens): vscode.CodeLens {
  const at = document.positionAt(offset);
  return new vscode.CodeLens(new vscode.Range(at, at), { ...commandOf(act), arguments: [{ ref }] });
}

function commandOf(act: Lens['act']): { readonly command: string; readonly title: string } {
  switch (act) {
    case 'markDone':
      return { command: 'milepost.markDone', title: vscode.l10n.t('Mark Done') };
    case 'reopen':
      return { command: 'milepost.reopen', title: vscode.l10n.t('Reopen') };
    case 'timeline':
      return { command: 'milepost.showTimeline', title: vscode.l10n.t('Timeline') };
    case 'summary':
      return { command: 'milepost.generateSummary', title: vscode.l10n.t('Summary') };
  }
}
