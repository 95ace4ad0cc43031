// The first thing that makes a text no YAML, said in plain words. Knows the YAML library's error codes, no field of a plan.
import { type CST, type Document, type ErrorCode, isCollection, isScalar, visit, type YAMLError } from 'yaml';
import { type Message, message } from '../base/message';
import type { Span } from '../base/text';
import { habitAt } from './habits';
import type { Problem } from './problem';

/** The first error of a document as a problem; `undefined` when it has none. */
export function syntaxProblem(text: string, document: Document.Parsed): Problem | undefined {
  const error = firstOf(document.errors);
  if (!error) return undefined;
  const opened = neverClosed(document, error);
  const habit = opened ? undefined : habitAt(text, error);
  if (habit) {
    const { code, span, said, instead } = habit;
    return { code, severity: 'error', message: said, span, ...(instead === undefined ? {} : { instead }) };
  }
  return {
    code: 'yaml.syntax',
    severity: 'error',
    message: opened?.said ?? sentence(error, text),
    span: opened ? { start: opened.start, end: opened.start + 1 } : within(text, error.pos),
  };
}

function firstOf(errors: readonly YAMLError[]): YAMLError | undefined {
  let first: YAMLError | undefined;
  for (const error of errors) if (!first || error.pos[0] < first.pos[0]) first = error;
  return first;
}

interface Opened {
  readonly start: number;
  readonly said: Message;
}

/** The library reports an unclosed quotation mark or bracket where the text ends or stops making sense; a person looks for where it begins. */
function neverClosed(document: Document.Parsed, error: YAMLError): Opened | undefined {
  const endOfQuote = error.message.startsWith('Missing closing') ? error.pos[0] : undefined;
  let found: Opened | undefined;
  visit(document, (_, node) => {
    if (isScalar(node) && node.range && node.range[1] === endOfQuote && node.type?.startsWith('QUOTE')) {
      found = { start: node.range[0], said: message('This quotation mark is not closed.') };
    } else if (isCollection(node) && isOpen(node.srcToken) && (node.range?.[0] ?? Infinity) < error.pos[0]) {
      found = { start: node.range?.[0] ?? 0, said: message('This bracket is not closed.') };
    }
    return found && visit.BREAK;
  });
  return found;
}

function isOpen(token: CST.Token | undefined): boolean {
  return (
    token?.type === 'flow-collection' &&
    !token.end.some(({ type }) => type === 'flow-map-end' || type === 'flow-seq-end')
  );
}

/** The error's characters, inside the text and, where there is any, on at least one character. */
function within(text: string, [from, to]: readonly [number, number]): Span {
  const start = Math.max(0, Math.min(from, text.length));
  const end = Math.max(start, Math.min(to, text.length));
  return start === end && start > 0 && start === text.length ? { start: start - 1, end } : { start, end };
}

function sentence(error: YAMLError, text: string): Message {
  const first = text[error.pos[0]] ?? '';
  if (error.code === 'BAD_SCALAR_START') {
    return message('A text cannot begin with {sign} here. Put it in quotation marks.', { sign: first });
  }
  if (error.code === 'MISSING_CHAR') return missing(error.message);
  if (
    error.code === 'UNEXPECTED_TOKEN' &&
    /(?:scalar|alias|seq-item-ind|map-value-ind) at node end/.test(error.message)
  ) {
    return message(
      'This does not belong to the value before it. Put the whole value in quotation marks, or begin a new line.',
    );
  }
  return (
    sentences[error.code] ??
    message('This is not YAML. Look for a missing colon, quotation mark or bracket, or for wrong indentation.')
  );
}

function missing(said: string): Message {
  if (said.startsWith('Implicit map keys'))
    return message('Here a field needs a colon and a space after its name, such as `title: Design approved`.');
  if (said.startsWith('Sequence item')) return message('Every entry of a list begins with a dash and a space.');
  if (said.startsWith('Comments must')) return message('Put a space before the # of a comment.');
  if (said.includes('expected to end') || said.includes('must end with'))
    return message('A bracket that was opened before this place is not closed.');
  if (said.startsWith('Missing , ')) return message('A comma is missing between two entries.');
  return message('Something is missing here, such as a space, a comma or a closing sign.');
}

const sentences: Partial<Record<ErrorCode, Message>> = {
  TAB_AS_INDENT: message('This line is indented with a tab. Use spaces.'),
  BLOCK_AS_IMPLICIT_KEY: message(
    'A colon followed by a space begins a new field. Put a text that has one in quotation marks.',
  ),
  MULTILINE_IMPLICIT_KEY: message(
    'Here a field needs a colon and a space after its name, such as `title: Design approved`.',
  ),
  BAD_INDENT: message('This line is indented differently from the lines it belongs to.'),
  BAD_DQ_ESCAPE: message(
    'In double quotation marks a backslash begins a special sign. Write \\\\, or use single quotation marks.',
  ),
  BLOCK_IN_FLOW: message(
    'Inside brackets, fields and entries stand between commas, and a list or group of fields needs brackets of its own.',
  ),
  BAD_ALIAS: message(
    'The name of an anchor or alias is missing here. Put a text that begins with & or * in quotation marks.',
  ),
  ALIAS_PROPS: message('An alias such as `*name` stands alone: nothing may stand before it.'),
  MULTIPLE_ANCHORS: message('One value has two anchors (`&name`). Keep one.'),
  MULTIPLE_TAGS: message('One value has two tags (`!name`). Keep one.'),
  BAD_PROP_ORDER: message('An anchor or a tag belongs behind this sign.'),
  NON_STRING_KEY: message('The name of a field must be a plain word.'),
  KEY_OVER_1024_CHARS: message(
    'The name of a field is far too long. Is a colon in a text that has no quotation marks?',
  ),
  BAD_DIRECTIVE: message(
    'A line that begins with % is an instruction to YAML. Put a text that begins with it in quotation marks.',
  ),
};
