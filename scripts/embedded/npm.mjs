// npm as a child process, installing pinned packages into a folder of the cache; knows not which packages.
import { spawn } from 'node:child_process';
import { atEnd } from './lifetime.mjs';

/**
 * Runs `npm install` in `folder` without any install script.
 * @param {string} folder must hold a package.json
 * @param {readonly string[]} args packages and options
 * @returns {Promise<void>} rejects with a sentence a person understands
 */
export async function npmInstall(folder, args) {
  const fixed = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const [command, before] = npmCommand();
  const child = spawn(command, [...before, ...fixed, ...args], { cwd: folder, env: cleanEnvironment(), stdio: 'pipe' });
  const forget = atEnd(() => child.kill('SIGKILL'));
  let output = '';
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (output += data));
  /** @type {number | null} */
  const code = await new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new Error(`npm could not be started: ${error.message}`)));
    child.on('close', resolve);
  }).finally(forget);
  if (code !== 0) throw new Error(explain(args, output));
}

/** The npm that started us, else the one on the path. @returns {[string, string[]]} */
function npmCommand() {
  const cli = process.env.npm_execpath;
  return cli?.endsWith('npm-cli.js') ? [process.execPath, [cli]] : ['npm', []];
}

/**
 * What `npm start` puts into the environment would point the inner npm at this repository instead of the cache. The inner npm ends with
 * this process, so that an interrupted run does not go on writing.
 */
function cleanEnvironment() {
  const inherited = Object.entries(process.env);
  const kept = inherited.filter(([key]) => !/^npm_(package|lifecycle|config_(local_prefix|global))/i.test(key));
  return { ...Object.fromEntries(kept), NODE_OPTIONS: `--import=${new URL('orphan.mjs', import.meta.url)}` };
}

/**
 * @param {readonly string[]} args
 * @param {string} output
 */
function explain(args, output) {
  const what = args.filter((arg) => !arg.startsWith('-')).join(' ') || 'the packages of VS Code';
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT/.test(output)) {
    return `The package registry cannot be reached, so ${what} cannot be installed. Connect to the network and start again.`;
  }
  if (/ENOSPC/.test(output)) return `The disk is full; about 1 GB is needed to install ${what}.`;
  return `npm could not install ${what}:\n${output.trim().split('\n').slice(-12).join('\n')}`;
}
