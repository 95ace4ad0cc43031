// How a sentence about one milestone names another one and its people. Knows no day.
import { type MessageArgument, message } from '../base/message';
import type { Plan } from '../model/plan';
import type { Named } from './facts';

/** The title, with the project where that is another one, and the owner where that is somebody else. */
export function titled({ milestone, plan }: Named, speaker: Named): MessageArgument {
  const { title } = milestone;
  const own = nameIn(plan, milestone.owner);
  const owner = own === nameIn(speaker.plan, speaker.milestone.owner) ? undefined : own;
  const { project } = plan;
  if (plan !== speaker.plan) {
    return owner === undefined
      ? message('{title} of {project}', { title, project })
      : message('{title} of {project} (owner: {owner})', { title, project, owner });
  }
  return owner === undefined ? title : message('{title} (owner: {owner})', { title, owner });
}

/** Who a key of `people` stands for: the name, else the role, else the key as written. */
export function nameIn<Key extends string | undefined>({ people }: Plan, key: Key): string | Key {
  const person = key === undefined ? undefined : people.find((known) => known.key === key);
  return person?.name ?? person?.role ?? key;
}
