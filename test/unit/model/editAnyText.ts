// Plan files as nobody would write them: every value in a random one of the many ways YAML has, with comments and blanks wherever they may stand.

type Value = string | null | readonly Value[] | ReadonlyMap<string, Value>;

const words =
  `Alpha|beta|Gamma ray|x|Two, three|It's|a: b|C #1|# d|{e}|[f]|- g|Größe|2026|yes|"q"|*h|&i|!j|%k|@l|\`m|> o|? p|q?|r:s|t\\u`.split(
    '|',
  );
const statuses = ['planned', 'in-progress', 'submitted', 'done', 'on-hold', 'cancelled', 'bad'];

/** The same text for the same seed. */
export function anyPlanText(seed: number): string {
  const writer = new Writer(seed);
  const { chance } = writer;
  const plan: [string, Value][] = [['milestones', writer.several(1, 3, () => writer.milestone(2))]];
  if (chance(0.8)) plan.unshift(['project', writer.word()]);
  if (chance(0.3)) plan.push(['x-end', writer.word()]);
  const value = new Map(plan);
  let text = chance(0.1) ? writer.flow(value, 0) : (chance(0.2) ? '# head\n---\n' : '') + writer.lines(value, 0);
  if (chance(0.8)) text += '\n';
  if (text.endsWith('\n') && chance(0.1)) text += '# tail';
  if (chance(0.1)) text += `${text.endsWith('\n') ? '' : '\n'}...\n`;
  if (chance(0.2)) text = text.replaceAll('\n', '\r\n');
  return chance(0.1) ? `\ufeff${text}` : text;
}

/** Lives as long as one text is written; remembers which ids and anchors are taken. */
class Writer {
  private ids = 0;
  private anchors = 0;

  constructor(private state: number) {}

