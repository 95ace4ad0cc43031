// The tree of plans: shows the outline of each snapshot and nothing of its own. Marking goes through the commands.
import * as vscode from 'vscode';
import { counted, type Say } from '../base/message';
import { type Outline, type OutlineOptions, type OutlineRow, outlineOf } from '../report/outline';
import type { Snapshot } from '../snapshot';
import { hasOwnProgress, milestoneOf, rowTarget, splitRef, type Target } from './commandsTargets';
import { quiet } from './quiet';
import { urgentWords } from './statusBar';
import type { PlanStore } from './store';
import { tooltip, treeItem } from './treeItems';
import { doneCounts, readOptions, showOptions, storeOptions, urgentCounts } from './treeState';

const treeId = 'milepost.plans';
const afterTickMs = 350;
const longestTickingMs = 2000;

export class PlanTree implements vscode.TreeDataProvider<OutlineRow>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly selected = new vscode.EventEmitter<string>();
  /** The person selected a row; gives the reference of its milestone or plan. */
  readonly onDidSelect = this.selected.event;
  private readonly view: vscode.TreeView<OutlineRow>;
  private readonly disposables: vscode.Disposable[] = [this.changed, this.selected];
  private outline: Outline | undefined;
  private shown: OutlineOptions;
  /** A box was ticked, and the rows are not shown anew yet. */
  private ticked = false;
  private readonly afterTicks = quiet(afterTickMs, longestTickingMs, () => this.refresh());

  constructor(
    private readonly store: PlanStore,
    private readonly say: Say,
    private readonly state: vscode.Memento,
  ) {
    this.shown = readOptions(state);
    showOptions(this.shown);
    this.view = vscode.window.createTreeView(treeId, {
      treeDataProvider: this,
      canSelectMany: true,
      manageCheckboxStateManually: true,
      showCollapseAll: true,
    });
    this.disposables.push(
      this.view,
      store.onDidChangeSnapshot(() => (this.ticked ? this.afterTicks.poke() : this.refresh())),
      new vscode.Disposable(this.afterTicks.cancel),
      this.view.onDidChangeCheckboxState(({ items }) => void this.tick(items)),
      this.view.onDidChangeSelection(({ selection: [first, second] }) => {
        if (first && !second) this.selected.fire(rowTarget(first).ref);
      }),
    );
    this.refresh();
  }

  get options(): OutlineOptions {
    return this.shown;
  }

  /** Groups and hides rows as asked, and remembers it for this workspace. */
  async setOptions(options: OutlineOptions): Promise<void> {
    this.shown = options;
    showOptions(options);
    this.refresh();
    await storeOptions(this.state, options);
  }

  /** What the selected rows stand for. */
  get selection(): readonly Target[] {
    return this.view.selection.filter((row) => row.kind !== 'group').map(rowTarget);
  }

  /** Selects a milestone's row, if the tree is seen; never takes focus. A selected entry inside it stays selected. */
  async select(ref: string): Promise<void> {
    const { uri, key } = splitRef(ref);
    const row = this.outline?.rowOf(uri, key);
    if (!row || !this.view.visible || this.view.selection.some((selected) => rowTarget(selected).ref === ref)) return;
    try {
      await this.view.reveal(row, { select: true, focus: false });
    } catch {
      // The tree was rebuilt meanwhile; the next selection will find the row.
    }
  }

  getTreeItem(row: OutlineRow): vscode.TreeItem {
    const snapshot = this.store.snapshot;
    const milestone = row.kind === 'milestone' && snapshot ? milestoneOf(snapshot, rowTarget(row).ref) : undefined;
    return treeItem(row, { ownProgress: milestone !== undefined && hasOwnProgress(milestone) });
  }

  getChildren(row?: OutlineRow): readonly OutlineRow[] & OutlineRow[] {
    return [...((row ? this.outline?.childrenOf(row) : this.outline?.roots) ?? [])];
  }

  getParent(row: OutlineRow): OutlineRow | undefined {
    return this.outline?.parentOf(row);
  }

  resolveTreeItem(item: vscode.TreeItem, row: OutlineRow): vscode.TreeItem {
    const text = this.outline?.tooltipOf(row) ?? '';
    item.tooltip = text === '' ? row.accessible : tooltip(text);
    return item;
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  private refresh(): void {
    this.ticked = false;
    this.afterTicks.cancel();
    const snapshot = this.store.snapshot;
    this.outline = snapshot && outlineOf(snapshot, this.say, this.shown);
    if (snapshot) this.frame(snapshot);
    this.changed.fire(undefined);
  }

  private frame(snapshot: Snapshot): void {
    const { late, dueToday } = urgentCounts(snapshot);
    const { done, total } = doneCounts(snapshot);
    this.view.badge =
      late + dueToday > 0
        ? { value: late + dueToday, tooltip: vscode.l10n.t('Milestones: {0}', urgentWords(late, dueToday)) }
        : undefined;
    this.view.description = total > 0 ? vscode.l10n.t('{0} of {1}', done, total) : '';
    this.view.message = this.complaint(snapshot);
  }

  /** Only about files that cannot be read, and only beside plans that can: else the welcome says it. */
  private complaint({ plans, broken }: Snapshot): string {
    const unread = broken.length + plans.filter((plan) => plan.stale).length;
    if (plans.length === 0 || unread === 0) return '';
    return this.say(
      counted(
        unread,
        'One plan cannot be read right now. The Problems view names the place.',
        '{count} plans cannot be read right now. The Problems view names the places.',
      ),
    );
  }

  /**
   * The editor drops a click on a box while it asks for the rows, so they are shown anew only once the ticking has paused. They are in any
   * case: a box shows what the file says.
   */
  private async tick(items: readonly (readonly [OutlineRow, vscode.TreeItemCheckboxState])[]): Promise<void> {
    this.ticked = true;
    try {
      for (const wanted of [vscode.TreeItemCheckboxState.Checked, vscode.TreeItemCheckboxState.Unchecked]) {
        const rows = items.filter(([, state]) => state === wanted).map(([row]) => row);
        const [first] = rows;
        if (!first) continue;
        const command = first.kind === 'criterion' ? 'milepost.toggleCriterion' : 'milepost.toggleTask';
        const done = wanted === vscode.TreeItemCheckboxState.Checked;
        await vscode.commands.executeCommand(command, { ...rowTarget(first), done }, rows);
      }
    } finally {
      this.ticked = true;
      this.afterTicks.poke();
    }
  }
}
