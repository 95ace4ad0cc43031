// Widths of texts in the drawing's font, remembered. One canvas measures; the page's layout is never asked.

const most = 4000;

export interface Measurer {
  (text: string): number;
  /** After the theme or the font has changed. */
  readonly reset: () => void;
}

/** Measures in the font of `node`, which must be in the page by the first call. */
export function measurer(node: Element): Measurer {
  const context = document.createElement('canvas').getContext('2d');
  const widths = new Map<string, number>();
  let font = '';
  const measure = (text: string) => {
    const known = widths.get(text);
    if (known !== undefined) return known;
    if (!font) font = fontOf(node);
    if (context && context.font !== font) context.font = font;
    const shown = text.slice(0, 200);
    const width = Math.ceil(context ? context.measureText(shown).width : shown.length * 7);
    if (widths.size >= most) widths.clear();
    widths.set(text, width);
    return width;
  };
  const reset = () => {
    font = '';
    widths.clear();
  };
  return Object.assign(measure, { reset });
}

function fontOf(node: Element): string {
  const style = getComputedStyle(node);
  return `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
}
