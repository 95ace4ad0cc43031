// The timeline's panel: hosts its page, gives it rows and passes on what the person does there. Computes nothing it shows.
import * as vscode from 'vscode';
import type { Say } from '../base/message';
import type { FromPanel, ToPanel, Words } from '../protocol/messages';
import { panelWords } from '../protocol/words';
import { timelineRows } from '../report/timeline';
import type { Snapshot } from '../snapshot';
import { hasRef } from './commandsTargets';
import { carryOut, refOf } from './panelActs';
import { readFromPanel } from './panelMessages';
import { pageHtml, pageOptions } from './panelPage';
import { forNotice } from './promptsText';
import { editorLocale } from './say';
import { section } from './settings';
import type { PlanStore } from './store';

const panelType = 'milepost.timeline';
const rememberedPlan = 'milepost.timeline.plan';

/** What the panel stands on. */
export interface TimelineParts {
  readonly store: PlanStore;
  readonly say: Say;
  readonly log: vscode.LogOutputChannel;
  readonly context: Pick<vscode.ExtensionContext, 'extensionUri' | 'workspaceState'>;
}

/** The one timeline of this window. */
export class Timeline implements vscode.Disposable {
  private readonly selected = new vscode.EventEmitter<string>();
  private readonly disposables: vscode.Disposable[] = [this.selected];
  private panel: vscode.WebviewPanel | undefined;
  private plan: string | undefined;
  private selection: string | undefined;
  private ignored = 0;

  /** The person selected a row on the page; gives its reference. */
  readonly onDidSelect = this.selected.event;

  constructor(private readonly parts: TimelineParts) {
    this.disposables.push(
      parts.store.onDidChangeSnapshot(() => this.panel?.visible && this.send()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (this.panel?.visible && change.affectsConfiguration(`${section}.firstDayOfWeek`)) this.send();
      }),
      vscode.window.registerWebviewPanelSerializer(panelType, {
        deserializeWebviewPanel: async (panel) => this.restore(panel),
      }),
    );
  }

  /** The column it is shown in, which files are not opened over. */
  get column(): vscode.ViewColumn | undefined {
    return this.panel?.visible ? this.panel.viewColumn : undefined;
  }

  /** Opens the timeline beside the editor, of one plan or of all, without taking focus. */
  show(plan: string | undefined): void {
    this.plan = plan;
    void this.parts.context.workspaceState.update(rememberedPlan, plan);
    if (this.panel) {
      this.panel.reveal(undefined, true);
      this.send();
      return;
    }
    const column =
      vscode.window.tabGroups.activeTabGroup.tabs.length > 0 ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
    const place = { viewColumn: column, preserveFocus: true };
    this.adopt(
      vscode.window.createWebviewPanel(panelType, this.title(), place, pageOptions(this.parts.context.extensionUri)),
    );
  }

  /** Selects a row and brings it into view, without taking focus. */
  select(ref: string): void {
    this.selection = ref;
    if (this.panel?.visible) this.post({ type: 'select', ref });
  }

  dispose(): void {
    this.panel?.dispose();
    for (const disposable of this.disposables) disposable.dispose();
  }

  private restore(panel: vscode.WebviewPanel): void {
    if (this.panel) {
      panel.dispose();
      return;
    }
    const remembered = this.parts.context.workspaceState.get<unknown>(rememberedPlan);
    this.plan = typeof remembered === 'string' ? remembered : undefined;
    panel.webview.options = pageOptions(this.parts.context.extensionUri);
    this.adopt(panel);
  }

  private adopt(panel: vscode.WebviewPanel): void {
    const { extensionUri } = this.parts.context;
    this.panel = panel;
    panel.iconPath = {
      light: vscode.Uri.joinPath(extensionUri, 'media', 'timeline-light.svg'),
      dark: vscode.Uri.joinPath(extensionUri, 'media', 'timeline-dark.svg'),
    };
    panel.webview.onDidReceiveMessage((message: unknown) => this.receive(message));
    let seen = panel.visible;
    panel.onDidChangeViewState(() => {
      // A page that is back missed what came meanwhile; the event also tells of mere focus, which changes nothing.
      if (panel.visible && !seen) this.sendAll();
      seen = panel.visible;
    });
    panel.onDidDispose(() => {
      this.panel = undefined;
    });
    panel.webview.html = pageHtml(panel.webview, extensionUri, editorLocale());
  }

  private receive(value: unknown): void {
    const message = readFromPanel(value);
    const snapshot = this.parts.store.snapshot;
    const ref = message && refOf(message);
    if (!message || (ref !== undefined && !(snapshot && hasRef(snapshot, ref)))) {
      this.ignored += 1;
      this.parts.log.debug(`The timeline sent something unknown (${this.ignored} so far)`);
      return;
    }
    this.act(message);
  }

  private act(message: FromPanel): void {
    if (message.type === 'ready') {
      this.sendAll();
    } else if (message.type === 'select') {
      this.selection = message.ref;
      this.selected.fire(message.ref);
    } else carryOut(message);
  }

  /** What a page that has just come needs: it asked, so it is there, whatever the editor says of the panel. */
  private sendAll(): void {
    this.send();
    if (this.selection !== undefined) this.post({ type: 'select', ref: this.selection });
  }

  /** A message to a page that does not listen yet is lost; it says `ready` when it does, and gets all of it then. */
  private send(): void {
    const { store, say } = this.parts;
    const panel = this.panel;
    if (!panel) return;
    const title = this.title();
    if (panel.title !== title) panel.title = title;
    const snapshot = store.snapshot;
    if (!snapshot) return;
    const rows = timelineRows(snapshot, say, this.shownPlan(snapshot));
    const locale = editorLocale();
    const message: ToPanel = {
      type: 'rows',
      number: snapshot.number,
      rows,
      locale,
      firstWeekday: firstWeekday(locale),
      words: words(),
      audience: 'team',
      density: 'comfortable',
      ...(rows.count === 0 ? { empty: { text: vscode.l10n.t('No milestones to show yet.') } } : {}),
    };
    this.post(message);
  }

  private post(message: ToPanel): void {
    void this.panel?.webview.postMessage(message);
  }

  /** A plan that is gone leaves a timeline of all plans rather than an empty one. */
  private shownPlan(snapshot: Snapshot): { plan?: string } {
    const plan = this.plan;
    return plan !== undefined && snapshot.plans.some((known) => known.uri === plan) ? { plan } : {};
  }

  private title(): string {
    const plan = this.parts.store.snapshot?.plans.find((known) => known.uri === this.plan);
    return plan ? vscode.l10n.t('Timeline: {0}', forNotice(plan.plan.project)) : vscode.l10n.t('Timeline');
  }
}

function words(): Words {
  return Object.fromEntries(panelWords.map((word) => [word, vscode.l10n.t(word)]));
}

/** 1 Monday to 7 Sunday: as set, else as usual in the language. */
function firstWeekday(locale: string): number {
  const set: unknown = vscode.workspace.getConfiguration(section).get('firstDayOfWeek');
  if (set === 'monday') return 1;
  if (set === 'saturday') return 6;
  if (set === 'sunday') return 7;
  const known: unknown = new Intl.Locale(locale);
  if (typeof known !== 'object' || known === null) return 1;
  const info: unknown =
    'getWeekInfo' in known && typeof known.getWeekInfo === 'function'
      ? known.getWeekInfo()
      : 'weekInfo' in known
        ? known.weekInfo
        : undefined;
  const first: unknown = typeof info === 'object' && info !== null && 'firstDay' in info ? info.firstDay : undefined;
  return typeof first === 'number' && first >= 1 && first <= 7 ? first : 1;
}
