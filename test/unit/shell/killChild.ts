// The process that is killed: starts as the extension does after a crash, then makes and saves one change when it is told to. Runs our own code.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import { planEditor } from '../../../src/shell/applyChange';
import { openJournal } from '../../../src/shell/journal';
import { restoreOffer } from '../../../src/shell/journalOffer';
import { shown, tellPhasesIn } from './killEditor';

const [, , folder = '', percent = '0'] = process.argv;
const silent = () => undefined;
const log = { info: silent, warn: silent, error: (text: string) => process.stderr.write(`${text}\n`) };
const parts = { log: log as unknown as vscode.LogOutputChannel };
const notes = join(folder, 'journal');
const journal = openJournal({ ...parts, folder: vscode.Uri.file(notes), offer: restoreOffer([]) });
const settings = () => ({ maxFileBytes: 1_048_576, saveAfterEdit: true });
const editor = planEditor({ ...parts, journal, edited: silent, settings: settings as never });

void start().then(() => {
  tellPhasesIn(join(folder, 'phases'));
  process.stdin.once('data', () => void change());
  process.stdout.write(`${JSON.stringify({ shown })}\n`);
});

/** People need longer than a moment to start an editor anew; the clock says that they took it. */
async function start(): Promise<void> {
  const clock = Date.now;
  Date.now = () => clock() + 10_000;
  await journal.looked();
  for (let waited = 0; left() > 0 && waited < 3_000; waited += 2) await sleep(2);
  Date.now = clock;
}

function left(): number {
  try {
    return readdirSync(notes).length;
  } catch {
    return 0;
  }
}

async function change(): Promise<void> {
  const plan = vscode.Uri.file(join(folder, 'plan.milestones.yaml'));
  await editor.applyChanges(plan, [{ kind: 'setProgress', id: 'last', percent: Number(percent) }]);
}
