// Draws the fences called `milestones` of a Markdown text, within limits that no text can make it exceed. Knows of markdown-it no more than the rule of fences.

/** The parts of a Markdown engine that are used here. */
export interface MarkdownEngine {
  readonly renderer: { readonly rules: { fence?: FenceRule | undefined } };
}

interface Token {
  readonly info: string;
  readonly content: string;
  attrGet?(name: string): string | null;
}

type FenceRule = (
  tokens: readonly Token[],
  index: number,
  options: unknown,
  env: unknown,
  self: { renderToken(tokens: readonly Token[], index: number, options: unknown): string },
) => string;

export interface FenceDrawing {
  /** HTML of a fence's body; `env` is what the engine was called with. */
  readonly draw: (body: string, env: unknown) => string;
  /** In place of a picture, where a document has more of them than are drawn. */
  readonly tooMany: () => string;
  /** Around either of them. */
  readonly block: (inside: string, line: string | null | undefined) => string;
}

/** Of one document: pictures, and characters of the plans they are made of. The first one is drawn however long it is. */
const mostPictures = 50;
const mostCharacters = 600_000;
const mostSaid = 3;

interface Spent {
  pictures: number;
  characters: number;
  said: number;
}

export function drawFences<Engine extends MarkdownEngine>(engine: Engine, drawing: FenceDrawing): Engine {
  const { rules } = engine.renderer;
  const usual = rules.fence;
  // The engine gives every rendering of a document an environment of its own.
  const spent = new WeakMap<object, Spent>();
  rules.fence = (tokens, index, options, env, self) => {
    const token = tokens[index];
    if (!token || !isOurs(token.info))
      return usual ? usual(tokens, index, options, env, self) : self.renderToken(tokens, index, options);
    const own = typeof env === 'object' && env !== null ? env : tokens;
    const so = spent.get(own) ?? { pictures: 0, characters: 0, said: 0 };
    spent.set(own, so);
    const line = token.attrGet?.('data-line');
    const characters = so.characters + token.content.length;
    if (so.pictures === 0 || (so.pictures < mostPictures && characters <= mostCharacters)) {
      so.pictures += 1;
      so.characters = characters;
      return drawing.block(drawing.draw(token.content, env), line);
    }
    so.said += 1;
    return so.said <= mostSaid ? drawing.block(drawing.tooMany(), line) : '';
  };
  return engine;
}

function isOurs(info: string): boolean {
  return /^\s*milestones(?:\s|$)/.test(info.slice(0, 200));
}
