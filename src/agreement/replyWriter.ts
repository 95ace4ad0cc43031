// Who wrote a reply, as far as the mail tells, and which of a plan's people that is. Only ever a suggestion.
import type { Person } from '../model/plan';
import { folded } from './replyTokens';

export interface Writer {
  readonly name?: string;
  readonly email?: string;
}

const longestName = 100;

/** From what stood behind `From:`, else from the lines under the farewell. */
export function writerOf(from: string | undefined, farewell: readonly string[]): Writer | undefined {
  const head = from?.slice(0, 300);
  const email = /[^\s<>()[\],;:"]{1,100}@[^\s<>()[\],;:"]{1,100}/.exec(head ?? farewell.join(' ').slice(0, 600))?.[0];
  const name = head === undefined ? farewell[0] : head.replace(/[<([].*$/, '').replace(/["'*]/g, '');
  const clean = name?.trim().replace(/[,.]$/, '').slice(0, longestName);
  const isName = clean !== undefined && clean !== '' && !clean.includes('@');
  if (!isName && email === undefined) return undefined;
  return { ...(isName ? { name: clean } : {}), ...(email === undefined ? {} : { email: email.toLowerCase() }) };
}

/** The key of the one person it can be: by address, by whole name, by key, or by a first name that only one of them has. */
export function personOf(people: readonly Person[], { name, email }: Writer): string | undefined {
  const byEmail = email === undefined ? [] : people.filter((each) => each.email?.trim().toLowerCase() === email);
  if (byEmail.length > 0) return byEmail.length === 1 ? byEmail[0]?.key : undefined;
  if (name === undefined) return undefined;
  const words = wordsOf(name);
  const whole = words.join(' ');
  const turned = [...words].reverse().join(' ');
  const named = people.filter((each) => [whole, turned].includes(wordsOf(each.name ?? each.key).join(' ')));
  if (named.length > 0) return named.length === 1 ? named[0]?.key : undefined;
  const byKey = people.filter((each) => folded(each.key) === whole);
  if (byKey.length === 1) return byKey[0]?.key;
  const first = words.length === 1 ? people.filter((each) => wordsOf(each.name ?? '')[0] === whole) : [];
  return first.length === 1 ? first[0]?.key : undefined;
}

function wordsOf(name: string): readonly string[] {
  return (name.slice(0, longestName).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map(folded);
}
