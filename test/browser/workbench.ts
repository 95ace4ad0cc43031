// Opens a real workbench with the built extension for a browser test; every test of a file shares one server and one Chromium.
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { launchChromium } from '../../scripts/embedded/chromium.mjs';
import { currentVersion, ensureHost, type HostVersion } from '../../scripts/embedded/install.mjs';
import { artifactsRoot, repoRoot } from '../../scripts/embedded/paths.mjs';
import { terminal } from '../../scripts/embedded/report.mjs';
import { type RunningHost, startHost } from '../../scripts/embedded/server.mjs';
import {
  openWorkbenchPage,
  quietSettings,
  runCommand,
  type Theme,
  untilTheme,
  webviewFrame,
} from '../../scripts/embedded/workbench.mjs';

/** The whole entry: the badge over it may have come already. */
export const milestonesIcon = '.activitybar .action-item:has([aria-label^="Milestones"])';

export interface WorkbenchOptions {
  /** A folder to copy, relative to the repository or absolute; by default an empty one. */
  readonly workspace?: string;
  /** Files to write into the copy, by their relative path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly theme?: Theme;
  /** User settings on top of the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly version?: HostVersion;
  /** An unpacked extension in place of the one of this repository. */
  readonly extensionPath?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
}

export interface Workbench {
  readonly page: Page;
  /** The folder that is open: a temporary copy, free to be changed. */
  readonly workspacePath: string;
  /** Runs a command from the palette by its full title. */
  readonly runCommand: (title: string) => Promise<void>;
  /** The rows of the tree view now shown whose accessible label holds `text`; all of them without it. */
  readonly rows: (text?: string) => Locator;
  /** The frame with the content of our panel. */
  readonly panelFrame: () => Promise<Frame>;
  /** Writes `artifacts/screenshots/<name>.png` and returns its path. */
  readonly screenshot: (name: string) => Promise<string>;
  /** Changes the theme by the settings of the folder, and waits until it is there. */
  readonly dressIn: (theme: Theme) => Promise<void>;
  readonly close: () => Promise<void>;
}

const servers = new Map<string, { readonly host: RunningHost; readonly userData: string }>();
let chromium: Browser | undefined;

afterAll(async () => {
  await chromium?.close();
  chromium = undefined;
  for (const { host, userData } of servers.values()) {
    await host.stop();
    rmSync(userData, { recursive: true, force: true });
  }
  servers.clear();
});

export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const workspacePath = copyWorkspace(options);
  const version = options.version ?? currentVersion;
  const server = await serverOf(version, options.extensionPath ?? process.env.MILEPOST_EXTENSION ?? repoRoot);
  const settings = { ...quietSettings(options.theme ?? 'dark', version), ...options.settings };
  writeFileSync(join(server.userData, 'User', 'settings.json'), JSON.stringify(settings, undefined, 2));
  chromium ??= await launchChromium(terminal);
  const context = await chromium.newContext({ viewport: options.viewport ?? { width: 1280, height: 800 } });
  const page = await context.newPage();
  await openWorkbenchPage(page, server.host.url(workspacePath), options.theme ?? 'dark');
  return {
    page,
    workspacePath,
    runCommand: (title) => runCommand(page, title),
    rows: (text) => treeRows(page, text),
    panelFrame: () => webviewFrame(page),
    screenshot: (name) => takeScreenshot(page, name),
    dressIn: (theme) => {
      // Those of the folder are watched, those of the user are read once.
      const { 'workbench.colorTheme': name } = quietSettings(theme, version);
      mkdirSync(join(workspacePath, '.vscode'), { recursive: true });
      writeFileSync(join(workspacePath, '.vscode', 'settings.json'), JSON.stringify({ 'workbench.colorTheme': name }));
      return untilTheme(page, theme);
    },
    close: async () => {
      await context.close();
      rmSync(workspacePath, { recursive: true, force: true });
    },
  };
}

function copyWorkspace({ workspace, files = {} }: WorkbenchOptions): string {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'milepost-workspace-')));
  if (workspace !== undefined) {
    cpSync(isAbsolute(workspace) ? workspace : join(repoRoot, workspace), copy, { recursive: true });
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), text);
  }
  return copy;
}

async function serverOf(version: HostVersion, extensionPath: string) {
  const key = `${version} ${extensionPath}`;
  const running = servers.get(key);
  if (running !== undefined) return running;
  const userData = mkdtempSync(join(tmpdir(), 'milepost-user-'));
  const host = await startHost({
    host: await ensureHost(version, terminal),
    workspace: userData,
    extensionPath,
    userDataFolder: userData,
  });
  const server = { host, userData };
  servers.set(key, server);
  return server;
}

function treeRows(page: Page, text?: string): Locator {
  const rows = page.locator('.part.sidebar .monaco-list-row');
  return text === undefined ? rows : rows.and(page.locator(`[aria-label*=${JSON.stringify(text)}]`));
}

async function takeScreenshot(page: Page, name: string): Promise<string> {
  const path = join(artifactsRoot, 'screenshots', `${name}.png`);
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path });
  return path;
}
