// A strict reader of XML for tests: throws at whatever a conforming parser would refuse, and knows nothing that pictures do not use.

export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (XmlElement | string)[];
}

const name = '[A-Za-z][A-Za-z0-9:-]*';
const tag = new RegExp(`^<(/?)(${name})((?: ${name}="[^"<]*")*)(/?)>`);

export function readXml(text: string): XmlElement {
  const root: XmlElement = { name: '', attributes: new Map(), children: [] };
  const open: XmlElement[] = [root];
  for (let at = 0; at < text.length; ) {
    const inside = open.at(-1);
    if (!inside) throw new Error(`Text after the end at ${at}`);
    if (text[at] !== '<') {
      const end = text.indexOf('<', at);
      if (end < 0) throw new Error('Text outside of the root');
      inside.children.push(decoded(text.slice(at, end)));
      at = end;
      continue;
    }
    const found = tag.exec(text.slice(at, at + 200_000));
    if (!found) throw new Error(`No tag at ${at}: ${text.slice(at, at + 60)}`);
    const [whole, closes, called = '', written = '', alone] = found;
    at += whole.length;
    if (closes) {
      if (open.pop()?.name !== called || written !== '' || alone) throw new Error(`Wrong end tag ${called} at ${at}`);
      continue;
    }
    const made: XmlElement = { name: called, attributes: attributesOf(written), children: [] };
    inside.children.push(made);
    if (!alone) open.push(made);
  }
  const [only, ...more] = root.children;
  if (open.length !== 1 || more.length > 0 || !only || typeof only === 'string') throw new Error('Not one root');
  return only;
}

function attributesOf(written: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, called = '', value = ''] of written.matchAll(new RegExp(` (${name})="([^"]*)"`, 'g'))) {
    if (found.has(called)) throw new Error(`Two attributes ${called}`);
    found.set(called, decoded(value));
  }
  return found;
}

const allowed = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;

function decoded(text: string): string {
  if (!allowed.test(text)) throw new Error(`Not a text of XML: ${JSON.stringify(text.slice(0, 60))}`);
  const plain = text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
  if (/&/.test(text.replace(/&#\d+;/g, ''))) throw new Error(`A sign that is not encoded: ${text.slice(0, 60)}`);
  return plain;
}

export function* elementsOf(root: XmlElement): Generator<XmlElement> {
  yield root;
  for (const child of root.children) if (typeof child !== 'string') yield* elementsOf(child);
}

export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
