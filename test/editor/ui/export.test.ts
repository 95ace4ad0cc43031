// What leaves the editor: files written by the export, and fences drawn in the Markdown preview.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { place, removeAll } from '../store/workspace';

const plan = `project: Test of exports
client: Acme
milestones:
  - id: shown
    title: Design <b>approved</b>
    due: 2026-12-04
    internal: Margin is thin
  - { id: later, title: Site live, due: 2027-01-15, dependsOn: [shown] }
`;

const run = (args: object) => vscode.commands.executeCommand('milepost.exportTimeline', args);
const closeAll = () => vscode.commands.executeCommand('workbench.action.closeAllEditors');

describe('The export of the timeline', () => {
  afterEach(async () => {
    await closeAll();
    await removeAll();
  });

  async function exported(format: string): Promise<Uint8Array> {
    const uri = place().write('a.milestones.yaml', plan);
    const target = vscode.Uri.joinPath(uri, '..', `out.${format}`);
    await run({ plan: uri.toString(), format, uri: target.toString() });
    const content = await vscode.workspace.fs.readFile(target);
    await vscode.workspace.fs.delete(target);
    return content;
  }

  it('writes an SVG for a client', async () => {
    const svg = new TextDecoder().decode(await exported('svg'));
    assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    assert.match(svg, />Design &#60;b&#62;approved&#60;\/b&#62;<\/text>/);
    assert.doesNotMatch(svg, /Margin is thin|<b>|<script/);
  });

  it('writes a web page without a script', async () => {
    const page = new TextDecoder().decode(await exported('html'));
    assert.match(page, /^<!DOCTYPE html>/);
    assert.match(page, /<th scope="row">Site live<\/th>/);
    assert.doesNotMatch(page, /Margin is thin|<script/);
  });

  it('writes a PNG twice as fine as the picture', async () => {
    const png = await exported('png');
    assert.deepEqual([...png.subarray(1, 4)], [...new TextEncoder().encode('PNG')]);
    const width = new DataView(png.buffer, png.byteOffset).getUint32(16);
    assert.equal(width, 2400);
  });

  it('tells a program what is missing, and what is no plan', async () => {
    const uri = place().write('a.milestones.yaml', plan);
    await assert.rejects(async () => run({ plan: uri.toString(), format: 'svg' }), /which format and where to/);
    await assert.rejects(async () => run({ format: 'gif' }), /format/);
    const target = vscode.Uri.joinPath(uri, '..', 'out.svg').toString();
    await assert.rejects(async () => run({ plan: 'file:///nowhere.yaml', format: 'svg', uri: target }), /no plan/);
  });
});

describe('A fence of milestones in the Markdown preview', () => {
  afterEach(removeAll);
  const render = (text: string) => vscode.commands.executeCommand<string>('markdown.api.render', text);

  it('is drawn without a script', async () => {
    const html = await render(`# Plan\n\n\`\`\`milestones\n${plan}\`\`\`\n`);
    assert.match(html, /<div class="milepost-timeline[^"]*"[^>]*><svg/);
    assert.match(html, />Site live<\/text>/);
    assert.doesNotMatch(html, /<b>|<script|Margin is thin/);
  });

  it('shows a plan file by its name', async () => {
    const uri = place().write('fenced-plan.milestones.yaml', plan);
    // Whoever calls with the plan has it read.
    await vscode.commands.executeCommand('milepost.openMilestone', { id: 'shown', plan: uri.toString() });
    await closeAll();
    const html = await render('```milestones\nplan: fenced-plan\n```\n');
    assert.match(html, />Site live<\/text>/);
    assert.doesNotMatch(html, /Margin is thin/);
  });

  it('says what is wrong where it cannot be read', async () => {
    const html = await render('```milestones\nmilestones:\n  - title: [\n```\n');
    assert.match(html, /Line \d+: /);
    assert.doesNotMatch(html, /<svg/);
  });

  it('leaves other fences alone', async () => {
    assert.match(await render('```yaml\na: 1\n```\n'), /<pre>/);
  });
});
