// Before the first integration or end-to-end suite.
export default async function globalSetup() {}
