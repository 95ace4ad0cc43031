import { describe, expect, test } from 'vitest';
import {
  type Citation,
  citationOf,
  type EvidenceState,
  evidenceOf,
  type Finding,
} from '../../../src/agreement/evidence';
import { readPlanFile } from '../../../src/model/read';

describe('a citation', () => {
  test.each<[string, Partial<Citation>]>([
    ['reports/contrast.html', { kind: 'path', path: 'reports/contrast.html' }],
    ['./reports//contrast.html', { kind: 'path', path: 'reports/contrast.html' }],
    ['reports\\contrast.html', { kind: 'path', path: 'reports/contrast.html' }],
    ['a b/c (1).pdf', { kind: 'path', path: 'a b/c (1).pdf' }],
    ['...', { kind: 'path', path: '...' }],
    ['https://example.com/run/7', { kind: 'url' }],
    ['HTTP://example.com', { kind: 'url' }],
    ['3f9a1b2', { kind: 'commit', hash: '3f9a1b2' }],
    ['commit: ABCDEF0', { kind: 'commit', hash: 'abcdef0' }],
    ['commit:deadbeef', { kind: 'commit', hash: 'deadbeef' }],
    ['deadbeef', { kind: 'path', path: 'deadbeef' }],
    ['tag:v1.2.0', { kind: 'tag', name: 'v1.2.0' }],
    ['v1.2.0', { kind: 'path', path: 'v1.2.0' }],
    ['commit:main', { kind: 'outside' }],
    ['tag:--output=pwn', { kind: 'outside' }],
    ['/etc/passwd', { kind: 'outside' }],
    ['../../.ssh/id_rsa', { kind: 'outside' }],
    ['reports/../../x', { kind: 'outside' }],
    ['..\\x', { kind: 'outside' }],
    ['\\\\evil\\share', { kind: 'outside' }],
    ['C:\\x', { kind: 'outside' }],
    ['~/x', { kind: 'outside' }],
    ['$' + '{env:HOME}/x', { kind: 'outside' }],
    ['file:///etc/passwd', { kind: 'outside' }],
    ['javascript:alert(1)', { kind: 'outside' }],
    ['command:x', { kind: 'outside' }],
    ['data:text/html,x', { kind: 'outside' }],
    ['ssh://-oProxyCommand=x/', { kind: 'outside' }],
    ['a\u0000b', { kind: 'outside' }],
    ['', { kind: 'outside' }],
    ['.', { kind: 'outside' }],
    ['x'.repeat(2000), { kind: 'outside' }],
  ])('%j', (text, expected) => {
    expect(citationOf(text)).toMatchObject(expected);
  });
});

describe('the evidence of a criterion', () => {
  const milestone = (evidence: string, done = true) => {
    const text = `milestones:\n  - title: A\n    acceptanceCriteria:\n      - Open one\n      - { text: B, done: ${done}, evidence: ${evidence} }\n`;
    const [found] = readPlanFile(text, 'plan').plan?.milestones ?? [];
    if (!found) throw new Error('no milestone');
    return found;
  };

  test.each<[string, readonly (Finding | undefined)[], EvidenceState]>([
    ['[]', [], 'asserted'],
    ['[a.html]', [undefined], 'evidenced'],
    ['[a.html]', ['unknown'], 'evidenced'],
    ['[a.html]', ['present'], 'evidenced'],
    ['[a.html]', ['unchanged'], 'verified'],
    ['[a.html]', ['missing'], 'stale'],
    ['[a.html]', ['changed'], 'stale'],
    ['[3f9a1b2]', ['unchanged'], 'verified'],
    ['[3f9a1b2]', ['unreachable'], 'stale'],
    ['["tag:v1"]', ['unreachable'], 'stale'],
    ['[a.html, b.html]', ['unchanged', 'unchanged'], 'verified'],
    ['[a.html, b.html]', ['unchanged', 'present'], 'evidenced'],
    ['[a.html, b.html]', ['present', 'missing'], 'stale'],
    // Addresses are never opened, so they are never verified, whatever somebody claims.
    ['["https://example.com"]', ['unchanged'], 'evidenced'],
    ['["https://example.com", a.html]', [undefined, 'unchanged'], 'evidenced'],
    ['["../secret"]', ['unchanged'], 'stale'],
  ])('%s found %j is %s', (evidence, findings, state) => {
    const cited = milestone(evidence);
    const texts = cited.acceptanceCriteria[1]?.evidence ?? [];
    const found = evidenceOf(cited, (key, criterion, text) =>
      key === 'a' && criterion === 1 ? findings[texts.indexOf(text)] : 'missing',
    );
    expect(found.map((each) => [each.criterion, each.state])).toEqual([[1, state]]);
  });

  test('an open criterion has none yet', () => {
    expect(evidenceOf(milestone('[a.html]', false), () => 'missing')).toEqual([]);
  });
});
