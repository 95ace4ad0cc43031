// The settings as checked values. A workspace's own settings file is hostile input: whatever is out of range becomes the default.
import * as vscode from 'vscode';

export const section = 'milepost';

export interface Settings {
  /** Globs of plan files, relative to each workspace folder. */
  readonly files: readonly string[];
  /** Globs of what is never looked into, besides `node_modules` and the folders of version control. */
  readonly exclude: readonly string[];
  /** Bytes; between 1 and 5 MiB. */
  readonly maxFileBytes: number;
  /** Calendar days before a due date from which a milestone counts as due soon; 0 to 365. */
  readonly dueSoonDays: number;
  /** Whether a document without unsaved changes is saved after one of our edits. */
  readonly saveAfterEdit: boolean;
}

/** The globs of the file format. */
export const formatGlobs: readonly string[] = ['**/*.milestones.{yaml,yml}', '**/.milestones/*.{yaml,yml}'];

export function readSettings(): Settings {
  const stored = vscode.workspace.getConfiguration(section);
  return {
    files: globs(stored.get('files')) ?? formatGlobs,
    exclude: globs(stored.get('exclude')) ?? [],
    maxFileBytes: number(stored.get('maxFileSize'), 1, 5, 1) * 1024 * 1024,
    dueSoonDays: Math.trunc(number(stored.get('dueSoonDays'), 0, 365, 7)),
    saveAfterEdit: stored.get('saveAfterEdit') !== false,
  };
}

/** Only the globs that stay inside a workspace folder and that cannot expand without measure. */
function globs(stored: unknown): readonly string[] | undefined {
  if (!Array.isArray(stored)) return undefined;
  return stored.filter((glob): glob is string => typeof glob === 'string' && isTame(glob)).slice(0, 20);
}

function isTame(glob: string): boolean {
  if (glob === '' || glob.length > 200 || /^[/\\~]|^\w:/.test(glob)) return false;
  if (glob.split(/[/\\]/).includes('..')) return false;
  return (glob.match(/\{/g) ?? []).length <= 3 && (glob.match(/\*\*/g) ?? []).length <= 4;
}

function number(stored: unknown, least: number, most: number, otherwise: number): number {
  return typeof stored === 'number' && stored >= least && stored <= most ? stored : otherwise;
}
