// Words in plan documents that are shown and not written. The editor asks for none where its inlay hints are off.
import * as vscode from 'vscode';
import { inlaysIn } from '../language/inlays';
import { pageOf, planSelector } from './languagePages';
import type { LanguageParts } from './languageParts';
import { freshened, plansNow } from './languageReferences';

export function registerInlays({ store, say }: LanguageParts): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider = vscode.languages.registerInlayHintsProvider(planSelector, {
    onDidChangeInlayHints: changed.event,
    provideInlayHints: async (document, range, token) => {
      if (!pageOf(store, document)) return undefined;
      await freshened(store, document);
      const page = token.isCancellationRequested ? undefined : pageOf(store, document);
      if (!page) return undefined;
      const within = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
      return inlaysIn(page, within, plansNow(store, page), say).map(({ offset, label, tooltip }) => {
        const hint = new vscode.InlayHint(document.positionAt(offset), label);
        hint.paddingLeft = true;
        if (tooltip !== '') hint.tooltip = tooltip;
        return hint;
      });
    },
  });
  // They tell of the day and of other files, so a new snapshot may change them without a keystroke here.
  return vscode.Disposable.from(
    changed,
    provider,
    store.onDidChangeSnapshot(() => changed.fire()),
  );
}
