// The page of a panel: one script and one style sheet of ours, and nothing else may load or run.
import * as vscode from 'vscode';
import type { Words } from '../protocol/messages';

export function pageOptions(extensionUri: vscode.Uri): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: [webviewFolder(extensionUri)] };
}

/** Which bundle a page is made of, and what it is called for those who hear it. */
interface Page {
  readonly name: 'timeline' | 'summary';
  readonly title: string;
  /** What its tools say before anything else comes. */
  readonly words?: Words;
}

export function pageHtml(
  webview: vscode.Webview,
  extensionUri: vscode.Uri,
  locale: string,
  { name, title, words }: Page,
): string {
  const folder = webviewFolder(extensionUri);
  const script = webview.asWebviewUri(vscode.Uri.joinPath(folder, `${name}.js`));
  const style = webview.asWebviewUri(vscode.Uri.joinPath(folder, `${name}.css`));
  const once = nonce();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${once}'`,
    `style-src ${webview.cspSource}`,
    'img-src data:',
    `font-src ${webview.cspSource}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${attribute(locale)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${attribute(title)}</title>
<link rel="stylesheet" href="${attribute(style.toString())}">
</head>
<body${words === undefined ? '' : ` data-words="${attribute(JSON.stringify(words))}"`}>
<script nonce="${once}" src="${attribute(script.toString())}"></script>
</body>
</html>`;
}

function webviewFolder(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
}

/** Hexadecimal, so that it can stand in the policy and in the attribute as it is. */
function nonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function attribute(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
