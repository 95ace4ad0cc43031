// Folding of plan documents.
import * as vscode from 'vscode';
import { foldsOf } from '../language/folding';
import { pageOf, planSelector } from './languagePages';
import type { LanguageParts } from './languageParts';

export function registerFolding({ store }: LanguageParts): vscode.Disposable {
  return vscode.languages.registerFoldingRangeProvider(planSelector, {
    provideFoldingRanges: (document) => {
      const page = pageOf(store, document);
      return (
        page && foldsOf(page.text).map(({ start, end, kind }) => new vscode.FoldingRange(start, end, kindOf(kind)))
      );
    },
  });
}

function kindOf(kind: 'comment' | 'region' | undefined): vscode.FoldingRangeKind | undefined {
  if (kind === undefined) return undefined;
  return kind === 'comment' ? vscode.FoldingRangeKind.Comment : vscode.FoldingRangeKind.Region;
}
