// The extension's log: one output channel that tells what was read, skipped and refused.
import * as vscode from 'vscode';

export function createLog(): vscode.LogOutputChannel {
  return vscode.window.createOutputChannel('Milepost', { log: true });
}

/** An unknown thing that was thrown, in one line with its stack where it has one. */
export function errorText(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
