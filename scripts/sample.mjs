// A fresh copy of the sample workspace whose lively plan is moved in time, so that it is in the middle of its work today.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheRoot, repoRoot } from './embedded/paths.mjs';

const dayMs = 86_400_000;

/** The Monday of the week in which the plan's story takes place. */
const writtenFor = Date.UTC(2026, 10, 23);

/**
 * Copies the sample workspace anew and returns the copy's path.
 * @param {Date} now
 */
export function freshSample(now) {
  const copy = join(cacheRoot, 'sample-workspace');
  rmSync(copy, { recursive: true, force: true });
  cpSync(join(repoRoot, 'test', 'fixtures', 'sample-workspace'), copy, { recursive: true });
  const plan = join(copy, 'acme', 'website-relaunch.milestones.yaml');
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  writeFileSync(plan, movedBy(readFileSync(plan, 'utf8'), Math.floor((today - writtenFor) / (7 * dayMs))));
  return copy;
}

/**
 * Every date of the text, whole weeks later, so that Mondays stay Mondays.
 * @param {string} text
 * @param {number} weeks may be negative
 */
function movedBy(text, weeks) {
  return text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (date) =>
    new Date(Date.parse(`${date}T00:00Z`) + weeks * 7 * dayMs).toISOString().slice(0, 10),
  );
}