  private random(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  readonly chance = (of: number): boolean => this.random() < of;
  private readonly upTo = (count: number): number => Math.floor(this.random() * count);
  private readonly one = <T>(values: readonly T[], otherwise: T): T => values[this.upTo(values.length)] ?? otherwise;
  private readonly spaces = (count: number): string => ' '.repeat(count);

  several<T>(least: number, most: number, make: () => T): T[] {
    return Array.from({ length: least + this.upTo(most - least + 1) }, make);
  }

  word(): string {
    return this.one(words, 'Z');
  }

  private date(): string {
    return `2026-0${1 + this.upTo(9)}-${10 + this.upTo(19)}`;
  }

  private some(fields: readonly (readonly [string, number, () => Value])[]): [string, Value][] {
    return fields.flatMap(([name, likely, make]): [string, Value][] => (this.chance(likely) ? [[name, make()]] : []));
  }

  private orNothing(value: string): Value {
    return this.chance(0.15) ? null : value;
  }

  milestone(depth: number): Value {
    const entries = this.some([
      ['title', 1, () => this.word()],
      ['id', 0.4, () => `m${this.ids++}`],
      ['due', 0.5, () => this.orNothing(this.date())],
      ['status', 0.3, () => this.orNothing(this.one(statuses, ''))],
      ['completed', 0.35, () => this.orNothing(this.date())],
      ['started', 0.2, () => this.date()],
      ['progress', 0.2, () => this.one(['40', '40%', '0', 'x'], '')],
      ['description', 0.3, () => this.word()],
      ['x-own', 0.3, () => this.one<Value>([null, 'a', ['b', 'c'], new Map([['d', 'e']])], null)],
      ['tasks', 0.3, () => this.several(0, 3, () => this.entry('title'))],
      ['acceptanceCriteria', 0.3, () => this.several(0, 2, () => this.entry('text'))],
      ['approvals', 0.3, () => this.some3(() => this.approval())],
      ['amount', 0.1, () => '4000'],
      ['payment', 0.3, () => this.one<Value>([null, this.payment(), this.payment()], null)],
      ['changes', 0.2, () => this.some3(() => new Map([['field', 'due']]))],
      ['milestones', depth > 0 ? 0.35 : 0, () => this.several(1, 3, () => this.milestone(depth - 1))],
    ]);
    return new Map(this.chance(0.6) ? entries : entries.sort(() => this.random() - 0.5));
  }

  private some3(make: () => Value): Value {
    return this.chance(0.1) ? null : this.several(0, 3, make);
  }

  private approval(): Value {
    const entries = this.some([
      ['by', 1, () => 'ana'],
      ['decision', 1, () => this.one(['approved', 'rejected', 'bad'], '')],
      ['on', 0.6, () => this.date()],
      ['digest', 0.4, () => 'v1:sha256:3f9a'],
      ['note', 0.3, () => this.word()],
    ]);
    return new Map(entries);
  }

  private payment(): Value {
    const entries = this.some([
      ['state', 0.8, () => this.orNothing(this.one(['unfunded', 'funded', 'submitted', 'approved', 'disputed'], ''))],
      ['funded', 0.4, () => this.orNothing(this.date())],
      ['submitted', 0.4, () => this.date()],
      ['approved', 0.4, () => this.date()],
      ['x-own', 0.2, () => this.word()],
      ['invoice', 0.2, () => this.word()],
    ]);
    return new Map(entries.sort(() => this.random() - 0.5));
  }

  private entry(name: string): Value {
    if (this.chance(0.4)) return this.word();
    const entries = this.some([
      [name, 1, () => this.word()],
      ['done', 0.5, () => this.orNothing(this.one(['true', 'false'], ''))],
      ['completed', 0.3, () => this.date()],
      ['x-own', 0.2, () => this.one<Value>([null, 'q', ['a']], null)],
    ]);
    return new Map(entries.sort(() => this.random() - 0.5));
  }

  private blanks(): string {
    return this.one(['', '', '', ' ', '  ', '\t'], '');
  }

  private comment(): string {
    return this.chance(0.15) ? this.one(['  # c', ' # : { [', '\t# d', ' #'], '') : this.blanks();
  }

  private anchor(likely: number): string {
    return this.chance(likely) ? `&z${this.anchors++} ` : '';
  }

  private quoted(value: string): string {
    const kind = this.random();
    if (kind < 0.6 && /^[A-Za-z0-9][\w ./-]*$/.test(value)) return value;
    return kind < 0.8 ? `'${value.replaceAll("'", "''")}'` : JSON.stringify(value);
  }

  /** A single value with what may stand behind it on its line. */
  private single(value: string, indent: number): string {
    const kind = this.random();
    const inner = this.spaces(indent + 1 + this.upTo(3));
    if (kind < 0.1) {
      const more = this.chance(0.3) ? `\n\n${inner}more` : '';
      return `${this.one(['|', '>', '|-', '>-', '|+', '>+'], '|')}${this.comment()}\n${inner}${value}${more}${'\n'.repeat(this.upTo(3))}`;
    }
    if (kind < 0.15 && /^[A-Za-z]+ [a-z]+$/.test(value)) return value.replace(' ', `\n${inner}`) + this.comment();
    return (kind < 0.2 ? `\n${inner}` : '') + this.quoted(value) + this.comment();
  }

  flow(value: Value, indent: number): string {
    if (value === null) return '';
    if (typeof value === 'string') return this.anchor(0.04) + (this.chance(0.03) ? '!!str ' : '') + this.quoted(value);
    const inner = indent + 1 + this.upTo(3);
    const isList = Array.isArray(value);
    const parts = value instanceof Map ? [...value].map(([name, part]) => this.flowPair(name, part, inner)) : [];
    if (isList) parts.push(...value.map((part) => this.flow(part, inner) || '~'));
    const [open, close] = isList ? ['[', ']'] : ['{', '}'];
    if (parts.length > 0 && this.chance(0.2)) {
      const line = () => `${this.comment()}\n${this.spaces(inner)}`;
      return (
        open +
        line() +
        parts.map((part, at) => part + (at < parts.length - 1 || this.chance(0.4) ? ',' : '')).join(line()) +
        line() +
        close
      );
    }
    const last = parts.length > 0 && this.chance(0.1) ? ',' : '';
    return (
      open +
      this.gap(inner) +
      parts.map((part, at) => (at > 0 ? `,${this.gap(inner)}${part}` : part)).join('') +
      last +
      this.gap(inner) +
      close
    );
  }

  private flowPair(name: string, value: Value, indent: number): string {
    const written = this.flow(value, indent);
    return `${this.chance(0.1) ? JSON.stringify(name) : name}:${written === '' ? this.one(['', ' '], '') : ` ${written}`}`;
  }

  private gap(indent: number): string {
    const kind = this.random();
    if (kind < 0.03) return ` # fc\n${this.spaces(indent)}`;
    if (kind < 0.14) return `\n${this.spaces(indent)}`;
    return kind < 0.25 ? '  ' : kind < 0.5 ? '' : ' ';
  }

  /** A list or a map on lines, the first of which is begun already. */
  lines(value: ReadonlyMap<string, Value> | readonly Value[], indent: number): string {
    const parts = value instanceof Map ? [...value].map(([name, part]) => this.linePair(name, part, indent)) : [];
    if (Array.isArray(value)) parts.push(...value.map((part) => `-${this.behind(part, indent, true)}`));
    return parts.map((part, at) => (at > 0 ? `\n${this.between(indent)}${this.spaces(indent)}${part}` : part)).join('');
  }

  private linePair(name: string, value: Value, indent: number): string {
    if (this.chance(0.04)) {
      return `? ${name}${value === null ? '' : `\n${this.spaces(indent)}:${this.behind(value, indent, false)}`}`;
    }
    return `${this.chance(0.05) ? `'${name}'` : name}${this.chance(0.03) ? ' ' : ''}:${this.behind(value, indent, false)}`;
  }

  private between(indent: number): string {
    const empty = this.chance(0.1) ? '\n'.repeat(1 + this.upTo(2)) : '';
    return (
      empty +
      (this.chance(0.12) ? `${this.spaces(Math.max(0, indent + this.upTo(5) - 2))}# own ${this.upTo(100)}\n` : '')
    );
  }

  /** A value behind its `:` or `-`. */
  private behind(value: Value, indent: number, dash: boolean): string {
    if (value === null) return this.comment();
    if (typeof value === 'string')
      return ` ${this.anchor(0.04)}${this.chance(0.03) ? '!!str ' : ''}${this.single(value, indent)}`;
    const size = value instanceof Map ? value.size : (value as readonly Value[]).length;
    if (size === 0 || this.chance(0.25)) return ` ${this.anchor(0.04)}${this.flow(value, indent)}${this.comment()}`;
    if (dash && this.chance(0.85)) {
      const gap = 1 + this.upTo(4);
      return this.spaces(gap) + this.lines(value, indent + 1 + gap);
    }
    const inner = Array.isArray(value) && !dash && this.chance(0.3) ? indent : indent + 1 + this.upTo(4);
    return ` ${this.anchor(0.05)}${this.comment()}\n${this.between(inner)}${this.spaces(inner)}${this.lines(value, inner)}`;
  }
}
