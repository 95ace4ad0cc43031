// What package.json declares and what the code does are the same, both ways; and what it declares exists.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { bundleText, collectSentences } from '../../scripts/l10n.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const text = (path: string) => readFileSync(`${root}/${path}`, 'utf8');

interface Command {
  readonly command: string;
  readonly title: string;
  readonly icon?: string | Readonly<Record<string, string>>;
}
interface MenuItem {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
  readonly group?: string;
}
interface Step {
  readonly id: string;
  readonly media: { readonly svg: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}
interface Setting {
  readonly default?: unknown;
  readonly scope?: string;
  readonly markdownDescription?: string;
}
interface Manifest {
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly Command[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly submenus: readonly { readonly id: string }[];
    readonly keybindings: readonly {
      readonly key: string;
      readonly when: string;
      readonly command: string;
      readonly args?: unknown;
    }[];
    readonly configuration: readonly { readonly properties: Readonly<Record<string, Setting>> }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly icon: string }[]>>;
    readonly viewsContainers: { readonly activitybar: readonly { readonly id: string; readonly icon: string }[] };
    readonly viewsWelcome: readonly { readonly when: string; readonly contents: string }[];
    readonly walkthroughs: readonly { readonly steps: readonly Step[] }[];
    readonly jsonValidation: readonly { readonly url: string }[];
    readonly yamlValidation: readonly { readonly url: string }[];
  };
}

const manifest: Manifest = JSON.parse(text('package.json'));
const words: Readonly<Record<string, string>> = JSON.parse(text('package.nls.json'));
const { contributes } = manifest;
const declared = contributes.commands.map(({ command }) => command);
const menuItems = Object.values(contributes.menus).flat();
const settings = Object.assign({}, ...contributes.configuration.map(({ properties }) => properties)) as Readonly<
  Record<string, Setting>
>;
const shell = readdirSync(`${root}/src/shell`).map((name) => `src/shell/${name}`);
const source = (path: string) => ts.createSourceFile(path, text(path), ts.ScriptTarget.ES2022, true);

function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* nodesOf(child);
}

describe('commands', () => {
  test('are those of the command table', () => {
    const table = [...nodesOf(source('src/shell/commands.ts'))].find(
      (node) => ts.isVariableDeclaration(node) && node.name.getText() === 'commands',
    ) as ts.VariableDeclaration;
    const names = (table.initializer as ts.ObjectLiteralExpression).properties.map(
      (property) => `milepost.${(property.name?.getText() ?? '').replaceAll("'", '')}`,
    );
    expect(new Set(declared)).toEqual(new Set(names));
    expect(declared).toHaveLength(names.length);
  });

  test('are registered nowhere else', () => {
    const places = shell.filter((path) => text(path).includes('registerCommand('));
    expect(places).toEqual(['src/shell/commands.ts']);
  });

  test('called by name in the code exist', () => {
    const called = shell.flatMap((path) =>
      [...text(path).matchAll(/'(milepost\.[\w.]+)'/g)].map((match) => match[1] ?? ''),
    );
    const others = [
      'milepost.plans',
      'milepost.plans.focus',
      'milepost.timeline',
      'milepost.summary',
      'milepost.urgent',
      'milepost.milepost',
    ];
    const keys =
      /^milepost\.(state|hasPlans|hidesDone|tree\.\w+|timeline\.(plan|audience)|export\.folder|summary\.(days|choice|shown))$/;
    expect(called.filter((name) => !declared.includes(name) && !others.includes(name) && !keys.test(name))).toEqual([]);
  });

  test('in menus and keybindings are declared, and every command can be reached', () => {
    const used = menuItems.flatMap(({ command }) => command ?? []);
    expect(used.filter((command) => !declared.includes(command))).toEqual([]);
    const hidden = (contributes.menus.commandPalette ?? []).filter(({ when }) => when === 'false');
    const elsewhere = Object.entries(contributes.menus).flatMap(([menu, items]) =>
      menu === 'commandPalette' ? [] : items,
    );
    for (const { command } of hidden) expect(elsewhere.map((item) => item.command)).toContain(command);
    for (const { submenu } of menuItems.filter((item) => item.submenu))
      expect(contributes.submenus.map(({ id }) => id)).toContain(submenu);
  });

  test('have icons of the editor, or of ours that exist', () => {
    for (const { icon } of contributes.commands) {
      if (typeof icon === 'string') expect(icon).toMatch(/^\$\([a-z-]+\)$/);
      else for (const path of Object.values(icon ?? {})) expect(existsSync(`${root}/${path}`)).toBe(true);
    }
  });
});

