// Outline, workspace symbols and folding in real documents.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { removeAll } from '../store/workspace';
import { ask, open } from './marked';

const text = `# A plan
# by hand
project: Website
milestones:
- id: a
  title: Zebra crossing painted
  due: 2020-01-01
  tasks:
    - One
    - { title: Two, done: true }
  milestones:
    - { title: Inside, status: cancelled }
- title: B
`;

function drawn(symbols: readonly vscode.DocumentSymbol[], indent = ''): string {
  return symbols
    .map(
      ({ name, detail, kind, children }) =>
        `${indent}${vscode.SymbolKind[kind]} ${name} (${detail})\n${drawn(children, `${indent}  `)}`,
    )
    .join('');
}

describe('Outline', () => {
  afterEach(removeAll);

  it('has the plan, its milestones with state and day, and what is in them', async () => {
    const { uri } = await open(text);
    const symbols = await ask<vscode.DocumentSymbol>('executeDocumentSymbolProvider', uri);
    assert.equal(
      drawn(symbols).replace(/1 Jan 2020|Jan 1, 2020/, 'DAY'),
      `Package Website ()
  Event Zebra crossing painted (late · DAY)
    Field One ()
    Field Two (done)
    Event Inside (cancelled)
  Event B (planned)
`,
    );
  });

  it('stays while a text cannot be read', async () => {
    const { uri } = await open(`${text}- title: "C\n`);
    const symbols = await ask<vscode.DocumentSymbol>('executeDocumentSymbolProvider', uri);
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['Zebra crossing painted', 'B', 'C'],
    );
  });

  it('finds milestones of all plans', async () => {
    const { uri } = await open(text);
    const found = await ask<vscode.SymbolInformation>('executeWorkspaceSymbolProvider', 'zebracross');
    assert.deepEqual(
      found.map(({ name, containerName, location }) => [
        name,
        containerName,
        location.uri.toString(),
        location.range.start.line,
      ]),
      [['Zebra crossing painted', 'Website', uri.toString(), 5]],
    );
  });

  it('folds every block and comments', async () => {
    const { uri } = await open(text);
    const folds = await ask<vscode.FoldingRange>('executeFoldingRangeProvider', uri);
    assert.deepEqual(
      folds.map(({ start, end, kind }) => `${start}-${end}${kind === undefined ? '' : ` ${kind}`}`),
      ['0-1 1', '3-12', '4-11', '7-9', '10-11'],
    );
  });
});
