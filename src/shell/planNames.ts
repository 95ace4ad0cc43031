// Which names make a file a plan file, and what such a file is called. Knows paths only, always with forward slashes.

/** Whether the file format itself calls a file of this path a plan: `*.milestones.yaml`, or any YAML directly in `.milestones`. */
export function isPlanPath(path: string): boolean {
  return /\.milestones\.ya?ml$/.test(path) || /(^|\/)\.milestones\/[^/]+\.ya?ml$/.test(path);
}

/**
 * `acme` for `clients/acme.milestones.yaml`: the file's part of `acme/id`, and its project's name where none is written.
 * A file that is called nothing but `.milestones.yaml` is named by its folder.
 */
export function planBaseName(path: string): string {
  const [name = '', folder] = path.split('/').reverse();
  return name.replace(/(\.milestones)?\.ya?ml$/, '') || folder || name;
}

/** Folders nobody keeps plans in, and that are too large to look through. */
export const neverLookInto: readonly string[] = [
  'node_modules',
  'bower_components',
  '.git',
  '.hg',
  '.svn',
  '.vscode-test',
];

/** Whether a path lies in one of the folders nobody keeps plans in. */
export function isOverlooked(path: string): boolean {
  return path.split('/').some((part) => neverLookInto.includes(part));
}
