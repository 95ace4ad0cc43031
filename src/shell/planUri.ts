// Finds the plan that another program names by its URI. Knows no command.
import * as vscode from 'vscode';
import type { Snapshot } from '../snapshot';

/** The plan a caller names, as the store writes its URI. Callers write one a little differently, such as with a colon or a drive's capital letter. */
export function planUri(snapshot: Snapshot, named: string): string | undefined {
  const { uri } = snapshot.plans.find((plan) => plan.uri === named) ?? {};
  if (uri !== undefined) return uri;
  try {
    const written = vscode.Uri.parse(named, true).toString();
    return snapshot.plans.find((plan) => plan.uri === written)?.uri;
  } catch {
    return undefined;
  }
}
