// The page of the panel: one script and one style sheet of ours, and nothing else may load or run.
import * as vscode from 'vscode';

export function pageOptions(extensionUri: vscode.Uri): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: [webviewFolder(extensionUri)] };
}

export function pageHtml(webview: vscode.Webview, extensionUri: vscode.Uri, locale: string): string {
  const folder = webviewFolder(extensionUri);
  const script = webview.asWebviewUri(vscode.Uri.joinPath(folder, 'timeline.js'));
  const style = webview.asWebviewUri(vscode.Uri.joinPath(folder, 'timeline.css'));
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
<title>${attribute(vscode.l10n.t('Timeline'))}</title>
<link rel="stylesheet" href="${attribute(style.toString())}">
</head>
<body>
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
