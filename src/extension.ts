// Builds the parts of the extension in the order in which they depend on each other.
import type * as vscode from 'vscode';
import { createApi, type MilepostApi } from './shell/api';
import { planEditor } from './shell/applyChange';
import { registerCommands } from './shell/commands';
import { offerConsentFixes } from './shell/consentFixes';
import { keepContextKeys } from './shell/contextKeys';
import { openLinks } from './shell/deepLink';
import { createExporter } from './shell/exportTimeline';
import { journalFolder, openJournal } from './shell/journal';
import { restoreOffer } from './shell/journalOffer';
import { registerLanguage } from './shell/language';
import { createLog } from './shell/log';
import { markdownFences } from './shell/markdownFence';
import { noticeWith } from './shell/overwritten';
import { Timeline } from './shell/panel';
import { type PreviewParts, SummaryPreview } from './shell/preview';
import { runFromPreview } from './shell/previewRun';
import { provideProblemPages } from './shell/problemPages';
import { showProblems } from './shell/problems';
import { editorSay } from './shell/say';
import { readSettings } from './shell/settings';
import { registerStatusBar } from './shell/statusBar';
import { PlanStore } from './shell/store';
import { PlanTree } from './shell/tree';
import { shareSelection } from './shell/treeSelection';

export function activate(context: vscode.ExtensionContext): MilepostApi {
  const log = createLog();
  const say = editorSay();
  const store = new PlanStore(log);
  const journal = openJournal({ folder: journalFolder(context), log, offer: restoreOffer(context.subscriptions) });
  const editor = planEditor({
    log,
    settings: readSettings,
    read: store.read,
    journal,
    edited: () => void store.flush(),
    tell: noticeWith(say),
  });
  const tree = new PlanTree(store, say, context.workspaceState);
  const exporter = createExporter({ say, log, context });
  const timeline = new Timeline({ store, editor, say, log, context, exportShown: exporter.handle });
  const run: PreviewParts['run'] = (action, made) => runFromPreview(parts, action, made);
  const preview = new SummaryPreview({ store, say, log, context, run });
  const parts = { store, editor, say, log, context, tree, timeline, exporter, preview };
  context.subscriptions.push(
    log,
    store,
    // What a crash has left is of no use before there are plans, and must not make them wait.
    store.onDidChangeSnapshot(() => void journal.looked()),
    keepContextKeys(store),
    provideProblemPages(context),
    showProblems(store, say),
    tree,
    timeline,
    preview,
    shareSelection({ store, tree, timeline }),
    registerStatusBar(store),
    openLinks(store),
    registerLanguage({ store, say, log }),
    offerConsentFixes(store),
    registerCommands(parts),
  );
  store.start();
  return createApi(
    store,
    { say, extension: context.extensionUri },
    markdownFences({ store, say }, context.subscriptions),
  );
}
