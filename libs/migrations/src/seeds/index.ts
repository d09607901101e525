import { CHIEF_JUSTICE } from './agents/chief-justice.js';
import { CUSTOMER } from './agents/customer.js';
import { INVESTOR } from './agents/investor.js';
import { MAINTAINER } from './agents/maintainer.js';
import { NEUTRAL_ANALYST } from './agents/neutral-analyst.js';
import { OPERATIONS_LEAD } from './agents/operations-lead.js';
import { PERFORMANCE_REVIEWER } from './agents/performance-reviewer.js';
import { RED_TEAM } from './agents/red-team.js';
import { RISK_AUDITOR } from './agents/risk-auditor.js';
import { SECURITY_REVIEWER } from './agents/security-reviewer.js';
import { SYSTEM_SURGEON } from './agents/system-surgeon.js';
import { VALUE_DEFENDER } from './agents/value-defender.js';
import { MODEL_PROVIDERS } from './model-providers.js';
import type { SeedAgent, SeedGroup, SeedProvider, SeedTemplate } from './seed-shapes.js';
import { BUSINESS_PLAN_STRESS_TEST } from './templates/business-plan-stress-test.js';
import { CODE_REVIEW } from './templates/code-review.js';
import { COUNCIL_DEBATE } from './templates/council-debate.js';
import { COUNCIL_OPTIMIZE } from './templates/council-optimize.js';
import { QUICK_DECISION } from './templates/quick-decision.js';
import { THE_COUNCIL } from './the-council.js';

/**
 * What every installation begins with, as data. Raise a `seed_version` when its content changes. The first four agents
 * are those that the engine knows; the others sit in single templates.
 */
export const SEED_AGENTS: readonly SeedAgent[] = [
  VALUE_DEFENDER,
  RISK_AUDITOR,
  CHIEF_JUSTICE,
  SYSTEM_SURGEON,
  SECURITY_REVIEWER,
  PERFORMANCE_REVIEWER,
  MAINTAINER,
  CUSTOMER,
  INVESTOR,
  OPERATIONS_LEAD,
  RED_TEAM,
  NEUTRAL_ANALYST,
];
export const SEED_GROUP: SeedGroup = THE_COUNCIL;
export const SEED_TEMPLATES: readonly SeedTemplate[] = [
  COUNCIL_DEBATE,
  COUNCIL_OPTIMIZE,
  CODE_REVIEW,
  BUSINESS_PLAN_STRESS_TEST,
  QUICK_DECISION,
];
export const SEED_PROVIDERS: readonly SeedProvider[] = MODEL_PROVIDERS;

/** The short names under which the command line knows the system templates. */
export const SYSTEM_TEMPLATES: Readonly<Record<string, string>> = {
  debate: COUNCIL_DEBATE.template_uuid,
  optimize: COUNCIL_OPTIMIZE.template_uuid,
  'code-review': CODE_REVIEW.template_uuid,
  'stress-test': BUSINESS_PLAN_STRESS_TEST.template_uuid,
  'quick-decision': QUICK_DECISION.template_uuid,
};
