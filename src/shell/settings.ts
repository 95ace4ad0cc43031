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

/** How problems are shown; may differ between the folders of a workspace. */
export interface ProblemSettings {
  /** How hints on the quality of a plan are shown. */
  readonly quality: (typeof qualities)[number];
  /** Codes that are not shown, or the beginnings of codes with a star behind them. */
  readonly ignored: readonly string[];
}

const qualities = ['hint', 'information', 'off'] as const;

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

/** As they are for one folder of the workspace, or for files outside of it. */
export function readProblemSettings(folder: vscode.Uri | undefined): ProblemSettings {
  const stored = vscode.workspace.getConfiguration(section, folder ?? null);
  const quality: unknown = stored.get('planQuality');
  return {
    quality: qualities.find((known) => known === quality) ?? 'hint',
    ignored: codes(stored.get('ignoredProblems')),
  };
}

/** Nothing but words that could be codes; a lone star would hide whatever is ever added. */
function codes(stored: unknown): readonly string[] {
  if (!Array.isArray(stored)) return [];
  const isCode = (code: unknown): code is string =>
    typeof code === 'string' && code.length <= 100 && /^[\w.]+\*?$/.test(code);
  return stored.filter(isCode).slice(0, 100);
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
