// Says summaries in their own language: the tables lie in the extension's folder and are read when one is needed. Knows no plan.
import * as vscode from 'vscode';
import type { Say } from '../base/message';
import {
  type SummaryLanguage,
  type SummaryTable,
  summaryLanguages,
  summarySay,
  summaryTable,
} from '../report/languages';

const tables = new Map<SummaryLanguage, Promise<SummaryTable>>();

/** @throws when the extension's own table is broken or missing. */
export async function sayIn(extension: vscode.Uri, language: SummaryLanguage): Promise<Say> {
  return summarySay(language, await tableOf(extension, language));
}

/** Empty for English and for a language there is none for. */
export async function tableOf(extension: vscode.Uri, language: string): Promise<SummaryTable> {
  const known = summaryLanguages.find((each) => each === language);
  if (known === undefined || known === 'en') return new Map();
  const table = tables.get(known) ?? read(extension, known);
  tables.set(known, table);
  try {
    return await table;
  } catch (error) {
    tables.delete(known);
    throw error;
  }
}

async function read(extension: vscode.Uri, language: SummaryLanguage): Promise<SummaryTable> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'l10n', `summary.${language}.json`));
  return summaryTable(new TextDecoder().decode(bytes));
}
