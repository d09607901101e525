import { Injectable } from '@nestjs/common';
import { AppConfig } from '@council/config';
import { type ChatChunk, ChatModel, type ChatRequest } from '@council/council-core';
import { ProviderRegistry } from '../providers/provider-registry.js';
import { REHEARSAL_PROVIDER } from '../rehearsal/engine-name.js';
import { RehearsalEngine } from '../rehearsal/rehearsal-engine.js';
import { ModelCall } from './model-call.js';
import { OpenAiChatDialect } from './openai-chat-dialect.js';
import { ProviderLimitsSource } from './provider-limits.js';
import { Traffic } from './traffic.js';
import { UpstreamAgents } from './upstream-agents.js';

/** Routes a request to the model that it names: a provider's endpoint, or the rehearsal engine. */
@Injectable()
export class GatewayChatModel extends ChatModel {
  private readonly dialect: OpenAiChatDialect;
  private readonly traffic: Traffic;

  constructor(
    private readonly config: AppConfig,
    private readonly rehearsal: RehearsalEngine,
    private readonly registry: ProviderRegistry,
    limits: ProviderLimitsSource,
    agents: UpstreamAgents,
  ) {
    super();
    this.dialect = new OpenAiChatDialect(agents);
    this.traffic = new Traffic(config.llm.maxConcurrency, limits);
  }

  stream(request: ChatRequest): AsyncIterable<ChatChunk> {
    if (request.provider === REHEARSAL_PROVIDER) return this.rehearsal.stream(request);
    const providers = {
      lookUp: () => this.registry.book.find(request.provider),
      secrets: () => this.registry.book.secrets,
    };
    return new ModelCall(this.config.llm, this.dialect, this.traffic, request, providers).stream();
  }
}
