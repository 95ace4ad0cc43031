// Names that look the same although they are not. Knows letters, no field.

/** The name as the eye sees it: names that look the same have the same. Letters of other alphabets only where they look exactly like a Latin one. */
export function looks(name: string): string {
  if (isAscii(name)) return name;
  let seen = '';
  for (const letter of name.normalize('NFC')) if (!/\p{Cf}/u.test(letter)) seen += twins.get(letter) ?? letter;
  return seen;
}

/** Names of these alone look different as long as they are. */
export function isAscii(name: string): boolean {
  return /^[\0-\x7f]*$/.test(name);
}

const cyrillic = ['аеорсухіјѕһԁԛԝАВЕКМНОРСТХІЈЅ', 'aeopcyxijshdqwABEKMHOPCTXIJS'] as const;
const greek = ['οΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'oABEZHIKMNOPTYX'] as const;

const twins: ReadonlyMap<string, string> = new Map(
  [cyrillic, greek].flatMap(([from, to]) =>
    [...from].map((letter, at): [string, string] => [letter, to[at] ?? letter]),
  ),
);
