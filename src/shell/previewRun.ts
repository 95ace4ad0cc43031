// What the buttons of the preview do: the same as the commands, with the summary that is shown.
import type { PageAction } from '../protocol/summaryPage';
import type { CommandParts, Outcome } from './commandsCore';
import { copyMarkdown, copyText, saveHtml } from './commandsSummary';
import { issue } from './commandsSummaryIssue';
import { withChances } from './summaryChances';
import { type MadeSummary, makeSummary } from './summaryMake';

/** Completed by what simulations find, which the page does not wait for. */
export async function runFromPreview(parts: CommandParts, action: PageAction, shown: MadeSummary): Promise<Outcome> {
  const made = await makeSummary(parts, await withChances(shown.snapshot), shown.choice);
  if ('text' in made) return made;
  if (action === 'markdown') return copyMarkdown(parts, made);
  if (action === 'text') return copyText(parts, made);
  return action === 'html' ? saveHtml(parts, made) : issue(parts, made);
}
