// Texts that are not edited at all, whatever they say. Knows characters only.
import { message } from '../base/message';
import type { Refusal } from './change';
import { refusal } from './refusal';

/** Why no edit of this text would be safe; `undefined` when nothing speaks against it. */
export function unfitText(text: string): Refusal | undefined {
  if (text.includes('\ufffd')) {
    const said = message(
      'This file was not saved as UTF-8, so some of its characters are lost. Save it with UTF-8 encoding first.',
    );
    return refusal('text.encoding', said);
  }
  if (text.includes('\0')) return refusal('file.binary', message('This file is not a text.'));
  if (/\r(?!\n)/.test(text)) {
    const said = message(
      'This file has line ends of a kind that is no longer used (CR). Save it once in the editor, which replaces them, then try again.',
    );
    return refusal('text.lineEnds', said);
  }
  if (text.includes('\r\n') && /(?<!\r)\n/.test(text)) {
    const said = message(
      'This file mixes two kinds of line ends (LF and CRLF). Save it once in the editor, which makes them the same, then try again.',
    );
    return refusal('text.mixedLineEnds', said);
  }
  return undefined;
}
