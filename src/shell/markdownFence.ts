// Fences called `milestones` in the editor's Markdown preview, drawn as every export is. Keeps the last pictures, because a preview is drawn anew at every key.
import * as vscode from 'vscode';
import { message, type Say } from '../base/message';
import type { PlanSchedule } from '../schedule/schedule';
import type { PlanSnapshot } from '../snapshot';
import { today } from './clock';
import { drawFence, fenceBlock, fenceNote, planFor, planNamedIn } from './fenceDraw';
import { drawFences, type MarkdownEngine } from './fencePlugin';
import { firstWeekday } from './panelWords';
import { editorLocale } from './say';
import { readSettings } from './settings';
import type { PlanStore } from './store';

/** Extends the Markdown engine that the editor hands over; the name is the editor's. */
export type ExtendMarkdownIt = <Engine extends MarkdownEngine>(engine: Engine) => Engine;

const mostKept = 100;
const mostKeptCharacters = 8_000_000;

export function markdownFences(
  { store, say }: { readonly store: PlanStore; readonly say: Say },
  subscriptions: vscode.Disposable[],
): ExtendMarkdownIt {
  const kept = new Map<string, string>();
  const following = followedPlans(store);
  subscriptions.push(following);
  const draw = (body: string, document: vscode.Uri | undefined) =>
    drawFence(body, {
      ...{ say, locale: editorLocale(), firstWeekday: firstWeekday(editorLocale()) },
      ...{ today, snapshot: store.snapshot, maxBytes: readSettings().maxFileBytes },
      dueSoonDays: readSettings().dueSoonDays,
      urisOf: (path) => urisOf(path, document),
    });
  const drawn = (body: string, env: unknown) => {
    const document = documentOf(env);
    const named = planNamedIn(body);
    const urisOfNamed = (path: string) => urisOf(path, document);
    const plan = named === undefined ? undefined : planFor(named, { snapshot: store.snapshot, urisOf: urisOfNamed });
    if (named !== undefined) {
      following.add(() => planFor(named, { snapshot: store.snapshot, urisOf: urisOfNamed }));
      if (!plan) return draw(body, document);
    }
    const key = `${plan ? `${plan.uri} ${store.snapshot?.number}` : ''} ${today()} ${body}`;
    const picture = kept.get(key) ?? draw(body, document);
    // What was used last is forgotten last.
    kept.delete(key);
    kept.set(key, picture);
    trim(kept);
    return picture;
  };
  const tooMany = () => fenceNote(say(message('A document shows no more timelines than those above.')));
  return (engine) => drawFences(engine, { draw: drawn, tooMany, block: fenceBlock });
}

/** Plans that a preview shows now: it is drawn anew when one of them has changed, which its document does not tell. */
function followedPlans(store: PlanStore): { add(planOf: () => PlanSnapshot | undefined): void } & vscode.Disposable {
  const shown: { readonly planOf: () => PlanSnapshot | undefined; readonly schedule: PlanSchedule | undefined }[] = [];
  const subscription = store.onDidChangeSnapshot(() => {
    if (shown.every(({ planOf, schedule }) => planOf()?.schedule === schedule)) return;
    shown.length = 0;
    // An editor without a Markdown preview has nothing to draw anew.
    void vscode.commands.executeCommand('markdown.preview.refresh').then(undefined, () => undefined);
  });
  return {
    add: (planOf) => {
      if (shown.length >= mostKept) shown.shift();
      shown.push({ planOf, schedule: planOf()?.schedule });
    },
    dispose: () => subscription.dispose(),
  };
}

function trim(kept: Map<string, string>): void {
  let characters = 0;
  for (const [key, picture] of kept) characters += key.length + picture.length;
  for (const [key, picture] of kept) {
    if (kept.size <= mostKept && characters <= mostKeptCharacters) return;
    kept.delete(key);
    characters -= key.length + picture.length;
  }
}

function documentOf(env: unknown): vscode.Uri | undefined {
  const document: unknown =
    typeof env === 'object' && env !== null && 'currentDocument' in env ? env.currentDocument : undefined;
  return document instanceof vscode.Uri ? document : undefined;
}

/** Beside the document, else in a folder of the workspace. */
function urisOf(path: string, document: vscode.Uri | undefined): readonly string[] {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const bases = [...(document ? [vscode.Uri.joinPath(document, '..')] : []), ...folders];
  return bases.map((base) => vscode.Uri.joinPath(base, path).toString());
}
