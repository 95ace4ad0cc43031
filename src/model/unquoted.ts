// Plain words that other YAML readers take for something else than a text. Knows no field.
import { message } from '../base/message';
import { wordInstead } from './instead';
import { report, type Written } from './reading';
import { doubleQuoted } from './spliceScalar';

/** `yaml.unquoted`: here the value is kept as it is written, but another program that saves the file would write something else. */
export function hintUnquoted({ word, cell, reading }: Written): void {
  const { text, quoted } = word;
  if (quoted || !isMistakable(text) || cell.node?.tag !== undefined) return;
  // Not where the value only comes from an alias: it has its hint where it stands.
  if (wordInstead(reading.loaded.text, cell.span, text, text) === undefined) return;
  const said = /^[\d.+-]/.test(text)
    ? message(
        'Other programs take {text} for a number and would write it back differently. Put it in quotation marks.',
        {
          text,
        },
      )
    : message('Other programs take {text} for yes, no or nothing instead of a word. Put it in quotation marks.', {
        text,
      });
  const instead = doubleQuoted(text);
  report(reading, { code: 'yaml.unquoted', span: cell.span, message: said, severity: 'hint', instead });
}

/** Whether a plain value is a number, a boolean or nothing to a reader of YAML 1.1 or 1.2 and is not written that way by them. */
export function isMistakable(text: string): boolean {
  if (text.length > 40) return false;
  if (words.test(text)) return true;
  if (!/^[-+.\d]/.test(text)) return false;
  if (decimal.test(text)) return String(Number(text)) !== text;
  return others.some((number) => number.test(text));
}

/** `true` and `false` are written back as they are; `null` is one of these where it is a name. */
const words = /^(?:y|Y|n|N|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF|True|TRUE|False|FALSE|null|Null|NULL)$/;

const decimal = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;
const others: readonly RegExp[] = [
  /^[-+]?0x[\da-fA-F_]+$/,
  /^[-+]?0o?[0-7_]+$/,
  /^[-+]?0b[01_]+$/,
  // `1_000`, and `12:30`, which is 750 to YAML 1.1.
  /^[-+]?\d[\d_]*(?:\.[\d_]*)?$/,
  /^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?$/,
  /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
];
