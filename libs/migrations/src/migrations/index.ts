import type { MigrationInterface } from 'typeorm';
import { Foundation1764000000001 } from './0001-foundation.js';
import { PassagesAndMemories1764000000002 } from './0002-passages-and-memories.js';
import { ProviderRegistry1764000000003 } from './0003-provider-registry.js';
import { PersonaFiles1764000000004 } from './0004-persona-files.js';
import { ModelPrices1764000000005 } from './0005-model-prices.js';
import { SessionFiles1764000000006 } from './0006-session-files.js';
import { SessionRest1764000000007 } from './0007-session-rest.js';
import { EventChain1764000000008 } from './0008-event-chain.js';
import { TemplateUses1764000000009 } from './0009-template-uses.js';
import { ReviewsAndRounds1764000000010 } from './0010-reviews-and-rounds.js';
import { BudgetsAndAudit1764000000011 } from './0011-budgets-and-audit.js';
import { GivenTitles1764000000012 } from './0012-given-titles.js';
import { Users1764000000013 } from './0013-users.js';
import { ProviderKeys1764000000014 } from './0014-provider-keys.js';

/** In order. Append-only: a migration that has been released is never edited. */
export const MIGRATIONS: readonly (new () => MigrationInterface)[] = [
  Foundation1764000000001,
  PassagesAndMemories1764000000002,
  ProviderRegistry1764000000003,
  PersonaFiles1764000000004,
  ModelPrices1764000000005,
  SessionFiles1764000000006,
  SessionRest1764000000007,
  EventChain1764000000008,
  TemplateUses1764000000009,
  ReviewsAndRounds1764000000010,
  BudgetsAndAudit1764000000011,
  GivenTitles1764000000012,
  Users1764000000013,
  ProviderKeys1764000000014,
];
