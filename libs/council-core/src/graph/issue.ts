import type { Issue } from '@council/kernel';

export function issue(path: string, code: string, message: string, nodeId?: string): Issue {
  return { path, code, message, ...(nodeId === undefined ? {} : { node_id: nodeId }) };
}