describe('menus of the tree', () => {
  test.each([
    ['milestone.open ownProgress', 3],
    ['milestone.done', 2],
    ['plan', 3],
    ['task.open', 0],
    ['stale.milestone', 0],
    ['group', 0],
  ])('a row that is %s has %i inline actions', (viewItem, count) => {
    const inline = (contributes.menus['view/item/context'] ?? []).filter(({ group }) => group?.startsWith('inline'));
    const shown = inline.filter(({ when }) =>
      new RegExp(/viewItem =~ \/(.*?)\//.exec(when ?? '')?.[1] ?? '^$').test(viewItem),
    );
    expect(shown).toHaveLength(count);
  });
});

describe('keybindings', () => {
  test('hold only while the tree has focus, so that they override nothing', () => {
    expect(contributes.keybindings.length).toBeGreaterThan(0);
    for (const { when } of contributes.keybindings) expect(when).toMatch(/^focusedView == milepost\.plans( |$)/);
  });

  test('leave the keys of lists alone', () => {
    const ofLists =
      /^(up|down|left|right|home|end|pageup|pagedown|enter|space|escape|delete|ctrl\+[af]|f3|shift\+f10)$/;
    for (const { key } of contributes.keybindings) expect(key).not.toMatch(ofLists);
  });

  test('run declared commands', () => {
    const named = JSON.stringify(contributes.keybindings).match(/milepost\.(?!plans)[\w.]+/g) ?? [];
    expect(named.filter((command) => !declared.includes(command))).toEqual([]);
  });
});

describe('settings', () => {
  test('are those the code reads', () => {
    const read = new Set<string>();
    for (const path of shell)
      for (const node of nodesOf(source(path)))
        if (ts.isCallExpression(node) && /(?:getConfiguration\(section\)|stored)\.get$/.test(node.expression.getText()))
          for (const argument of node.arguments)
            if (ts.isStringLiteral(argument)) read.add(`milepost.${argument.text}`);
    expect(new Set(Object.keys(settings))).toEqual(read);
  });

  test('are few, with a default, a description and a scope each', () => {
    expect(Object.keys(settings).length).toBeLessThanOrEqual(15);
    for (const setting of Object.values(settings)) {
      expect(setting.default).toBeDefined();
      expect(setting.markdownDescription).toMatch(/^%.+%$/);
      expect(setting.scope).toMatch(/^(window|resource|machine|application)/);
    }
  });
});

describe('views', () => {
  test('are those the code makes', () => {
    expect(text('src/shell/tree.ts')).toContain("treeId = 'milepost.plans'");
    expect(
      Object.values(contributes.views)
        .flat()
        .map(({ id }) => id),
    ).toEqual(['milepost.plans']);
    expect(Object.keys(contributes.views)).toEqual(contributes.viewsContainers.activitybar.map(({ id }) => id));
  });

  test('welcome with one button each, for states the code has, to commands that exist', () => {
    const states = [...text('src/shell/contextKeys.ts').matchAll(/'(\w+)'/g)].map((match) => match[1]);
    for (const { when, contents } of contributes.viewsWelcome) {
      for (const [, state] of when.matchAll(/milepost\.state [!=]= (\w+)/g)) expect(states).toContain(state);
      const shown = words[contents.slice(1, -1)] ?? '';
      expect(shown.split('\n').filter((line) => /^\[.+\]\(command:.+\)$/.test(line))).toHaveLength(1);
      for (const [, command] of shown.matchAll(/command:(milepost\.\w+)/g)) expect(declared).toContain(command);
    }
  });
});

describe('the walkthrough', () => {
  const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);

  test('has at most five steps, each with a picture and its description', () => {
    expect(contributes.walkthroughs).toHaveLength(1);
    expect(steps.length).toBeLessThanOrEqual(5);
    for (const { media } of steps) {
      expect(existsSync(`${root}/${media.svg}`)).toBe(true);
      expect(text(media.svg)).toContain('var(--vscode-');
      expect(words[media.altText.slice(1, -1)]).toMatch(/\w/);
    }
  });

  test('is ticked by what exists', () => {
    for (const { completionEvents } of steps)
      for (const event of completionEvents) {
        const [kind, name = ''] = event.split(/:(.*)/s);
        expect(['onCommand', 'onView', 'onContext']).toContain(kind);
        if (kind === 'onCommand') expect(declared).toContain(name);
        if (kind === 'onView') expect(name).toBe('milepost.plans');
        if (kind === 'onContext') expect(name).toMatch(/^milepost\.state == plans$/);
      }
  });
});

