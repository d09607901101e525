const node = (node_id: string, type: string, next_ids: readonly string[], properties: object = {}) => ({
  node_id,
  type,
  name: '',
  next_ids: [...next_ids],
  properties: { ...properties },
});

/** The smallest council that decides something, for the examples of the API. */
export const EXAMPLE_GRAPH = {
  workflow_uuid: '',
  name: 'For, against, ruling',
  description: '',
  start_node_id: 'start',
  nodes: {
    start: node('start', 'start', ['pro', 'contra']),
    pro: node('pro', 'agent', ['ruling'], { agent_uuid: 'a5317f00-f528-5d43-a733-85c5b531a2e3' }),
    contra: node('contra', 'agent', ['ruling'], { agent_uuid: '94cc1d02-4d8e-53f3-8891-4621767b8b81' }),
    ruling: node('ruling', 'agent', ['end'], { agent_uuid: '5f16eae4-f16d-5ab0-9e2b-2212f6f54ebc' }),
    end: node('end', 'end', []),
  },
};
