// The problem of an approval that is about a text the plan does not hold any more. Knows no editor.
import { type Message, message } from '../base/message';
import type { Plan } from '../model/plan';
import type { Places } from '../model/planFile';
import type { Problem } from '../model/problem';
import type { MilestoneConsent } from './consents';
import { shortCodeOf } from './digest';
import { changedWords } from './fieldWords';

/** At the milestone's approvals, where what is not true any more stands. */
export function staleProblem(plan: Plan, consent: MilestoneConsent, { fields, title }: Places): Problem {
  const span = fields.get('approvals') ?? title;
  return { code: 'approval.stale', severity: 'warning', message: staleSentence(plan, consent), span };
}

/** Who approved what, and what has changed since. */
export function staleSentence({ people, currency }: Plan, { decision, differences }: MilestoneConsent): Message {
  const by = decision?.by ?? '';
  const name = people.find(({ key }) => key === by)?.name ?? by;
  const code = shortCodeOf(decision?.digest ?? '');
  const what =
    code === undefined
      ? message('{name} approved another text than this one', { name })
      : message('{name} approved another text than this one ({code})', { name, code });
  const when =
    decision?.on === undefined
      ? what
      : message('{what} on {day}', { what, day: { day: decision.on, style: 'medium' } });
  return differences
    ? message('{when}. Changed since: {changed}.', { when, changed: changedWords(differences, currency) })
    : message('{when}. That text is not kept, so what has changed is not known.', { when });
}
