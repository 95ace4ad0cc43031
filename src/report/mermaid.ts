// A Mermaid block inside Markdown: a fence that its own text cannot end. Knows no plan.
import { fold } from './plain';

/** The source as a fenced block; each of its lines is one clean line. */
export function mermaidFence(source: string): string {
  const lines = source.split('\n').map((line) => `${/^ */.exec(line)?.[0] ?? ''}${fold(line)}`.trimEnd());
  const longest = Math.max(2, ...[...source.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}mermaid`, ...lines, fence].join('\n');
}
