// Tells which sentences of summaries, requests and invoices lack a translation, and puts the tables l10n/summary.*.json in order.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { collectSentences } from './l10n.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
export const languages = ['de', 'fr', 'es'];

/** The files that make what is sent to others, and those whose reasons they hand on. */
const makers = [
  /^src\/report\/(?:summary|telling|audience|words|request|changeRequest|invoice|document|mermaid|template)\w*\.ts$/,
  /^src\/schedule\/(?:planHealth|planRag|health|looks|looksDates|rag|naming|overload)\.ts$/,
  /^src\/agreement\/(?:fieldWords|payments\w*|exposure\w*)\.ts$/,
];

/** In these files, sentences for the person at the editor only. */
const forTheEditor = /^src\/report\/template\.ts$/;

/** Every sentence that can occur in what is sent to others, sorted. */
export function summarySentences() {
  return collectSentences((path) => makers.some((pattern) => pattern.test(path)) && !forTheEditor.test(path)).sentences;
}

/**
 * @param {string} language
 * @returns {Record<string, string>}
 */
export function tableOf(language) {
  return JSON.parse(readFileSync(join(root, 'l10n', `summary.${language}.json`), 'utf8'));
}

/** The sentences in their order, with what is known of them; what nobody says any more is dropped. */
function tidy() {
  const sentences = summarySentences();
  for (const language of languages) {
    const known = tableOf(language);
    const kept = sentences.filter((sentence) => Object.hasOwn(known, sentence));
    const text = JSON.stringify(Object.fromEntries(kept.map((key) => [key, known[key]])), null, 2);
    writeFileSync(join(root, 'l10n', `summary.${language}.json`), `${text}\n`);
    for (const sentence of sentences.filter((key) => !Object.hasOwn(known, key)))
      console.log(`summary.${language}.json lacks: ${sentence}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) tidy();
