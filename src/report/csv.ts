// Tables as comma-separated text (RFC 4180) that no spreadsheet takes for formulas. Knows no plan.
import { fold } from './plain';

export type CsvCell = { readonly text: string } | { readonly figure: string };

/** Every cell is quoted; lines end in CRLF. A figure is a number or a day that we have written ourselves and stays as it is. */
export function csv(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: CsvCell): string {
  const text = 'figure' in value ? value.figure : harmless(fold(value.text));
  return `"${text.replaceAll('"', '""')}"`;
}

/** What a spreadsheet would begin a formula with, after blanks it does not count; full-width forms included. */
const formula = /^[\s\u00a0\u200b-\u200d\u2060\ufeff']*[=+\-@|\t\r\n＝＋－＠]/u;

/** A quotation mark before it makes a text of it in every spreadsheet. */
function harmless(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}
