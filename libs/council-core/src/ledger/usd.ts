/** A ten-billionth of a dollar: far below what a token costs, and coarse enough that a double adds such parts exactly. */
const PARTS = 1e10;

/** On the grid of all sums of money: they come out the same in any order, in memory and in the database. */
export const toUsd = (value: number): number => Math.round(value * PARTS) / PARTS;