describe('files', () => {
  test('that are named exist', () => {
    const validations = [...contributes.jsonValidation, ...contributes.yamlValidation].map(({ url }) => url);
    const icons = [...contributes.viewsContainers.activitybar, ...Object.values(contributes.views).flat()].map(
      ({ icon }) => icon,
    );
    for (const path of [manifest.icon, ...icons, ...validations])
      expect(existsSync(`${root}/${path}`), path).toBe(true);
  });

  test('never make the extension start by looking through everything', () => {
    for (const event of manifest.activationEvents) expect(event).not.toMatch(/^\*$|onStartupFinished|\*\*/);
    expect(manifest.activationEvents).toContain('onWebviewPanel:milepost.timeline');
    expect(manifest.activationEvents).toContain('onWebviewPanel:milepost.summary');
    expect(text('src/shell/panel.ts')).toContain("panelType = 'milepost.timeline'");
  });
});

describe('words', () => {
  const used = new Set([...text('package.json').matchAll(/"%([\w.-]+)%"/g)].map((match) => match[1]));

  test('of the manifest are all there and all used', () => {
    expect(new Set(Object.keys(words))).toEqual(used);
  });

  test('of the code are literals, and the list of them is fresh', () => {
    expect(collectSentences().mistakes).toEqual([]);
    expect(text('l10n/bundle.l10n.json'), 'run `node scripts/l10n.mjs`').toBe(bundleText());
  });

  const places = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(String).sort();
  const translations = (folder: string, name: RegExp) =>
    readdirSync(`${root}/${folder}`)
      .filter((file) => name.test(file))
      .map((file) => `${folder}/${file}`);

  test.each([
    ...translations('l10n', /^bundle\.l10n\.\w+\.json$/).map((path) => [path, 'l10n/bundle.l10n.json']),
    ...translations('.', /^package\.nls\.\w+\.json$/).map((path) => [path, 'package.nls.json']),
  ])('of %s are complete and keep every place', (path, original) => {
    const own: Readonly<Record<string, string>> = JSON.parse(text(path));
    const english: Readonly<Record<string, string>> = JSON.parse(text(original));
    expect(Object.keys(own).sort()).toEqual(Object.keys(english).sort());
    for (const [key, sentence] of Object.entries(english)) {
      expect(own[key], key).toMatch(/\S/);
      expect(places(own[key] ?? ''), key).toEqual(places(sentence));
      const links = (value: string) => [...value.matchAll(/\]\(([^)]*)\)/g)].map((match) => match[1]);
      expect(links(own[key] ?? ''), key).toEqual(links(sentence));
    }
  });
});
