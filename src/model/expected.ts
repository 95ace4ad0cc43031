// What is said of a single value where a list or a group of fields belongs, and what was meant by it. Knows shapes, no field.
import { type Message, message } from '../base/message';
import { type Cell, word } from './cells';
import type { ProblemCode } from './codes';
import { tightColon } from './habits';
import type { Shape } from './kinds';
import type { Loaded } from './load';
import { type Reading, type Report, report } from './reading';

export function noGroup(shape: Shape, cell: Cell, reading: Reading): undefined {
  const found: Report = { code: typeCode(shape), span: cell.span, message: groupExpected(shape) };
  const written = plainText(reading.loaded, cell);
  if (written === undefined) return report(reading, found);
  const [, key, rest = ''] = /^([A-Za-z]+):(\S.*)$/.exec(written) ?? [];
  if (key !== undefined && Object.hasOwn(shape.fields, key)) {
    return report(reading, { ...found, message: tightColon, instead: `${key}: ${rest}` });
  }
  const isTitled = shape.fields.title?.required && shape.name !== 'plan';
  return report(reading, isTitled ? { ...found, instead: `title: ${written}` } : found);
}

export function noList(cell: Cell, reading: Reading, said: Message): undefined {
  const found: Report = { code: 'type.invalid', span: cell.span, message: said };
  const dashes = dashed(reading.loaded, cell);
  return report(reading, dashes ? { ...found, ...dashes } : { ...found, instead: alone(cell, reading) });
}

/** Lines that each begin with a dash or a dot, but not with a dash and a space. */
function dashed({ text }: Loaded, { span }: Cell): Pick<Report, 'message' | 'instead'> | undefined {
  const before = text.slice(text.lastIndexOf('\n', span.start - 1) + 1, span.start);
  const lines = text.slice(span.start, span.end).split('\n');
  if (before.trim() !== '' || lines.length > 100 || !lines.every((line) => sign.test(line))) return undefined;
  return {
    message: message('Every entry of a list begins with a dash and a space.'),
    instead: lines.map((line) => line.replace(sign, '$1- ')).join('\n'),
  };
}

const sign = /^([ \t]*)[-–—•·*](?![-–—•·*])[ \t]*(?=\S)/;

/** One word where a list belongs, such as `dependsOn: design`, is meant as its only entry. */
function alone(cell: Cell, { loaded }: Reading): string | undefined {
  const written = plainText(loaded, cell);
  return written !== undefined && /^[\p{L}\p{Nd}][\p{L}\p{Nd}\p{M}./_ -]*$/u.test(written) ? `[${written}]` : undefined;
}

/** A value of one line without quotation marks, as it stands in the text. */
function plainText({ text }: Loaded, cell: Cell): string | undefined {
  const found = text.slice(cell.span.start, cell.span.end);
  return word(cell)?.text === found && found.length < 1_000 ? found : undefined;
}

function typeCode(shape: Shape): ProblemCode {
  return shape.name === 'plan' || shape.name === 'milestone' ? `${shape.name}.type` : 'type.invalid';
}

function groupExpected(shape: Shape): Message {
  if (shape.name === 'plan') return message('A plan begins with fields such as `project:` and `milestones:`.');
  const [name, field] = Object.entries(shape.fields).find(([, candidate]) => candidate.required) ??
    Object.entries(shape.fields)[0] ?? ['', undefined];
  const example = `${name}: ${field?.examples[0] ?? ''}`;
  return message('Fields with names are expected here, such as `{example}`.', { example });
}
