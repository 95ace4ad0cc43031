// What the evidence of acceptance criteria is worth: asserted, evidenced, verified or stale. Reads no file; what was found out comes as facts.
import type { Criterion, Milestone } from '../model/plan';

export const evidenceStates = ['asserted', 'evidenced', 'verified', 'stale'] as const;
/** Asserted: nothing is cited. Evidenced: something is, but nobody could tell whether it holds. Verified: all of it is there as it was. Stale: some of it is not. */
export type EvidenceState = (typeof evidenceStates)[number];

/** What a look at one citation found. */
export type Finding =
  /** The file is there; whether it is as it was when the criterion was ticked is not known. */
  | 'present'
  /** There, and as it was when the criterion was ticked; of a commit or a tag: reachable. */
  | 'unchanged'
  | 'missing'
  /** Changed since the criterion was ticked. */
  | 'changed'
  /** A commit or tag that the current branch does not hold. */
  | 'unreachable'
  /** A path that leads out of the workspace; it was not looked at. */
  | 'outside'
  /** Nobody has looked, or nobody can: an address, no trust, no Git. */
  | 'unknown';

export type Citation =
  | { readonly kind: 'path'; readonly text: string; readonly path: string }
  | { readonly kind: 'url'; readonly text: string }
  | { readonly kind: 'commit'; readonly text: string; readonly hash: string }
  | { readonly kind: 'tag'; readonly text: string; readonly name: string }
  /** Neither an address nor a path inside the workspace. */
  | { readonly kind: 'outside'; readonly text: string };

/** What a text under `evidence` cites: `https:` addresses, `tag:v1`, `commit:1a2b3c4` or 7 to 40 hexadecimal digits, else a path from the plan's folder. */
export function citationOf(text: string): Citation {
  const cited = text.trim();
  const [, prefix, name] = /^(tag|commit):\s*(\S+)$/i.exec(cited) ?? [];
  if (prefix !== undefined && name !== undefined) {
    if (name.startsWith('-')) return { kind: 'outside', text };
    if (prefix.toLowerCase() === 'tag') return { kind: 'tag', text, name };
    return isHash(name) ? { kind: 'commit', text, hash: name.toLowerCase() } : { kind: 'outside', text };
  }
  if (isHash(cited) && /\d/.test(cited)) return { kind: 'commit', text, hash: cited.toLowerCase() };
  if (/^https?:\/\//i.test(cited)) return { kind: 'url', text };
  const path = insidePath(cited);
  return path === undefined ? { kind: 'outside', text } : { kind: 'path', text, path };
}

function isHash(text: string): boolean {
  return /^[0-9a-f]{7,40}$/i.test(text);
}

/**
 * A relative path with `/` between its parts; `undefined` for one that is absolute, climbs out with `..`, names a drive, a share, a home or a scheme,
 * or holds a variable or a control character.
 */
function insidePath(text: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about.
  if (text === '' || text.length > 1024 || /^[/\\~]|[\u0000-\u001f\u007f]|\$\{|^[a-z][a-z0-9+.-]*:/i.test(text))
    return undefined;
  const parts = text.split(/[/\\]/).filter((part) => part !== '' && part !== '.');
  return parts.length === 0 || parts.includes('..') ? undefined : parts.join('/');
}

export interface CitedFinding {
  readonly citation: Citation;
  readonly finding: Finding;
}

export interface CriterionEvidence {
  /** Its position in the list. */
  readonly criterion: number;
  readonly state: EvidenceState;
  readonly cited: readonly CitedFinding[];
}

/** What is known of the texts cited by a criterion; `undefined` where nobody has looked. */
export type EvidenceFacts = (key: string, criterion: number, text: string) => Finding | undefined;

/** One for each criterion that is ticked, in order. An open one has nothing to prove yet. */
export function evidenceOf({ key, acceptanceCriteria }: Milestone, facts: EvidenceFacts): readonly CriterionEvidence[] {
  return acceptanceCriteria.flatMap((criterion, at): CriterionEvidence[] => {
    if (!criterion.done) return [];
    const cited = citedBy(criterion).map(
      (citation): CitedFinding => ({ citation, finding: findingOf(citation, facts(key, at, citation.text)) }),
    );
    return [{ criterion: at, state: stateOf(cited), cited }];
  });
}

export function citedBy({ evidence }: Criterion): readonly Citation[] {
  return evidence.map(citationOf);
}

/** An address is never opened, so nothing is ever known of one. */
function findingOf({ kind }: Citation, found: Finding | undefined): Finding {
  if (kind === 'outside') return 'outside';
  return kind === 'url' ? 'unknown' : (found ?? 'unknown');
}

const broken: ReadonlySet<Finding> = new Set<Finding>(['missing', 'changed', 'unreachable', 'outside']);

function stateOf(cited: readonly CitedFinding[]): EvidenceState {
  if (cited.length === 0) return 'asserted';
  if (cited.some(({ finding }) => broken.has(finding))) return 'stale';
  return cited.every(({ finding }) => finding === 'unchanged') ? 'verified' : 'evidenced';
}
