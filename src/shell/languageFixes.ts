// Offers quick fixes where a plan has a problem, and makes all that need no look when asked or on saving. Knows no fix.
import * as vscode from 'vscode';
import type { Day } from '../base/day';
import type { TextEdit } from '../base/text';
import { type Fixer, fixer } from '../language/fixes';
import { countOfKind, fixAll } from '../language/fixesAll';
import type { FixOptions } from '../language/fixesKinds';
import type { Page } from '../language/page';
import { keepingReader } from '../model/chunkReader';
import type { Problem } from '../model/problem';
import { keepingSchedule } from '../schedule/keepingSchedule';
import { today } from './clock';
import { pageOf, planSelector } from './languagePages';
import type { LanguageParts } from './languageParts';
import { shownIn } from './problems';
import { readSettings, section } from './settings';

/** Every fix that is right without looking; works with `editor.codeActionsOnSave`. */
const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('milepost');

export function registerFixes(parts: LanguageParts): vscode.Disposable {
  const fixes = new Fixes(parts);
  return vscode.Disposable.from(
    fixes,
    vscode.languages.registerCodeActionsProvider(planSelector, fixes, {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind],
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(section)) fixes.forget();
    }),
  );
}

/** What an action does, made at the last moment; nothing when the text is another one by then. */
class Action extends vscode.CodeAction {
  constructor(
    title: string,
    kind: vscode.CodeActionKind,
    private readonly document: vscode.TextDocument,
    private readonly edits: () => readonly TextEdit[],
  ) {
    super(title, kind);
    this.version = document.version;
  }
  private readonly version: number;

  resolved(): this {
    const { document, version } = this;
    if (document.isClosed || document.version !== version) return this;
    const edits = this.edits();
    if (edits.length === 0) return this;
    const edit = new vscode.WorkspaceEdit();
    for (const { span, text } of edits) {
      edit.replace(
        document.uri,
        new vscode.Range(document.positionAt(span.start), document.positionAt(span.end)),
        text,
      );
    }
    this.edit = edit;
    return this;
  }
}

/** Of a text up to this long the fixes of many problems are tried out when a large part of it is selected. */
const short = 20_000;
/** Texts that were tried out are of use while a person looks at one place, not worth their memory for longer. */
const keptMs = 30_000;

class Fixes implements vscode.CodeActionProvider<Action> {
  /** Of its own: the texts that are tried out must not push the plan's own text out of the store's. */
  private readonly reader = keepingReader();
  private readonly schedule = keepingSchedule();

  private idle: ReturnType<typeof setTimeout> | undefined;
  private last: { readonly page: Page; readonly day: Day; readonly found: Fixer } | undefined;

  constructor(private readonly parts: LanguageParts) {}

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { only, diagnostics }: vscode.CodeActionContext,
  ): Action[] {
    const page = pageOf(this.parts.store, document);
    if (!page) return [];
    // What is done to a whole file is offered only to who asks for it.
    const whole = only?.contains(fixAllKind) ? [this.allAtOnce(document, page)] : [];
    if (only && !only.contains(vscode.CodeActionKind.QuickFix) && !vscode.CodeActionKind.QuickFix.contains(only))
      return whole;
    const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    const found = this.fixerOf(document, page);
    clearTimeout(this.idle);
    this.idle = setTimeout(() => this.forget(), keptMs);
    const most = page.text.length > short ? 5 : 100;
    const here = found.problems.filter(({ span }) => span.start <= end && start <= span.end).slice(0, most);
    const fixes = here.flatMap((problem) => [...this.fixes(document, found, problem, diagnostics)]);
    return [...fixes, ...this.kinds(document, page, found, here), ...whole];
  }

  /** Settings decide which problems count. */
  forget(): void {
    this.last = undefined;
    this.reader.forget();
  }

  dispose(): void {
    clearTimeout(this.idle);
  }

  resolveCodeAction(action: Action): Action {
    return action.resolved();
  }

  private *fixes(
    document: vscode.TextDocument,
    found: Fixer,
    problem: Problem,
    diagnostics: readonly vscode.Diagnostic[],
  ): Generator<Action> {
    const shown = diagnostics.filter((each) => isOf(each, problem, document));
    for (const offer of found.offersFor(problem)) {
      const action = new Action(this.parts.say(offer.title), vscode.CodeActionKind.QuickFix, document, offer.edits);
      action.isPreferred = offer.preferred;
      action.diagnostics = shown;
      yield action;
    }
  }

  /** One for each kind of problem at the place that has more of it elsewhere. */
  private *kinds(document: vscode.TextDocument, page: Page, found: Fixer, here: readonly Problem[]): Generator<Action> {
    for (const code of new Set(here.map((problem) => problem.code))) {
      const count = countOfKind(found, code);
      if (count < 2) continue;
      const title = vscode.l10n.t('Fix all {count} problems of this kind ({code})', { count, code });
      yield new Action(title, vscode.CodeActionKind.QuickFix, document, () =>
        fixAll(page, this.options(document), code),
      );
    }
  }

  private allAtOnce(document: vscode.TextDocument, page: Page): Action {
    const title = vscode.l10n.t('Fix everything that is certain');
    return new Action(title, fixAllKind, document, () => fixAll(page, this.options(document)));
  }

  /** The last one while nothing has changed: a cursor that moves asks again and again. */
  private fixerOf(document: vscode.TextDocument, page: Page): Fixer {
    const { last } = this;
    const day = today();
    if (
      last &&
      last.page.text === page.text &&
      last.page.uri === page.uri &&
      last.page.snapshot === page.snapshot &&
      last.day === day
    )
      return last.found;
    const found = fixer(page, this.options(document));
    this.last = { page, day, found };
    return found;
  }

  private options({ uri }: vscode.TextDocument): FixOptions {
    const { maxFileBytes, dueSoonDays } = readSettings();
    const { say } = this.parts;
    return {
      today: today(),
      todayIn: today,
      dueSoonDays,
      read: this.reader.read,
      load: { maxBytes: maxFileBytes },
      schedule: this.schedule,
      counts: shownIn(uri),
      say,
    };
  }
}

/** Whether a diagnostic that is shown tells of this problem, whoever shows it. */
function isOf({ code, range, source }: vscode.Diagnostic, problem: Problem, document: vscode.TextDocument): boolean {
  const own = typeof code === 'object' ? code.value : code;
  return source === 'milepost' && own === problem.code && document.offsetAt(range.start) === problem.span.start;
}
