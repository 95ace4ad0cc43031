// Shows what is wrong with the plans as diagnostics: in the editor, in the Problems view and on the file's name.
import * as vscode from 'vscode';
import type { PlanAgreement } from '../agreement/agreement';
import type { Say } from '../base/message';
import { positionsOf } from '../base/text';
import type { PlanFile } from '../model/planFile';
import type { Problem, Severity } from '../model/problem';
import { isIgnored } from '../model/silence';
import { plain } from '../report/plain';
import type { PlanSchedule } from '../schedule/schedule';
import { problemsOf, type Snapshot } from '../snapshot';
import { problemCode, problemPage } from './problemPages';
import { isSaidBy, redHatDiagnostics } from './redHat';
import { type ProblemSettings, readProblemSettings, section } from './settings';
import type { PlanStore } from './store';

/** Keeps one collection of diagnostics equal to the current snapshot, to the settings, and to what another extension says already. */
export function showProblems(store: PlanStore, say: Say): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('milepost');
  let shown = new Map<string, Shown>();
  let settings = folderSettings();
  const show = () => {
    // Half-read, a workspace seems to miss what its plans depend on.
    if (!store.snapshot || store.loading) return;
    const before = shown;
    shown = new Map();
    const entries: Entry[] = [];
    for (const source of sourcesOf(store.snapshot)) {
      const known = before.get(source.uri);
      const now = shownFor(source, settings, known);
      shown.set(source.uri, now);
      if (!known || !isSame(known, now)) entries.push([now.uri, diagnostics(now, say)]);
    }
    for (const [key, { uri }] of before) if (!shown.has(key)) entries.push([uri, undefined]);
    if (entries.length > 0) collection.set(entries);
  };
  /** Another extension has something new to say about some files, and may say what we say; or it has nothing more to say. */
  const lookAgain = (uris: readonly vscode.Uri[]) => {
    for (const uri of uris) {
      const known = shown.get(uri.toString());
      const saidElsewhere = known ? saidElsewhereOf(uri) : '';
      if (!known || saidElsewhere === known.saidElsewhere) continue;
      const now = { ...known, saidElsewhere };
      shown.set(uri.toString(), now);
      collection.set(uri, diagnostics(now, say));
    }
  };
  const showAnew = () => {
    settings = folderSettings();
    show();
  };
  show();
  return vscode.Disposable.from(
    collection,
    store.onDidChangeSnapshot(show),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => lookAgain(uris)),
    vscode.workspace.onDidChangeWorkspaceFolders(showAnew),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(section)) showAnew();
    }),
  );
}

type Entry = [vscode.Uri, vscode.Diagnostic[] | undefined];

/** A file of the snapshot; without a schedule it never was a plan. */
interface Source {
  readonly uri: string;
  readonly text: string;
  readonly file: PlanFile;
  readonly schedule?: PlanSchedule;
  readonly agreement?: PlanAgreement;
}

interface Shown {
  readonly uri: vscode.Uri;
  readonly source: Source;
  readonly settings: ProblemSettings;
  readonly problems: readonly Problem[];
  /** Of another extension, as a text to compare. */
  readonly saidElsewhere: string;
}

function sourcesOf({ plans, broken }: Snapshot): readonly Source[] {
  return [...plans, ...broken];
}

/** What is to be shown of a file; what it was before where nothing it follows from has changed. */
function shownFor(source: Source, settingsOf: (uri: vscode.Uri) => ProblemSettings, before: Shown | undefined): Shown {
  const uri = before?.uri ?? vscode.Uri.parse(source.uri, true);
  const settings = settingsOf(uri);
  const isKnown =
    before?.source.file === source.file &&
    before.source.schedule === source.schedule &&
    before.source.agreement?.problems === source.agreement?.problems;
  if (isKnown && isSameSetting(before.settings, settings)) return before;
  return { uri, source, settings, problems: problemsFor(source, settings), saidElsewhere: saidElsewhereOf(uri) };
}

