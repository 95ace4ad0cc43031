// The module that the runner makes for each suite: it loads the suite's test files, once mocha's words exist.
declare module 'milepost-suite' {
  export function load(): void;
}
