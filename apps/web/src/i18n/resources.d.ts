import type access from './en/access.json';
import type agents from './en/agents.json';
import type audit from './en/audit.json';
import type common from './en/common.json';
import type components from './en/components.json';
import type groups from './en/groups.json';
import type home from './en/home.json';
import type issues from './en/issues.json';
import type library from './en/library.json';
import type problems from './en/problems.json';
import type reviews from './en/reviews.json';
import type session from './en/session.json';
import type sessions from './en/sessions.json';
import type settings from './en/settings.json';
import type shell from './en/shell.json';
import type shortcuts from './en/shortcuts.json';
import type start from './en/start.json';
import type templates from './en/templates.json';

/** A new area is two lines here: then its keys are checked wherever they are used. */
interface Areas {
  readonly access: typeof access;
  readonly agents: typeof agents;
  readonly audit: typeof audit;
  readonly common: typeof common;
  readonly components: typeof components;
  readonly groups: typeof groups;
  readonly home: typeof home;
  readonly issues: typeof issues;
  readonly library: typeof library;
  readonly problems: typeof problems;
  readonly reviews: typeof reviews;
  readonly session: typeof session;
  readonly sessions: typeof sessions;
  readonly settings: typeof settings;
  readonly shell: typeof shell;
  readonly shortcuts: typeof shortcuts;
  readonly start: typeof start;
  readonly templates: typeof templates;
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: Areas;
  }
}
