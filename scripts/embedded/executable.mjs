#!/usr/bin/env node
// Stands in for VS Code's own program: takes its arguments, runs the extension tests in the embedded editor and exits with their code.
import { resolve } from 'node:path';
import { launchChromium } from './chromium.mjs';
import { currentVersion, ensureHost, hostVersion } from './install.mjs';
import { endOnSignals } from './lifetime.mjs';
import { ignoreNetwork } from './network.mjs';
import { terminal } from './report.mjs';
import { startHost } from './server.mjs';
import { quietSettings } from './workbench.mjs';
import './orphan.mjs';

const limitMs = Number(process.env.MILEPOST_HOST_LIMIT_SECONDS ?? 600) * 1_000;
const workbenchTalk =
  /^(Resolv(ing|ed) connection token|Creating a socket|Updating additional builtin|ChatSessionStore|\[(reconnection-grace-time|AgentHost|AccountPolicyGate|Service Worker)\b|getaddrinfo \w+ open-vsx)|spdlog|watchdog|vsda|has changed in the meantime|File Modified Since/;

endOnSignals();
try {
  process.exitCode = await runTests(readArguments(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
process.exit();

/**
 * @typedef {object} Arguments the ones of VS Code that a test run needs; it gets others, which mean nothing here
 * @property {string} extensionPath
 * @property {readonly string[]} otherExtensions
 * @property {string} testsPath
 * @property {string} workspace
 */

/**
 * @param {readonly string[]} args
 * @returns {Arguments}
 */
function readArguments(args) {
  const valuesAfter = (/** @type {string} */ name) =>
    args.filter((arg) => arg.startsWith(`--${name}=`)).map((arg) => arg.slice(name.length + 3));
  const [extensionPath, ...otherExtensions] = valuesAfter('extensionDevelopmentPath');
  const [testsPath] = valuesAfter('extensionTestsPath');
  const workspace = args.find((arg) => !arg.startsWith('-'));
  if (extensionPath === undefined || testsPath === undefined || workspace === undefined) {
    throw new Error('A folder, --extensionDevelopmentPath= and --extensionTestsPath= are needed.');
  }
  return {
    extensionPath: resolve(extensionPath),
    otherExtensions: otherExtensions.map((path) => resolve(path)),
    testsPath: resolve(testsPath),
    workspace: resolve(workspace),
  };
}

/**
 * @param {Arguments} args
 * @returns {Promise<number>} 0 when every test passed
 */
async function runTests(args) {
  const version = hostVersion(process.env.MILEPOST_HOST_VERSION ?? currentVersion);
  const host = await ensureHost(version, terminal);
  const given = JSON.parse(process.env.MILEPOST_HOST_SETTINGS ?? '{}');
  const server = await startHost({ ...args, host, settings: { ...quietSettings(undefined, version), ...given } });
  const browser = await launchChromium(terminal);
  try {
    const page = await browser.newPage();
    await page.addInitScript(paintNothing);
    return await Promise.race([automationExit(page, server.url()), failures(page, server)]);
  } finally {
    await browser.close();
    await server.stop();
  }
}

/**
 * Opens the workbench, which calls back with what the tests print and with their result.
 * @param {import('playwright-core').Page} page
 * @param {string} url
 * @returns {Promise<number>}
 */
async function automationExit(page, url) {
  /** @type {Promise<number>} */
  const exit = new Promise((resolve) => page.exposeFunction('codeAutomationExit', resolve));
  await page.exposeFunction('codeAutomationLog', forward);
  await page.goto(url);
  await ignoreNetwork(page);
  return exit;
}

/** Runs in the page. These tests look at no picture, and without a graphics card painting is a third of all the work. */
function paintNothing() {
  addEventListener('DOMContentLoaded', () => {
    const style = document.createElement('style');
    style.textContent = 'body { opacity: 0 !important }';
    document.head.append(style);
  });
}

/**
 * Prints what the tests print; the workbench's own talk, such as of native modules that nobody needs here, is left out.
 * @param {string} type
 * @param {unknown[]} args
 */
function forward(type, args) {
  if (typeof args[0] === 'string' && workbenchTalk.test(args[0])) return;
  const write = type === 'error' ? console.error : console.log;
  write(...args);
}

/**
 * Rejects when the tests can no longer end by themselves.
 * @param {import('playwright-core').Page} page
 * @param {import('./server.mjs').RunningHost} server
 * @returns {Promise<never>}
 */
function failures(page, server) {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`The tests did not end within ${limitMs / 1_000} s.\n${tail(server)}`)), limitMs);
    page.once('crash', () => reject(new Error('The page of the workbench crashed.')));
    server.ended.then((code) => reject(new Error(`VS Code ended early with code ${code}.\n${tail(server)}`)));
  });
}

/** @param {import('./server.mjs').RunningHost} server */
function tail(server) {
  return server.log().slice(-3_000);
}
