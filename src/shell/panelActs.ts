// What a person did on the timeline's page, carried out. Knows the messages of the page and the commands, and computes nothing.
import * as vscode from 'vscode';
import type { FromPanel } from '../protocol/messages';

/** Whatever is not about the panel itself. */
export function carryOut(message: FromPanel): void {
  if (message.type !== 'open' && message.type !== 'act') return;
  // The page keeps the focus: who presses Enter in it must not find themselves typing in the file.
  const [command, how] = message.type === 'open' ? (['openMilestone', 'preview'] as const) : [message.action];
  void vscode.commands.executeCommand(`milepost.${command}`, { ref: message.ref }, how);
}

/** The milestone or plan a message is about; `undefined` where it is about none. */
export function refOf(message: FromPanel): string | undefined {
  if ('ref' in message) return message.ref;
  return 'move' in message ? message.move.ref : undefined;
}
