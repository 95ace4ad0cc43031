// Figures as Markdown tables on standard output.

/** @param {readonly (string | number)[]} head @param {readonly (readonly (string | number | undefined)[])[]} lines */
export function table(head, lines) {
  console.log(`| ${head.join(' | ')} |\n|${head.map(() => '---:').join('|')}|`);
  for (const line of lines) console.log(`| ${line.map((cell) => cell ?? '–').join(' | ')} |`);
  console.log('');
}

/** @param {number} value */
export function ms(value) {
  return value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en');
}

/** @param {number} value */
export function ratio(value) {
  return `${value.toFixed(value < 10 ? 1 : 0)} ×`;
}
