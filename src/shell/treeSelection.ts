// Keeps one milestone selected in tree, timeline and at the cursor. Never moves the cursor and never takes focus.
import * as vscode from 'vscode';
import type { Timeline } from './panel';
import { quiet } from './quiet';
import { refAtCursor } from './reveal';
import { section } from './settings';
import type { PlanStore } from './store';
import type { PlanTree } from './tree';

export interface SelectionParts {
  readonly store: PlanStore;
  readonly tree: PlanTree;
  readonly timeline: Timeline;
}

export function shareSelection({ store, tree, timeline }: SelectionParts): vscode.Disposable {
  let moved: vscode.TextEditor | undefined;
  const led: string[] = [];
  // The tree tells of what it was led to as well; while a person walks quickly through the timeline, that would lead them back.
  const lead = async (ref: string) => {
    led.push(ref);
    await tree.select(ref);
    led.splice(led.indexOf(ref), 1);
  };
  const follow = quiet(120, 400, () => {
    const ref = moved && refAtCursor(store, moved);
    if (ref === undefined) return;
    timeline.select(ref);
    void lead(ref);
  });
  return vscode.Disposable.from(
    new vscode.Disposable(follow.cancel),
    tree.onDidSelect((ref) => {
      if (!led.includes(ref)) timeline.select(ref);
    }),
    timeline.onDidSelect((ref) => void lead(ref)),
    vscode.window.onDidChangeTextEditorSelection(({ kind, textEditor }) => {
      // Without a kind it was a program, such as our own jump to a row that is selected already.
      if (kind === undefined || !follows()) return;
      moved = textEditor;
      follow.poke();
    }),
  );
}

function follows(): boolean {
  return vscode.workspace.getConfiguration(section).get('followCursor') !== false;
}
