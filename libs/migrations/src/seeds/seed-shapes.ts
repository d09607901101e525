import type {
  Capabilities,
  GraphDefinition,
  ModelConfig,
  ProviderDialect,
  ProviderEgress,
  Template,
} from '@council/contracts';

/** Where a row comes from. A higher version replaces the row at the next start, unless a user has edited it. */
interface Seeded {
  readonly seed_key: string;
  readonly seed_version: number;
}

/** English is the row itself; Chinese stands beside it. */
interface InChinese<Words> {
  readonly translations: { readonly zh: Words };
}

interface AgentWords {
  readonly name: string;
  readonly description: string;
  readonly persona_prompt: string;
}

interface TemplateWords {
  readonly name: string;
  readonly description: string;
  /** What each node of its graph is called, by the node's id. */
  readonly nodes: Readonly<Record<string, string>>;
  /** Of the properties of its nodes, those that ask somebody something. */
  readonly properties?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface SeedAgent extends Seeded, InChinese<AgentWords> {
  readonly agent_uuid: string;
  readonly name: string;
  readonly description: string;
  readonly persona_prompt: string;
  readonly model_config: ModelConfig;
  readonly capabilities: Capabilities;
}

export interface SeedGroup extends Seeded, InChinese<{ readonly name: string; readonly system_prompt: string }> {
  readonly group_uuid: string;
  readonly name: string;
  readonly icon: string | null;
  readonly system_prompt: string;
  readonly default_agent_uuids: readonly string[];
}

export interface SeedTemplate extends Seeded, InChinese<TemplateWords> {
  readonly template_uuid: string;
  readonly name: string;
  readonly description: string;
  readonly category: Template['category'];
  readonly tags: readonly string[];
  readonly graph: GraphDefinition;
}

/** In this order. Addresses and quirks of presets are the gateway's own; here is what its rows hold. */
export interface SeedProvider {
  readonly provider_id: string;
  readonly name: string;
  readonly icon: string;
  readonly dialect: ProviderDialect;
  /** Null: it asks for no key. */
  readonly key_variable: string | null;
  readonly egress: ProviderEgress;
  readonly models: readonly string[];
}
