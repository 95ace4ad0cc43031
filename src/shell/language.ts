// Registers what helps while a plan is written by hand: one line for each feature.
import * as vscode from 'vscode';
import { registerCompletion } from './languageCompletion';
import { registerFixes } from './languageFixes';
import { registerFolding } from './languageFolding';
import { registerHover } from './languageHover';
import { registerInlays } from './languageInlays';
import { registerLenses } from './languageLenses';
import { registerLinks } from './languageLinks';
import type { LanguageParts } from './languageParts';
import { registerReferences } from './languageReferences';
import { registerRename } from './languageRename';
import { registerSymbols } from './languageSymbols';

export function registerLanguage(parts: LanguageParts): vscode.Disposable {
  return vscode.Disposable.from(
    registerCompletion(parts),
    registerFixes(parts),
    registerHover(parts),
    registerSymbols(parts),
    registerFolding(parts),
    registerReferences(parts),
    registerRename(parts),
    registerLinks(parts),
    registerInlays(parts),
    registerLenses(parts),
  );
}
