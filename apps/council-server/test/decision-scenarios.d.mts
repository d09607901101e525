import type { DecidedCouncils } from './decided-councils.mjs';

declare const scenario: unique symbol;
type Scenario = { readonly [scenario]: true };

export const SCENARIOS: Readonly<Record<string, Scenario>>;
export function play(scenario: Scenario, councils: DecidedCouncils, random: () => number): Promise<readonly string[]>;
