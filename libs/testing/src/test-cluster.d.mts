export const root: string;
export function clusterFolder(): string;
export function templateDatabase(): string;
