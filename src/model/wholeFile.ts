// What can only be said of a plan file as a whole: of all its characters, of all its ids, and what its comments silence. Knows no field.
import { message } from '../base/message';
import type { Span } from '../base/text';
import { characterProblems } from './characters';
import type { Loaded } from './load';
import { isAscii, looks } from './lookalike';
import type { Plan } from './plan';
import { allMilestones, type Places } from './planFile';
import type { Problem } from './problem';
import { type Silence, silencesOf } from './silence';

export interface Whole {
  /** In no order. */
  readonly problems: readonly Problem[];
  readonly silences: readonly Silence[];
}

/** A text that is no YAML has one problem only, and no comments. */
export function wholeFile(
  { text, comments, document }: Pick<Loaded, 'text' | 'comments' | 'document'>,
  plan: Plan | undefined,
  places: ReadonlyMap<string, Places>,
): Whole {
  if (!document) return { problems: [], silences: [] };
  const { problems, silences } = silencesOf(text, comments);
  return {
    problems: [...problems, ...characterProblems(text), ...(plan ? lookalikes(plan, places) : [])],
    silences,
  };
}

function lookalikes(plan: Plan, places: ReadonlyMap<string, Places>): readonly Problem[] {
  const all = [...allMilestones(plan.milestones)];
  if (all.every(({ id }) => isAscii(id))) return [];
  const seen = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { id, key } of all) {
    const look = looks(id);
    const other = seen.get(look);
    const place = places.get(key);
    if (other === undefined) seen.set(look, id);
    else if (other !== id && place) problems.push(lookalike(place.fields.get('id') ?? place.title, id));
  }
  return problems;
}

function lookalike(span: Span, id: string): Problem {
  const said = message(
    'Another milestone above has an id that looks like {id}, but is written with other letters. Give this one an id of its own.',
    { id },
  );
  return { code: 'id.lookalike', severity: 'warning', message: said, span };
}
