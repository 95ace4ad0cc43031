// What may happen to one plan at the same time: a person who types and saves, a formatter, other programs, a second window, and our own changes.
import * as assert from 'node:assert/strict';
import { readFileSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { Change } from '../../../src/model/change';
import { planEdit } from '../../../src/model/edit';
import { readPlanFile } from '../../../src/model/read';
import type { PlanEditor } from '../../../src/shell/applyChange';

export type StepKind = 'type' | 'save' | 'disk' | 'diskQuietly' | 'window' | 'ours';

/**
 * What happens in one sequence. An editor that saves notices a file that has changed by its size, so a person who saves overwrites a change that
 * keeps the size, whatever an extension does: such changes have sequences of their own, in which nobody but us saves.
 */
export const stepKinds: Readonly<Record<'loud' | 'quiet', readonly StepKind[]>> = {
  loud: ['type', 'save', 'disk', 'window', 'ours', 'ours', 'ours'],
  quiet: ['diskQuietly', 'disk', 'window', 'ours', 'ours'],
};

/** One thing that happens, with a milestone and a comment of its own, so that its trace is found in the end. */
export interface Step {
  readonly kind: StepKind;
  readonly number: number;
  /** Of the milestone that a change is for. */
  readonly target: number;
  readonly waitMs: number;
  /** Whether the next one waits for this one. */
  readonly awaited: boolean;
}

/** What came of a step. */
export interface Done {
  readonly step: Step;
  readonly outcome: 'done' | 'refused';
  /** Of one of our changes: also on the disk. */
  readonly saved?: boolean;
  /** Of one of our changes: what the person is told nevertheless. */
  readonly note?: string;
  readonly from: number;
  readonly to: number;
}

export const milestones = 8;

/** Every milestone has a comment for another program to change, and values that a formatter writes differently. */
export const template = `project: P # kept\nmilestones:\n${Array.from(
  { length: milestones },
  (_, number) =>
    `  # disk ${number}: ----\n  - id: m${number}\n    title: "M ${number}"\n    due:   2026-12-1${number}   # as agreed\n`,
).join('')}`;

/** What a formatter makes of a line, whenever a document is saved. */
export function formatted(text: string): string {
  return text.replace(/^( +due:) +/gm, '$1 ').replace(/ +$/gm, '');
}

/** The text without the traces of all steps, to be compared with the template. */
export function withoutTraces(text: string): string {
  const plain = text
    .replace(/^ *# typed \d+\n/gm, '')
    .replace(/(# disk \d+: )(done|changed)/g, '$1----')
    .replace(/^ *progress: \d+\n/gm, '');
  return formatted(plain);
}

export interface Traces {
  readonly typed: ReadonlySet<number>;
  readonly disk: ReadonlySet<number>;
  /** Each milestone's progress. */
  readonly progress: readonly (number | undefined)[];
}

export function tracesIn(text: string): Traces {
  const { plan } = readPlanFile(text, 'p');
  assert.ok(plan, 'it can be read');
  const numbers = (pattern: RegExp) => new Set([...text.matchAll(pattern)].map((match) => Number(match[1])));
  const byId = new Map(plan.milestones.map((milestone) => [milestone.id, milestone]));
  return {
    typed: numbers(/^ *# typed (\d+)$/gm),
    disk: numbers(/# disk (\d+): (?:done|changed)/g),
    progress: Array.from({ length: milestones }, (_, number) => byId.get(`m${number}`)?.progress),
  };
}

export const percentOf = ({ number }: Step) => 11 + number;

export interface Scene {
  readonly document: vscode.TextDocument;
  readonly editor: PlanEditor;
}

/** Carries out one step. What a person or another program does always happens; only ours may be refused. */
export async function carryOut(step: Step, { document, editor }: Scene): Promise<Done> {
  const from = performance.now();
  const done = (more: Partial<Done> = {}): Done => ({ step, outcome: 'done', from, to: performance.now(), ...more });
  const path = document.uri.fsPath;
  switch (step.kind) {
    case 'type':
      await type(document, step);
      return done();
    case 'save':
      await document.save();
      return done();
    case 'disk':
    case 'diskQuietly':
      writeElsewhere(path, step);
      return done();
    case 'window':
      return done(changeInWindow(path, step) ? {} : { outcome: 'refused' });
    case 'ours': {
      const result = await editor.applyChanges(document.uri, [changeOf(step)]);
      if ('refused' in result) return done({ outcome: 'refused', note: result.refused.text });
      return done({ saved: result.saved, ...(result.note ? { note: result.note.text } : {}) });
    }
  }
}

function changeOf(step: Step): Change {
  return { kind: 'setProgress', id: `m${step.target}`, percent: percentOf(step) };
}

/** Keys always reach the document; an edit like this one is refused when another came first, and then it is made again. */
async function type(document: vscode.TextDocument, { number, target }: Step): Promise<void> {
  for (let attempt = 1; attempt <= 50; attempt++) {
    const at = document.getText().indexOf(`  - id: m${target}`);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(at), `  # typed ${number}\n`);
    if (await vscode.workspace.applyEdit(edit)) return;
  }
  assert.fail('The document could not be typed into.');
}

/** Another program changes a comment. A quiet one keeps the size of the file and, half of the time, even its time. */
function writeElsewhere(path: string, { kind, number, target }: Step): void {
  const { atime, mtime } = statSync(path);
  const quiet = kind === 'diskQuietly';
  const text = readFileSync(path, 'utf8').replace(
    `# disk ${target}: ----`,
    `# disk ${target}: ${quiet ? 'done' : 'changed'}`,
  );
  if (number % 2 === 0) writeFileSync(path, text);
  else writeWhole(path, text);
  if (quiet && target % 2 === 0) utimesSync(path, atime, mtime);
}

/** Another window does what we do: it reads, plans the edit on what it has read, and writes. */
function changeInWindow(path: string, step: Step): boolean {
  const planned = planEdit(readFileSync(path, 'utf8'), 'p', [changeOf(step)]);
  if ('refused' in planned) return false;
  writeWhole(path, planned.text);
  return true;
}

function writeWhole(path: string, text: string): void {
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}
