// Fills a person's own template of a summary. It has no logic but sections, calls nothing and includes nothing; every value stays text. Knows no plan.
import Mustache from 'mustache';
import { type Message, message } from '../base/message';
import { positionsOf } from '../base/text';
import { htmlText } from './documentPage';
import { escapeInline, escapeMarkdown } from './markdown';
import { fold } from './plain';

export type TemplateFormat = 'markdown' | 'html' | 'text';

/** What a template may name: texts, yes or no, and lists of such. */
export type TemplateValue = string | number | boolean | undefined | TemplateValues | readonly TemplateValues[];
export interface TemplateValues {
  readonly [name: string]: TemplateValue;
}

export type Filled = { readonly text: string } | { readonly wrong: Message };

/** Characters of a template, and of what comes out of it. */
const longestTemplate = 256 * 1024;
const longestOutput = 1024 * 1024;
const deepest = 20;
/** Steps: sections in sections multiply. */
const mostSteps = 2_000_000;

/** The same for the same template and values. Never throws. `{{{name}}}` and `{{&name}}` are encoded like `{{name}}`: a plan may not put markup into a summary. */
export function fillTemplate(template: string, values: TemplateValues, format: TemplateFormat = 'markdown'): Filled {
  if (template.length > longestTemplate) return { wrong: message('The template is larger than 256 kB.') };
  const lineOf = (offset: number) => positionsOf(template)(Math.min(Math.max(0, offset), template.length)).line + 1;
  try {
    // A writer of its own, because the shared one keeps every template it has seen.
    const parts = new Mustache.Writer().parse(template) as unknown as readonly Part[];
    const filling: Filling = { out: [], length: 0, steps: 0, format, atStart: true, inTag: false };
    fill(parts, [values], filling, 0);
    return { text: filling.out.join('') };
  } catch (error) {
    if (error instanceof Refused) return { wrong: refusal(error, lineOf(error.offset)) };
    return { wrong: syntaxMessage(error instanceof Error ? error.message : '', template, lineOf) };
  }
}

type Part = readonly [
  kind: string,
  value: string,
  start: number,
  end: number,
  inside?: readonly Part[],
  close?: number,
];

interface Filling {
  readonly out: string[];
  length: number;
  steps: number;
  readonly format: TemplateFormat;
  /** Whether nothing but blanks stands before on this line. */
  atStart: boolean;
  /** Whether the template itself has begun an HTML tag that has not ended. */
  inTag: boolean;
}

type Refusal = 'partial' | 'deep' | 'long';

class Refused extends Error {
  readonly why: Refusal;
  readonly offset: number;
  constructor(why: Refusal, offset: number) {
    super(why);
    this.why = why;
    this.offset = offset;
  }
}

function refusal({ why }: Refused, line: number): Message {
  switch (why) {
    case 'partial':
      return message('Line {line}: a template cannot include another file.', { line });
    case 'deep':
      return message('Line {line}: sections are nested more than 20 deep.', { line });
    case 'long':
      return message('Line {line}: the text becomes longer than 1 MB.', { line });
  }
}

function fill(parts: readonly Part[], around: readonly TemplateValues[], filling: Filling, depth: number): void {
  for (const [kind, name, start, , inside = []] of parts) {
    step(filling, start);
    if (kind === 'text') putOwn(name, start, filling);
    else if (kind === 'name' || kind === '&') put(encoded(found(name, around), filling), start, filling);
    else if (kind === '>') throw new Refused('partial', start);
    else if (kind === '#' || kind === '^') {
      if (depth >= deepest) throw new Refused('deep', start);
      const value = found(name, around);
      if (kind === '^') {
        if (isEmpty(value)) fill(inside, around, filling, depth + 1);
      } else
        for (const each of entries(value)) {
          step(filling, start);
          fill(inside, each === true ? around : [each, ...around], filling, depth + 1);
        }
    }
  }
}

/** A section that writes nothing takes time as well. */
function step(filling: Filling, offset: number): void {
  filling.steps += 1;
  if (filling.steps > mostSteps) throw new Refused('long', offset);
}

/** What stands in the template itself. No value can begin or end a tag, so only this is looked at. */
function putOwn(text: string, offset: number, filling: Filling): void {
  put(text, offset, filling);
  const last = text.slice(Math.max(0, text.lastIndexOf('<')));
  filling.inTag = /^<[a-z][a-z0-9-]*(?:[\s/][^>]*)?$/i.test(last) || (filling.inTag && !text.includes('>'));
}

function put(text: string, offset: number, filling: Filling): void {
  filling.length += text.length;
  if (filling.length > longestOutput) throw new Refused('long', offset);
  filling.out.push(text);
  if (text !== '') filling.atStart = /(?:^|\n)[ \t]*$/.test(text) && (text.includes('\n') || filling.atStart);
}

/** A name of the nearest section that has it; `a.b` looks into what is found. Nothing is found but what the values have of their own. */
function found(name: string, around: readonly TemplateValues[]): TemplateValue {
  const [first = '', ...others] = name.split('.');
  if (name === '.') return undefined;
  const holder = around.find((values) => Object.hasOwn(values, first));
  return others.reduce<TemplateValue>(
    (value, key) => (isValues(value) && Object.hasOwn(value, key) ? value[key] : undefined),
    holder?.[first],
  );
}

function isValues(value: TemplateValue): value is TemplateValues {
  return typeof value === 'object' && !Array.isArray(value);
}

function isEmpty(value: TemplateValue): boolean {
  return (
    value === undefined ||
    value === false ||
    value === '' ||
    value === 0 ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** What a section runs over: each entry of a list, or once; `true` where it names no values of its own. */
function entries(value: TemplateValue): readonly (TemplateValues | true)[] {
  if (isEmpty(value)) return [];
  if (Array.isArray(value)) return value as readonly TemplateValues[];
  return [isValues(value) ? value : true];
}

function encoded(value: TemplateValue, { format, atStart, inTag }: Filling): string {
  if (value === undefined || typeof value === 'object' || typeof value === 'boolean') return '';
  const text = fold(String(value));
  if (format === 'text') return text;
  // Inside a tag nothing of a plan may end an attribute, with or without quotation marks around it.
  if (inTag) return text.replace(/[^\p{L}\p{N}]/gu, (sign) => `&#${sign.codePointAt(0)};`);
  if (format === 'html') return htmlText(text);
  return atStart ? escapeMarkdown(text) : escapeInline(text);
}

/** What the parser says is English and has an offset; a person looks for the line. */
function syntaxMessage(said: string, template: string, lineOf: (offset: number) => number): Message {
  const [, name = '', at = ''] = /^Un(?:closed|opened) section "(.*)" at (\d+)$/s.exec(said) ?? [];
  const [, tag = ''] = /^Unclosed tag at (\d+)$/.exec(said) ?? [];
  const line = lineOf(Number(at || tag || template.length));
  if (said.startsWith('Unclosed section'))
    return message('Line {line}: the section “{name}” that encloses this is not closed here.', {
      line,
      name: fold(name).slice(0, 60),
    });
  if (said.startsWith('Unopened section'))
    return message('Line {line}: the section “{name}” is closed and was not opened.', {
      line,
      name: fold(name).slice(0, 60),
    });
  if (said.startsWith('Unclosed tag')) return message('Line {line}: a tag is not closed.', { line });
  return message('The template cannot be read.');
}
