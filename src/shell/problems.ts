// Shows what is wrong with the plans as diagnostics: in the editor, in the Problems view and on the file's name.
import * as vscode from 'vscode';
import type { Say } from '../base/message';
import { positionsOf } from '../base/text';
import type { Problem, Severity } from '../model/problem';
import { plain } from '../report/plain';
import type { Snapshot } from '../snapshot';
import type { PlanStore } from './store';

/** Keeps one collection of diagnostics equal to the current snapshot. */
export function showProblems(store: PlanStore, say: Say): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('milepost');
  let shown = new Map<string, Shown>();
  const show = (snapshot: Snapshot) => {
    // Half-read, a workspace seems to miss what its plans depend on.
    if (store.loading) return;
    const next = new Map<string, Shown>();
    for (const { uri, text, file, problems } of told(snapshot)) next.set(uri, { text, file, problems });
    const gone = [...shown.keys()].filter((uri) => !next.has(uri));
    const other = [...next].filter(([uri, now]) => !isSame(shown.get(uri), now));
    collection.set([
      ...gone.map((uri): Entry => [vscode.Uri.parse(uri, true), undefined]),
      ...other.map(([uri, now]): Entry => [vscode.Uri.parse(uri, true), diagnostics(now, say)]),
    ]);
    shown = next;
  };
  if (store.snapshot) show(store.snapshot);
  return vscode.Disposable.from(collection, store.onDidChangeSnapshot(show));
}

type Entry = [vscode.Uri, vscode.Diagnostic[] | undefined];

interface Shown {
  readonly text: string;
  readonly file: unknown;
  readonly problems: readonly Problem[];
}

/** Every file of a snapshot with its problems; those of a file that never was a plan are what its reading found. */
function* told(snapshot: Snapshot): Generator<Shown & { readonly uri: string }> {
  yield* snapshot.plans;
  for (const { uri, text, file } of snapshot.broken) yield { uri, text, file, problems: file.problems };
}

/** Setting diagnostics that are already there would make the Problems view flicker. */
function isSame(before: Shown | undefined, after: Shown): boolean {
  if (!before || before.file !== after.file || before.problems.length !== after.problems.length) return false;
  return before.problems.every((problem, at) => {
    const other = after.problems[at];
    return problem === other || JSON.stringify(problem, digits) === JSON.stringify(other, digits);
  });
}

function digits(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}

function diagnostics({ text, problems }: Shown, say: Say): vscode.Diagnostic[] {
  const positionAt = positionsOf(text);
  return problems.map(({ code, severity, message, span }) => {
    const start = positionAt(span.start);
    const end = positionAt(span.end);
    const range = new vscode.Range(start.line, start.character, end.line, end.character);
    const diagnostic = new vscode.Diagnostic(range, unlinked(plain(say(message), 1000)), severities[severity]);
    diagnostic.source = 'milepost';
    diagnostic.code = code;
    return diagnostic;
  });
}

/** The Problems view does not list hints, so ours are shown as information. */
const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  hint: vscode.DiagnosticSeverity.Information,
};

/** The editor makes links of `[text](target)` in many of its own texts; a word joiner between the two keeps ours plain. */
function unlinked(text: string): string {
  return text.replaceAll('](', ']\u2060(');
}
