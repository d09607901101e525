import { REFERENCE } from './references';

interface TreeNode {
  type: string;
  value?: string;
  children?: TreeNode[];
  position?: { start: { offset?: number } };
  data?: object;
}

/** For remark: each reference in running text becomes a `span` that carries it, and where in the text it stands. */
export function markReferences() {
  return (tree: TreeNode): void => mark(tree);
}

function mark(node: TreeNode): void {
  if (node.children === undefined) return;
  node.children = node.children.flatMap((child) => {
    if (child.type === 'text') return split(child);
    mark(child);
    return [child];
  });
}

function split(node: TreeNode): TreeNode[] {
  const { value = '', position } = node;
  const parts: TreeNode[] = [];
  let done = 0;
  for (const found of value.matchAll(REFERENCE)) {
    const offset = (position?.start.offset ?? 0) + found.index;
    if (found.index > done) parts.push({ type: 'text', value: value.slice(done, found.index) });
    const hProperties = { dataReference: found[0], dataOffset: offset };
    parts.push({
      type: 'emphasis',
      data: { hName: 'span', hProperties },
      children: [{ type: 'text', value: found[0] }],
    });
    done = found.index + found[0].length;
  }
  if (parts.length === 0) return [node];
  return done < value.length ? [...parts, { type: 'text', value: value.slice(done) }] : parts;
}
