// The timeline's panel: hosts its page, gives it rows and passes on what the person does there. Computes nothing it shows.
import * as vscode from 'vscode';
import type { Say } from '../base/message';
import { type FromPanel, type PanelAudience, panelAudiences, type ToPanel } from '../protocol/messages';
import { timelineRows } from '../report/timeline';
import type { Snapshot } from '../snapshot';
import type { PlanEditor } from './applyChange';
import { hasRef } from './commandsTargets';
import { carryOut, refOf } from './panelActs';
import { readFromPanel } from './panelMessages';
import { pageHtml, pageOptions } from './panelPage';
import type { ExportMessage, PanelParts } from './panelParts';
import { type Previews, previews } from './panelPreview';
import { type PanelSender, panelSender } from './panelSend';
import { density, emptyState, firstWeekday, shownSettings, words } from './panelWords';
import { forNotice } from './promptsText';
import { editorLocale } from './say';
import { section } from './settings';
import type { PlanStore } from './store';

const panelType = 'milepost.timeline';
const rememberedPlan = 'milepost.timeline.plan';
const rememberedAudience = 'milepost.timeline.audience';

/** What the panel stands on. */
export interface TimelineParts {
  readonly store: PlanStore;
  readonly editor: PlanEditor;
  readonly say: Say;
  readonly log: vscode.LogOutputChannel;
  readonly context: Pick<vscode.ExtensionContext, 'extensionUri' | 'workspaceState'>;
  /** Carries out what the page asks or answers about exports. */
  readonly exportShown?: (parts: PanelParts, message: ExportMessage) => void;
}

/** The one timeline of this window. */
export class Timeline implements vscode.Disposable {
  private readonly selected = new vscode.EventEmitter<string>();
  private readonly disposables: vscode.Disposable[] = [this.selected];
  private panel: vscode.WebviewPanel | undefined;
  private readonly sender: PanelSender = panelSender(
    (message) => this.panel?.webview.postMessage(message) ?? Promise.resolve(false),
  );
  private readonly previews: Previews;
  private plan: string | undefined;
  private selection: string | undefined;
  private ignored = 0;

  /** The person selected a row on the page; gives its reference. */
  readonly onDidSelect = this.selected.event;

  constructor(private readonly parts: TimelineParts) {
    const { store, say } = parts;
    this.previews = previews({
      store,
      say,
      audience: () => this.audience(),
      post: (message) => this.sender.send(message),
    });
    this.disposables.push(
      parts.store.onDidChangeSnapshot(() => this.panel?.visible && this.send()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        const isOurs = shownSettings.some((name) => change.affectsConfiguration(`${section}.${name}`));
        if (this.panel?.visible && isOurs) this.send();
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
    if (this.panel?.visible) this.sender.send({ type: 'select', ref });
  }

  /** To the page, if there is one. */
  post(message: ToPanel): void {
    this.sender.send(message);
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
    this.sender.forget();
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
      this.previews.stop();
      this.panel = undefined;
    });
    panel.webview.html = pageHtml(panel.webview, extensionUri, editorLocale(), {
      ...{ name: 'timeline', title: vscode.l10n.t('Timeline'), words: words() },
    });
  }

  private receive(value: unknown): void {
    const message = readFromPanel(value);
    const snapshot = this.parts.store.snapshot;
    if (!message || !refsOf(message).every((ref) => snapshot && hasRef(snapshot, ref))) {
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
    } else if (message.type === 'export' || message.type === 'raster') {
      this.parts.exportShown?.(this.handed(), message);
    } else carryOut(message, this.handed());
  }

  /** What a page that has just come needs: it asked, so it is there, whatever the editor says of the panel. */
  private sendAll(): void {
    this.sender.forget();
    this.send();
    if (this.selection !== undefined) this.sender.send({ type: 'select', ref: this.selection });
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
    const plan = this.shownPlan(snapshot);
    const rows = timelineRows(snapshot, say, { ...(plan === undefined ? {} : { plan }), audience: this.audience() });
    const locale = editorLocale();
    this.sender.send({
      type: 'rows',
      number: snapshot.number,
      rows,
      locale,
      firstWeekday: firstWeekday(locale),
      words: words(),
      audience: this.audience(),
      density: density(),
      ...(rows.count === 0 ? { empty: emptyState(snapshot, store.loading) } : {}),
    });
  }

  /** What handlers of the page's messages get, as it is at the moment. */
  private handed(): PanelParts {
    const { store, editor, say, log, context } = this.parts;
    const snapshot = store.snapshot;
    return {
      ...{ store, editor, say, log },
      previews: this.previews,
      audience: this.audience(),
      plan: snapshot && this.shownPlan(snapshot),
      post: (message) => this.sender.send(message),
      setAudience: (audience) => {
        void context.workspaceState.update(rememberedAudience, audience);
        this.send();
      },
    };
  }

  private audience(): PanelAudience {
    const remembered = this.parts.context.workspaceState.get<unknown>(rememberedAudience);
    return panelAudiences.find((known) => known === remembered) ?? 'team';
  }

  /** A plan that is gone leaves a timeline of all plans rather than an empty one. */
  private shownPlan(snapshot: Snapshot): string | undefined {
    return snapshot.plans.some((known) => known.uri === this.plan) ? this.plan : undefined;
  }

  private title(): string {
    const plan = this.parts.store.snapshot?.plans.find((known) => known.uri === this.plan);
    return plan ? vscode.l10n.t('Timeline: {0}', forNotice(plan.plan.project)) : vscode.l10n.t('Timeline');
  }
}

/** All that must exist for a message to be carried out. */
function refsOf(message: FromPanel): readonly string[] {
  const ref = refOf(message);
  return [...(ref === undefined ? [] : [ref]), ...(message.type === 'depend' ? [message.on] : [])];
}
