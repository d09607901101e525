import type common from './en/common.json';
import type components from './en/components.json';
import type home from './en/home.json';
import type problems from './en/problems.json';
import type shell from './en/shell.json';

/** A new area is one line here: then its keys are checked wherever they are used. */
interface Areas {
  readonly common: typeof common;
  readonly components: typeof components;
  readonly home: typeof home;
  readonly problems: typeof problems;
  readonly shell: typeof shell;
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: Areas;
  }
}
