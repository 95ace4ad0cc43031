// The frame of every page that leaves the editor: what it may load, its language, its style; and the encoder of its texts.
import { fold } from './plain';

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

export interface HtmlPage {
  readonly title: string;
  /** BCP 47. */
  readonly locale: string;
  readonly style: string;
  /** Encoded already. */
  readonly body: string;
}

export function htmlPage({ title, locale, style, body }: HtmlPage): string {
  return `<!DOCTYPE html>
<html lang="${htmlText(locale)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${htmlText(title.trim())}</title>
<style>${style}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

/** A text as it can stand in an element or in a quoted attribute; blanks at its ends stay. */
export function htmlText(text: string): string {
  return fold(`x${text}x`)
    .slice(1, -1)
    .replace(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
