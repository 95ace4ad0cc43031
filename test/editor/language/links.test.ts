// Links of real documents: addresses, and files beside the plan.
import * as assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { removeAll } from '../store/workspace';
import { ask, open } from './marked';

async function links(text: string): Promise<readonly string[]> {
  const { document, at } = await open(text);
  const found = await ask<vscode.DocumentLink>('executeLinkProvider', document.uri);
  const folder = at
    .uri('.')
    .toString()
    .replace(/\/\.?$/, '');
  return found.map(
    ({ range, target }) => `${document.getText(range)} → ${target?.toString(true).replace(folder, '.')}`,
  );
}

describe('Links', () => {
  afterEach(removeAll);

  it('lead to addresses and to files below the folder of the plan', async () => {
    const text = `milestones:
  - title: A
    tasks: [{ title: T, url: 'mailto:ana@acme.example' }]
    deliverables: [{ title: D, url: https://example.com/d }]
    acceptanceCriteria:
      - { text: C, evidence: [docs/a b.md, 3f9a2bc] }
`;
    assert.deepEqual(await links(text), [
      'mailto:ana@acme.example → mailto:ana@acme.example',
      'https://example.com/d → https://example.com/d',
      'docs/a b.md → ./docs/a b.md',
    ]);
  });

  it('never to commands, and to no file outside the folder', async () => {
    const evil = ['command:workbench.action.quit', 'javascript:x.md', '../../a.md', '/etc/x.md', '~/a.md', 'C:/a.md'];
    const text = evil.map((each) => `      - { text: C, evidence: "${each}" }\n`).join('');
    assert.deepEqual(await links(`milestones:\n  - title: A\n    acceptanceCriteria:\n${text}`), []);
  });
});
