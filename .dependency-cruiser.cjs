// The table of rooms in docs/architecture.md, held by machine: who may import whom, and which packages belong to which room.
const above = {
  base: [],
  model: ['base'],
  network: ['base'],
  schedule: ['base', 'model', 'network'],
  history: ['base', 'model', 'schedule'],
  agreement: ['base', 'model', 'schedule'],
  report: ['base', 'model', 'schedule', 'history', 'agreement', 'snapshot\\.ts'],
  drawing: ['base', 'report/(timelineRows|arrangement)\\.ts'],
  protocol: ['report/(timelineRows|arrangement)\\.ts'],
  language: ['base', 'model', 'schedule', 'history', 'agreement', 'report', 'snapshot\\.ts'],
  shell: [
    ...['base', 'model', 'schedule', 'history', 'agreement', 'report'],
    ...['language', 'drawing', 'protocol', 'snapshot\\.ts'],
  ],
  webview: ['protocol', 'drawing', 'base', 'report/(timelineRows|arrangement)\\.ts'],
};

const packages = {
  base: ['temporal-polyfill'],
  model: ['yaml'],
  network: ['pure-rand'],
  schedule: [],
  history: [],
  agreement: ['canonicalize', '@noble/hashes'],
  report: ['mustache'],
  language: [],
  drawing: [],
  protocol: [],
  shell: ['vscode'],
  webview: [],
};

const roomRules = Object.entries(above).map(([room, below]) => ({
  name: `room-${room}`,
  comment: `${room}/ may import only ${below.join(', ') || 'itself'}.`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: {
    path: '^src/',
    pathNot: `^src/(${[room, ...below].map((name) => (name.includes('.') ? `${name}$` : `${name}/`)).join('|')})`,
  },
}));

const packageRules = Object.entries(packages).map(([room, allowed]) => ({
  name: `packages-${room}`,
  comment: `${room}/ may use only these packages: ${allowed.join(', ') || 'none'}.`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: {
    path: '.',
    pathNot: ['^src/', ...allowed.map((name) => `^(node_modules/)?(@types/)?${name}(/|$)`)].join('|'),
  },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Files inside a room form no cycle.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'snapshot-joins',
      comment: 'snapshot.ts joins model, schedule and agreement, nothing above them.',
      severity: 'error',
      from: { path: '^src/snapshot\\.ts$' },
      to: { path: '^src/', pathNot: '^src/(base|model|schedule|agreement)/' },
    },
    {
      name: 'only-extension-builds-the-shell',
      comment: 'Nothing imports extension.ts.',
      severity: 'error',
      from: {},
      to: { path: '^src/extension\\.ts$' },
    },
    ...roomRules,
    ...packageRules,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js'] },
  },
};
