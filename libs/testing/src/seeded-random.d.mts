export type Random = () => number;

export function seededRandom(seed: number): Random;
