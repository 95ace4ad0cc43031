// Puts messages into the language of the editor.
import * as vscode from 'vscode';
import { type Say, sayer } from '../base/message';

export function editorSay(): Say {
  return sayer(editorLocale(), (text, args) => vscode.l10n.t(text, args));
}

/** The editor's language as a tag that `Intl` knows; English where it does not. */
export function editorLocale(): string {
  try {
    return Intl.getCanonicalLocales(vscode.env.language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
