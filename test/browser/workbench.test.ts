// The workbench itself opens with the extension beside it; what the extension shows is tested in the other files.
import { expect, test } from 'vitest';
import { openWorkbench } from './workbench';

test('the workbench opens a folder and runs a command', async () => {
  const workbench = await openWorkbench({ files: { 'notes.txt': 'one line\n' } });
  await expect.poll(() => workbench.rows('notes.txt').count()).toBe(1);
  await workbench.runCommand('View: Toggle Panel Visibility');
  await workbench.screenshot('workbench');
  await workbench.close();
});
