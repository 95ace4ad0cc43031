// What can be done about an approval that is out of date, offered where its problem is shown. Changes no text itself.
import * as vscode from 'vscode';
import { allMilestones, milestoneRef } from '../model/planFile';
import { planSelector } from './languagePages';
import type { PlanStore } from './store';

export function offerConsentFixes(store: PlanStore): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    planSelector,
    { provideCodeActions: (document, range, context) => actionsAt(store, { document, range, context }) },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

interface Place {
  readonly document: vscode.TextDocument;
  readonly range: vscode.Range;
  readonly context: vscode.CodeActionContext;
}

function actionsAt(store: PlanStore, { document, range, context }: Place): vscode.CodeAction[] {
  if (context.only && !vscode.CodeActionKind.QuickFix.contains(context.only)) return [];
  const plan = store.snapshot?.plans.find(({ uri }) => uri === document.uri.toString());
  if (!plan || plan.text !== document.getText() || plan.agreement.problems.length === 0) return [];
  const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  for (const milestone of allMilestones(plan.plan.milestones)) {
    if (plan.agreement.consents.get(milestone.key)?.state !== 'stale') continue;
    const places = plan.file.places.get(milestone.key);
    const span = places?.fields.get('approvals') ?? places?.title;
    if (!span || span.start > end || start > span.end) continue;
    const target = { ref: milestoneRef(plan.uri, milestone) };
    const shown = context.diagnostics.filter(({ code }) => typeof code === 'object' && code.value === 'approval.stale');
    return [
      action(vscode.l10n.t('Show what has changed since approval'), 'milepost.showApprovalChanges', { target, shown }),
      action(vscode.l10n.t('Draft the change request'), 'milepost.draftChangeRequest', { target, shown }),
    ];
  }
  return [];
}

function action(
  title: string,
  command: string,
  { target, shown }: { readonly target: { readonly ref: string }; readonly shown: vscode.Diagnostic[] },
): vscode.CodeAction {
  const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  made.command = { command, title, arguments: [target] };
  made.diagnostics = shown;
  return made;
}