function problemsFor({ file, schedule, agreement }: Source, settings: ProblemSettings): readonly Problem[] {
  const isShown = (problem: Problem) => !isHidden(problem, settings);
  return schedule && agreement ? problemsOf({ file, schedule, agreement }, isShown) : file.problems.filter(isShown);
}

/** Whether a document's problem is shown at all, by the settings of its folder. */
export function shownIn(uri: vscode.Uri): (problem: Problem) => boolean {
  const settings = readProblemSettings(vscode.workspace.getWorkspaceFolder(uri)?.uri);
  return (problem) => !isHidden(problem, settings);
}

/** An error is never hidden. Of many problems of one code, the one that counts the rest goes with them. */
function isHidden({ code, severity, message }: Problem, { quality, ignored }: ProblemSettings): boolean {
  const meant = code === 'problems.more' ? (problemCode(message.args.code) ?? code) : code;
  if (isQuality(meant) && quality === 'off') return true;
  return severity !== 'error' && isIgnored(meant, ignored);
}

function isQuality(code: string): boolean {
  return code.startsWith('quality.');
}

/** Settings are read once for each folder of the workspace. */
function folderSettings(): (uri: vscode.Uri) => ProblemSettings {
  const known = new Map<string | undefined, ProblemSettings>();
  return (uri) => {
    const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
    const settings = known.get(folder?.toString()) ?? readProblemSettings(folder);
    known.set(folder?.toString(), settings);
    return settings;
  };
}

function isSameSetting(left: ProblemSettings, right: ProblemSettings): boolean {
  return left === right || (left.quality === right.quality && left.ignored.join() === right.ignored.join());
}

/** Setting diagnostics that are there already would make the Problems view flicker. */
function isSame(before: Shown, after: Shown): boolean {
  if (before === after) return true;
  if (before.source.file !== after.source.file || before.problems.length !== after.problems.length) return false;
  if (!isSameSetting(before.settings, after.settings) || before.saidElsewhere !== after.saidElsewhere) return false;
  return before.problems.every((problem, at) => {
    const other = after.problems[at];
    return problem === other || JSON.stringify(problem, digits) === JSON.stringify(other, digits);
  });
}

function digits(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}

function saidElsewhereOf(uri: vscode.Uri): string {
  return redHatDiagnostics(uri)
    .map(({ range: { start, end } }) => `${start.line}:${start.character}-${end.line}:${end.character}`)
    .join();
}

function diagnostics({ uri, source, settings, problems }: Shown, say: Say): vscode.Diagnostic[] {
  const positionAt = positionsOf(source.text);
  const theirs = redHatDiagnostics(uri);
  const found: vscode.Diagnostic[] = [];
  for (const { code, severity, message, span } of problems) {
    const start = positionAt(span.start);
    const end = positionAt(span.end);
    const range = new vscode.Range(start.line, start.character, end.line, end.character);
    if (isSaidBy(theirs, code, range)) continue;
    const shown = isQuality(code) ? qualities[settings.quality] : severities[severity];
    const diagnostic = new vscode.Diagnostic(range, unlinked(plain(say(message), 1000)), shown);
    diagnostic.source = 'milepost';
    diagnostic.code = { value: code, target: problemPage(code) };
    found.push(diagnostic);
  }
  return found;
}

/** The Problems view does not list hints, so ours are shown as information: all but those on quality, of which a plan may have many. */
const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  hint: vscode.DiagnosticSeverity.Information,
};

const qualities: Readonly<Record<ProblemSettings['quality'], vscode.DiagnosticSeverity>> = {
  hint: vscode.DiagnosticSeverity.Hint,
  information: vscode.DiagnosticSeverity.Information,
  off: vscode.DiagnosticSeverity.Hint,
};

/** The editor makes links of `[text](target)` in many of its own texts; a word joiner between the two keeps ours plain. */
function unlinked(text: string): string {
  return text.replaceAll('](', ']\u2060(');
}
