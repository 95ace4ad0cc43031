// Answers what a gesture of the panel would do, while it is being made: only the newest question, since the others are of days that are past.
import type { Say } from '../base/message';
import { isRefusal } from '../model/refusal';
import type { Move, PanelAudience, ToPanel } from '../protocol/messages';
import { plain } from '../report/plain';
import { type EffectsOf, effectsOf } from '../schedule/effect';
import type { Snapshot } from '../snapshot';
import { findMilestone } from './commandsTargets';
import { changeOf } from './panelActChange';
import type { PlanStore } from './store';

export interface Previews {
  ask(id: number, move: Move): void;
  /** What is not answered yet will not be. */
  stop(): void;
}

export interface PreviewParts {
  readonly store: Pick<PlanStore, 'snapshot'>;
  readonly say: Say;
  /** Whose eyes the page is for now. */
  audience(): PanelAudience;
  post(message: ToPanel): void;
}

const longest = 300;

export function previews({ store, say, audience, post }: PreviewParts): Previews {
  const known = keptEffects();
  let newest: { readonly id: number; readonly move: Move } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const answer = () => {
    timer = undefined;
    const asked = newest;
    newest = undefined;
    const snapshot = store.snapshot;
    const found = asked && snapshot && findMilestone(snapshot, asked.move.ref);
    if (!found) return;
    const change = changeOf(found, asked.move);
    const effect = 'text' in change ? change : known(snapshot, found.plan.uri, audience())(found.milestone, change);
    if ('text' in effect) return post({ type: 'settled', id: asked.id, refused: plain(say(effect), longest) });
    if (isRefusal(effect)) return post({ type: 'settled', id: asked.id, refused: plain(say(effect.message), longest) });
    const { workingDays, says, moved } = effect;
    post({ type: 'effect', id: asked.id, effect: { workingDays, text: plain(say(says), longest), moved } });
  };
  return {
    ask: (id, move) => {
      newest = { id, move };
      // Questions that are waiting in line already come before this runs.
      timer ??= setTimeout(answer, 0);
    },
    stop: () => {
      clearTimeout(timer);
      timer = newest = undefined;
    },
  };
}

/** All questions of one gesture are about the same plans. A client reads nothing of what moves in other projects. */
function keptEffects(): (snapshot: Snapshot, uri: string, audience: PanelAudience) => EffectsOf {
  let kept: { readonly snapshot: Snapshot; readonly name: string; readonly effects: EffectsOf } | undefined;
  return (snapshot, uri, audience) => {
    const name = `${audience} ${uri}`;
    if (kept?.snapshot !== snapshot || kept.name !== name) {
      const plans = snapshot.plans.filter((plan) => audience === 'team' || plan.uri === uri);
      kept = { snapshot, name, effects: effectsOf(plans, snapshot.links, uri) };
    }
    return kept.effects;
  };
}
