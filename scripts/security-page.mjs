import { readFileSync } from 'node:fs';
import { describe, written } from './api-description.mjs';

const PATH = 'docs/security.md';
const [BEGIN, END] = ['<!-- routes: begin -->', '<!-- routes: end -->'];
const ROLES = ['viewer', 'member', 'admin'];
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const ABOUT = {
  session: (need) => (need === 'viewer' ? 'who sees the session' : 'who may act in its group'),
  review: (need) => (need === 'viewer' ? 'who sees its session' : 'who may act in its group'),
  group: () => 'its people',
  'group-owner': () => 'its owners',
  body: (need) => (need === 'viewer' ? 'who sees the group named' : 'who may act in the group named'),
  own: () => "one's own, and what one may see",
};

/** docs/security.md with the table of routes as the built server decides them. What stands around it is written by hand. */
export async function securityPage() {
  const page = readFileSync(PATH, 'utf8');
  const [before, after] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (before < 0 || after < before) throw new Error(`${PATH} has lost the marks of its table`);
  const table = tableOf(await describe());
  return written(PATH, `${page.slice(0, before)}${BEGIN}\n\n${table}\n\n${page.slice(after)}`, 'markdown');
}

function tableOf({ paths }) {
  const rows = Object.entries(paths).flatMap(([path, operations]) =>
    METHODS.filter((method) => operations[method] !== undefined).map((method) =>
      rowOf(path, method, operations[method]),
    ),
  );
  return [
    '| route | stranger | viewer | member | admin | of things that belong to somebody |',
    '| - | - | - | - | - | - |',
    ...rows,
  ].join('\n');
}

function rowOf(path, method, { 'x-access': decision }) {
  const route = `${method.toUpperCase()} ${path}`;
  if (decision === undefined) throw new Error(`nobody has decided who may call ${route}`);
  const { need, about } = decision;
  const isOpen = need === 'public' || need === 'health';
  const cells = [isOpen, ...ROLES.map((role) => isOpen || ROLES.indexOf(role) >= ROLES.indexOf(need))];
  const words = about === undefined ? '' : ABOUT[about](need);
  return `| \`${route}\` | ${cells.map((isAllowed) => (isAllowed ? 'yes' : '-')).join(' | ')} | ${words} |`;
}
