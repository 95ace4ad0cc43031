// Places in a text, moved to where the same characters stand in a longer one. Knows no text.
import type { Span } from '../base/text';
import type { Places } from './planFile';
import type { Problem } from './problem';

export function shift({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

export function shiftProblem(problem: Problem, by: number): Problem {
  return { ...problem, span: shift(problem.span, by) };
}

export function shiftPlaces(places: Places, by: number): Places {
  const move = (span: Span) => shift(span, by);
  const { predecessors, criteria, completions, payment, approvals } = places;
  // Every place there is, so that a new one cannot be left where it was.
  const moved: { readonly [K in keyof Required<Places>]: Places[K] | undefined } = {
    span: move(places.span),
    title: move(places.title),
    fields: new Map([...places.fields].map(([name, span]) => [name, move(span)])),
    items: new Map([...places.items].map(([name, spans]) => [name, spans.map(move)])),
    predecessors: predecessors?.map(move),
    criteria: criteria?.map(move),
    completions: completions?.size ? new Map([...completions].map(([at, span]) => [at, move(span)])) : completions,
    payment: payment?.size ? new Map([...payment].map(([name, span]) => [name, move(span)])) : payment,
    approvals: approvals?.length ? approvals.map(move) : approvals,
  };
  return moved as Places;
}
