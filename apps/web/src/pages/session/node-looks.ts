import type { NodeStatus } from './room-log';

interface NodeLook {
  /** Of its mark in the graph. */
  readonly fill: string;
  /** Of its mark in the list. */
  readonly mark: string;
}

const LOOKS: Readonly<Record<NodeStatus, NodeLook>> = {
  pending: { fill: 'fill-paper stroke-line-strong', mark: 'border border-line-strong' },
  running: { fill: 'fill-accent animate-pulse-soft', mark: 'bg-accent animate-pulse-soft' },
  suspended: { fill: 'fill-warn', mark: 'bg-warn' },
  completed: { fill: 'fill-good', mark: 'bg-good' },
  failed: { fill: 'fill-bad', mark: 'bg-bad' },
  skipped: { fill: 'fill-line', mark: 'bg-line' },
};

/** The words say how far a node is; these repeat it. */
export const nodeLook = (status: NodeStatus = 'pending'): NodeLook => LOOKS[status];
