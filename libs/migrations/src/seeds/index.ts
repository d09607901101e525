import { CHIEF_JUSTICE } from './agents/chief-justice.js';
import { RISK_AUDITOR } from './agents/risk-auditor.js';
import { SYSTEM_SURGEON } from './agents/system-surgeon.js';
import { VALUE_DEFENDER } from './agents/value-defender.js';
import { MODEL_PROVIDERS } from './model-providers.js';
import type { SeedAgent, SeedGroup, SeedProvider, SeedTemplate } from './seed-shapes.js';
import { COUNCIL_DEBATE } from './templates/council-debate.js';
import { COUNCIL_OPTIMIZE } from './templates/council-optimize.js';
import { THE_COUNCIL } from './the-council.js';

/** What every installation begins with, as data. Raise a `seed_version` when its content changes. */
export const SEED_AGENTS: readonly SeedAgent[] = [VALUE_DEFENDER, RISK_AUDITOR, CHIEF_JUSTICE, SYSTEM_SURGEON];
export const SEED_GROUP: SeedGroup = THE_COUNCIL;
export const SEED_TEMPLATES: readonly SeedTemplate[] = [COUNCIL_DEBATE, COUNCIL_OPTIMIZE];
export const SEED_PROVIDERS: readonly SeedProvider[] = MODEL_PROVIDERS;

/** The short names under which the command line knows the system templates. */
export const SYSTEM_TEMPLATES: Readonly<Record<string, string>> = {
  debate: COUNCIL_DEBATE.template_uuid,
  optimize: COUNCIL_OPTIMIZE.template_uuid,
};
