// A text that asks for an old version of YAML. Knows no field.
import { message } from '../base/message';
import type { Problem } from './problem';

/** `%YAML 1.1` at the top, which some readers obey. */
export function* oldVersion(text: string): Generator<Problem> {
  if (!text.includes('%YAML')) return;
  for (const line of text.split('\n', 50)) {
    if (line.startsWith('---')) return;
    if (!/^\ufeff?%YAML[ \t]+1\.[01](?:\s|$)/.test(line)) continue;
    const said = message(
      'This line asks for an old version of YAML, in which `yes` and `12:30` mean something else. The file is read as YAML 1.2: delete the line.',
    );
    const start = text.indexOf('%', text.indexOf(line));
    const end = start + line.replace('\ufeff', '').trimEnd().length;
    yield { code: 'version.unsupported', severity: 'warning', message: said, span: { start, end } };
    return;
  }
}
