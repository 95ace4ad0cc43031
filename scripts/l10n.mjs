// Collects every sentence a person can see from the source, writes l10n/bundle.l10n.json, the list that translations follow, and tells what they lack.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Which arguments of which calls are sentences: of the functions of base/message, and of the editor's own. */
const ofMessages = new Map([
  ['message', [0]],
  ['counted', [1, 2]],
]);
const ofEditor = new Map([['vscode.l10n.t', [0]]]);

/** Where a sentence may come from elsewhere: the calls' own definitions, and the hand-over of sentences collected here. */
const passingOn = new Set(['src/base/message.ts', 'src/shell/say.ts', 'src/shell/panelWords.ts']);

/** Constant lists whose entries are sentences. */
const lists = new Set(['panelWords']);

/**
 * Every sentence of the source, or of those of its files that are wanted, sorted, and every call whose sentence is not a literal.
 * @param {(path: string) => boolean} wanted
 * @returns {{ sentences: string[], mistakes: string[] }}
 */
export function collectSentences(wanted = () => true) {
  /** @type {Set<string>} */
  const sentences = new Set();
  /** @type {string[]} */
  const mistakes = [];
  for (const path of sourceFiles('src').filter(wanted)) {
    const file = ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.ES2022, true);
    const calls = new Map([...ofEditor, ...[...ofMessages].filter(([name]) => imported(file).has(name))]);
    /** @param {ts.Node} node */
    const visit = (node) => {
      if (ts.isCallExpression(node))
        fromCall(node, calls.get(node.expression.getText()) ?? [], { path, sentences, mistakes });
      if (ts.isVariableDeclaration(node) && lists.has(node.name.getText())) fromList(node, sentences);
      node.forEachChild(visit);
    };
    visit(file);
  }
  return { sentences: [...sentences].sort(), mistakes };
}

/** The text of the list for translators: each sentence by itself. */
export function bundleText() {
  const { sentences } = collectSentences();
  return `${JSON.stringify(Object.fromEntries(sentences.map((sentence) => [sentence, sentence])), null, 2)}\n`;
}

/**
 * The names a file has from base/message; another function of the same name is none of our business.
 * @param {ts.SourceFile} file
 */
function imported(file) {
  return new Set(
    file.statements.flatMap((statement) => {
      if (!ts.isImportDeclaration(statement) || !/\/message['"]$/.test(statement.moduleSpecifier.getText())) return [];
      const bindings = statement.importClause?.namedBindings;
      return bindings && ts.isNamedImports(bindings) ? bindings.elements.map((element) => element.name.text) : [];
    }),
  );
}

/**
 * @param {ts.CallExpression} call
 * @param {readonly number[]} positions
 * @param {{ path: string, sentences: Set<string>, mistakes: string[] }} found
 */
function fromCall(call, positions, { path, sentences, mistakes }) {
  for (const position of positions) {
    const argument = call.arguments[position];
    if (argument && ts.isStringLiteralLike(argument)) sentences.add(argument.text);
    else if (!passingOn.has(path)) mistakes.push(`${path}: ${call.getText().slice(0, 80)}`);
  }
}

/**
 * @param {ts.VariableDeclaration} declaration
 * @param {Set<string>} sentences
 */
function fromList(declaration, sentences) {
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isStringLiteralLike(node)) sentences.add(node.text);
    node.forEachChild(visit);
  };
  if (declaration.initializer) visit(declaration.initializer);
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function sourceFiles(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sourceFiles(path);
    return path.endsWith('.ts') ? [path] : [];
  });
}

/** Puts every translation into the order of the list, drops what nobody says any more and tells what is missing. */
function tidyTranslations() {
  const { sentences } = collectSentences();
  for (const name of readdirSync(join(root, 'l10n')).filter((file) => /^bundle\.l10n\.\w+\.json$/.test(file))) {
    const path = join(root, 'l10n', name);
    /** @type {Record<string, string>} */
    const known = JSON.parse(readFileSync(path, 'utf8'));
    const kept = sentences.filter((sentence) => Object.hasOwn(known, sentence));
    writeFileSync(path, `${JSON.stringify(Object.fromEntries(kept.map((key) => [key, known[key]])), null, 2)}\n`);
    for (const sentence of sentences.filter((key) => !kept.includes(key))) console.log(`${name} lacks: ${sentence}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(join(root, 'l10n', 'bundle.l10n.json'), bundleText());
  tidyTranslations();
}
