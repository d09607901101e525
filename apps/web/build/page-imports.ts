import ts from 'typescript';

/** A page as `routes.tsx` names it. */
interface PageImport {
  /** As the router reads it: `sessions/:sessionUuid`. */
  readonly path: string;
  /** From `src/`, without an ending: `pages/session/session-page`. */
  readonly module: string;
  /** Whose words it brings. */
  readonly areas: readonly string[];
}

/** Every `route(path, () => import(page), areas)` in the source of the routes. Throws at one that says it otherwise. */
export function pageImports(source: string): PageImport[] {
  const found: PageImport[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'route') found.push(pageImport(node));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('routes.tsx', source, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TSX));
  return found;
}

function pageImport(call: ts.CallExpression): PageImport {
  const [path, open, areas] = call.arguments;
  const load = open !== undefined && ts.isArrowFunction(open) ? open.body : undefined;
  const module = load !== undefined && ts.isCallExpression(load) ? load.arguments[0] : undefined;
  if (path === undefined || !ts.isStringLiteral(path) || module === undefined || !ts.isStringLiteral(module)) {
    throw new Error(`a page is not read: ${call.getText()}`);
  }
  if (areas === undefined || !ts.isArrayLiteralExpression(areas) || !areas.elements.every(ts.isStringLiteral)) {
    throw new Error(`the areas of a page are not read: ${call.getText()}`);
  }
  return {
    path: path.text,
    module: module.text.replace(/^@\//, ''),
    areas: areas.elements.map((area) => (area as ts.StringLiteral).text),
  };
}
