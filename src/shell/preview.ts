// The panel that shows a summary as it will look: made anew with every change of the plan and of what is chosen. Writes no sentence of it.
import * as vscode from 'vscode';
import type { Message, Say } from '../base/message';
import type { FromSummaryPage, PageAction, ToSummaryPage } from '../protocol/summaryPage';
import { audiences } from '../report/audience';
import { summaryLanguages } from '../report/languages';
import { errorText } from './log';
import { pageHtml, pageOptions } from './panelPage';
import { readFromSummaryPage } from './previewMessages';
import { type SentSummary, summaryMessage } from './previewSend';
import { forNotice } from './promptsText';
import { quiet } from './quiet';
import { editorLocale } from './say';
import type { PlanStore } from './store';
import { askPeriod } from './summaryAsk';
import { rememberChoice, rememberShown, type SummaryChoice, shownChoice } from './summaryChoice';
import { rememberMade } from './summaryDays';
import { type MadeSummary, makeSummary, onlyPlan } from './summaryMake';
import { planOf } from './summaryPlaces';

export interface PreviewParts {
  readonly store: PlanStore;
  readonly say: Say;
  readonly log: vscode.LogOutputChannel;
  readonly context: Pick<vscode.ExtensionContext, 'workspaceState' | 'extension' | 'extensionUri'>;
  /** What the buttons do with a summary; the sentence where it could not be done. */
  readonly run: (action: PageAction, made: MadeSummary) => Promise<Message | undefined>;
}

const panelType = 'milepost.summary';
const typingMs = 100;
const longestTypingMs = 500;

