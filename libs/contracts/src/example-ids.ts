/** All examples of the API tell of one session: who sat in it, what it worked on, what became of it. */
export const EXAMPLE_IDS = {
  session: '5b1e7f4e-5d0c-4c62-9f61-0c8f6d0f4b11',
  review: '738bfe4e-1cc0-8563-b1d3-7d23657e1b4c',
  group: '2f8d6a3c-41b7-4e0a-8c55-9be1d7f0a264',
  /** Council Optimize, which every installation has. */
  template: 'c2264ddd-eb82-579e-9e40-36bba8d9924c',
  /** What that template's graph calls itself. */
  workflow: 'c0071337-0000-0000-0000-000000000001',
  valueDefender: 'a5317f00-f528-5d43-a733-85c5b531a2e3',
  riskAuditor: '94cc1d02-4d8e-53f3-8891-4621767b8b81',
  chiefJustice: '5f16eae4-f16d-5ab0-9e2b-2212f6f54ebc',
  surgeon: 'd4caab5b-c39d-5c81-9ff7-65fb1972dabe',
  /** An agent that people have made. */
  shopOwner: 'e3a90b57-6d14-4f2e-b8c1-07d52f9a6c38',
};
