// Hover texts of plan documents.
import * as vscode from 'vscode';
import { hoverAt } from '../language/hover';
import { pageOf, planSelector } from './languagePages';
import type { LanguageParts } from './languageParts';
import { freshened, plansNow } from './languageReferences';
import { redHatHelps } from './redHat';
import { tooltip } from './treeItems';

export function registerHover({ store, say }: LanguageParts): vscode.Disposable {
  return vscode.languages.registerHoverProvider(planSelector, {
    provideHover: async (document, position, token) => {
      if (!pageOf(store, document)) return undefined;
      const { version } = document;
      await freshened(store, document);
      const page = token.isCancellationRequested || document.version !== version ? undefined : pageOf(store, document);
      if (!page) return undefined;
      const fields = !redHatHelps('hover', document.uri);
      const hover = hoverAt(page, document.offsetAt(position), { say, fields, plans: plansNow(store, page) });
      if (!hover) return undefined;
      const { start, end } = hover.span;
      const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
      return new vscode.Hover(hover.parts.map(tooltip), range);
    },
  });
}