/** The one preview of this window. */
export class SummaryPreview implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private choice: SummaryChoice | undefined;
  private shown: { readonly made: MadeSummary; readonly sent: SentSummary } | undefined;
  /** Why it is not what was asked for; until something else is asked for. */
  private note: string | undefined;
  private number = 0;
  /** Whatever was begun before this is out of date. */
  private round = 0;
  private readonly typing = quiet(typingMs, longestTypingMs, () => void this.renew());
  private readonly disposables: vscode.Disposable[] = [new vscode.Disposable(this.typing.cancel)];

  constructor(private readonly parts: PreviewParts) {
    this.disposables.push(
      parts.store.onDidChangeSnapshot(() => void this.renew()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.toString() === this.choice?.template) this.typing.poke();
      }),
      vscode.window.registerWebviewPanelSerializer(panelType, {
        deserializeWebviewPanel: async (panel) => this.restore(panel),
      }),
    );
  }

  show(choice: SummaryChoice): void {
    this.choice = choice;
    this.note = undefined;
    void rememberShown(this.parts.context.workspaceState, choice);
    if (this.panel) {
      this.panel.reveal();
      void this.renew();
      return;
    }
    const { extensionUri } = this.parts.context;
    const column =
      vscode.window.tabGroups.activeTabGroup.tabs.length > 0 ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
    const title = vscode.l10n.t('Summary');
    this.adopt(vscode.window.createWebviewPanel(panelType, title, column, pageOptions(extensionUri)));
  }

  /** After the window was loaded anew. */
  private restore(panel: vscode.WebviewPanel): void {
    if (this.panel) {
      panel.dispose();
      return;
    }
    this.choice = shownChoice(this.parts.context.workspaceState);
    panel.webview.options = pageOptions(this.parts.context.extensionUri);
    this.adopt(panel);
  }

  private adopt(panel: vscode.WebviewPanel): void {
    const { extensionUri } = this.parts.context;
    const title = vscode.l10n.t('Summary');
    this.panel = panel;
    panel.iconPath = {
      light: vscode.Uri.joinPath(extensionUri, 'media', 'timeline-light.svg'),
      dark: vscode.Uri.joinPath(extensionUri, 'media', 'timeline-dark.svg'),
    };
    panel.webview.onDidReceiveMessage((message: unknown) => this.receive(message));
    panel.onDidChangeViewState(() => panel.visible && void this.renew());
    panel.onDidDispose(() => {
      this.panel = this.shown = undefined;
      this.round += 1;
    });
    panel.webview.html = pageHtml(panel.webview, extensionUri, editorLocale(), { name: 'summary', title });
  }

  /** Something beside the plans has changed, such as what was issued. */
  refresh(): void {
    void this.renew();
  }

  dispose(): void {
    this.panel?.dispose();
    for (const disposable of this.disposables) disposable.dispose();
  }

  private async renew(): Promise<void> {
    const { store, log, say } = this.parts;
    const [snapshot, choice, panel] = [store.snapshot, this.choice, this.panel];
    if (!snapshot || !choice || !panel?.visible || snapshot.plans.length === 0) return;
    this.round += 1;
    const { round } = this;
    try {
      const isThere = choice.plan === undefined || snapshot.plans.some(({ uri }) => uri === choice.plan);
      const made = await makeSummary(this.parts, snapshot, isThere ? choice : { ...choice, plan: undefined });
      if (round !== this.round) return;
      if ('text' in made) {
        this.choice = { ...choice, period: { kind: 'last' } };
        this.note = say(made);
        return this.renew();
      }
      this.number += 1;
      const sent = summaryMessage(made, this.number, say, this.note);
      this.shown = { made, sent };
      const title = vscode.l10n.t('Summary: {0}', forNotice(made.document.title));
      if (panel.title !== title) panel.title = title;
      this.post(sent.message);
    } catch (error) {
      log.error(errorText(error));
    }
  }

  private post(message: ToSummaryPage): void {
    void this.panel?.webview.postMessage(message);
  }

  private receive(value: unknown): void {
    const message = readFromSummaryPage(value);
    if (!message) {
      this.parts.log.debug('The preview of a summary sent something unknown');
      return;
    }
    this.act(message).then(undefined, (error: unknown) => {
      this.parts.log.error(errorText(error));
      void vscode.window.showErrorMessage(vscode.l10n.t('This did not work. The log says more.'));
    });
  }

  private async act(message: FromSummaryPage): Promise<void> {
    if (message.type === 'ready') return this.renew();
    if (message.type === 'choose') return this.choose(message.list, message.value);
    if (message.type === 'mermaid') return this.take({ mermaid: message.on });
    const { shown } = this;
    // A click on a summary that is no longer shown means something else than it says now.
    if (!shown || shown.sent.message.number !== message.number) return;
    if (message.type === 'open') return this.open(shown.made, shown.sent, message.place);
    if (message.type === 'copied' && message.rich) {
      this.post({ type: 'told', text: vscode.l10n.t('Copied with its formatting') });
      vscode.window.setStatusBarMessage(vscode.l10n.t('Status summary copied'), 4000);
      const { plan, choice, today } = shown.made;
      return rememberMade(this.parts.context.workspaceState, plan?.uri ?? choice.plan, today);
    }
    const refused = await this.parts.run(message.type === 'run' ? message.action : 'markdown', shown.made);
    if (refused) void vscode.window.showWarningMessage(forNotice(this.parts.say(refused)));
  }

  private async choose(list: string, value: string): Promise<void> {
    const { snapshot } = this.parts.store;
    if (!snapshot || !this.choice) return;
    if (list === 'plan' && (value === '' || snapshot.plans.some(({ uri }) => uri === value)))
      return this.take({ plan: value === '' ? undefined : value });
    const audience = audiences.find((known) => known === value);
    if (list === 'audience' && audience) return this.take({ audience });
    const language = summaryLanguages.find((known) => known === value);
    if (list === 'language' && language) return this.take({ language });
    if (list === 'template') return this.take({ template: value === '' ? undefined : value });
    if (list !== 'period') return;
    if (value === 'last') return this.take({ period: { kind: 'last' } });
    const kind = (['day', 'ref'] as const).find((known) => value === `ask:${known}`);
    const plan = onlyPlan(snapshot, this.choice.plan);
    const today = plan?.schedule.today ?? snapshot.today;
    const period = kind && (await askPeriod(kind, { today, plan: plan && vscode.Uri.parse(plan.uri, true) }));
    if (period) await this.take({ period });
  }

  private async take(change: Partial<SummaryChoice>): Promise<void> {
    if (!this.choice) return;
    this.choice = { ...this.choice, ...change };
    this.note = undefined;
    await rememberShown(this.parts.context.workspaceState, this.choice);
    await rememberChoice(this.parts.context.workspaceState, this.choice);
    await this.renew();
  }

  /** Only a place of the very summary that the page shows is opened. */
  private async open({ snapshot, plan }: MadeSummary, { message, traces }: SentSummary, at: number): Promise<void> {
    const trace = traces[at];
    const file = trace && planOf(snapshot, plan, trace)?.uri;
    const line = Number(/:(\d+)$/.exec(message.places[at] ?? '')?.[1] ?? 0) - 1;
    if (file === undefined || line < 0) return;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(file, true));
    const seen = vscode.window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn;
    const other = vscode.window.tabGroups.all.find(({ viewColumn }) => viewColumn !== this.panel?.viewColumn);
    await vscode.window.showTextDocument(document, {
      viewColumn: seen ?? other?.viewColumn ?? vscode.ViewColumn.Beside,
      selection: document.lineAt(Math.min(line, document.lineCount - 1)).range,
    });
  }
}
