// What the YAML language server of Red Hat does already with our contributed schema, so that we do not say it a second time. Knows no feature of ours.
import * as vscode from 'vscode';
import type { ProblemCode } from '../model/codes';
import { isPlanPath } from './planNames';

const redHatId = 'redhat.vscode-yaml';

/**
 * Whether Red Hat's extension offers what our schema says about this document: it runs, is a language server, knows the document as a plan, and
 * was not told to leave this out. Ask each time: it may start after us, and its settings change.
 */
export function redHatHelps(what: 'completion' | 'hover', resource: vscode.Uri): boolean {
  return isServing() && isPlanPath(resource.path) && isOn(what, resource);
}

/** An extension that is still starting exports nothing, and a stand-in of the same name has no contributors of schemas. */
function isServing(): boolean {
  const extension: vscode.Extension<unknown> | undefined = vscode.extensions.getExtension(redHatId);
  if (!extension?.isActive) return false;
  const { exports } = extension;
  return (
    typeof exports === 'object' &&
    exports !== null &&
    'registerContributor' in exports &&
    typeof exports.registerContributor === 'function'
  );
}

function isOn(what: string, resource: vscode.Uri): boolean {
  return vscode.workspace.getConfiguration('yaml', resource).get<unknown>(what) !== false;
}

/** What a document is told by Red Hat's server now: mistakes in its YAML, and what our schema finds. */
export function redHatDiagnostics(resource: vscode.Uri): readonly vscode.Diagnostic[] {
  const all = vscode.languages.getDiagnostics(resource);
  const theirs = all.filter(({ source }) => source !== undefined && /^yaml(?:$|-schema\b)/i.test(source));
  return theirs.length > 0 && isServing() ? theirs : [];
}

/**
 * What a schema or a YAML parser can find too. A merge conflict is not among them: of its many syntax errors none says what it is. Nor is a tag
 * or an anchor, of which only ours says what it costs the plan.
 */
const foundByBoth: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'yaml.syntax',
  'key.duplicate',
  'alias.unknown',
  'plan.type',
  'milestone.type',
  'type.invalid',
  'title.missing',
  'field.missing',
  'text.invalid',
  'date.invalid',
  'range.invalid',
  'duration.invalid',
  'percent.invalid',
  'money.invalid',
  'number.invalid',
  'boolean.invalid',
  'status.invalid',
  'enum.invalid',
  'currency.invalid',
  'id.invalid',
]);

/** Of these the place differs: a parser notices late, and what is missing is missing anywhere in a group. */
const ofTheLine: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['yaml.syntax', 'title.missing', 'field.missing']);

/** Whether one of Red Hat's diagnostics says the same about the same place. */
export function isSaidBy(theirs: readonly vscode.Diagnostic[], code: ProblemCode, range: vscode.Range): boolean {
  if (!foundByBoth.has(code)) return false;
  return theirs.some((other) =>
    ofTheLine.has(code)
      ? other.range.start.line <= range.end.line && other.range.end.line >= range.start.line
      : other.range.intersection(range) !== undefined,
  );
}
