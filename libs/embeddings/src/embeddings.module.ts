import { CacheModule } from '@council/cache';
import { AppConfig } from '@council/config';
import { Embedder, SentenceEncoder } from '@council/council-core';
import { CACHE_MANAGER, type Cache } from '@nestjs/cache-manager';
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CachedEmbedder } from './cached-embedder.js';
import { EndpointEmbedder } from './endpoint/endpoint-embedder.js';
import { OfflineEmbedder } from './offline/offline-embedder.js';
import { OfflineEncoder } from './offline/offline-encoder.js';
import { EmbeddingModelEntity } from './store/embedding-model.entity.js';
import { EmbeddingStore } from './store/embedding-store.js';
import { EmbeddingEntity } from './store/embedding.entity.js';

/** The ports and the store; never the adapters. Needs the global `AppConfig`. */
@Global()
@Module({
  imports: [CacheModule, TypeOrmModule.forFeature([EmbeddingEntity, EmbeddingModelEntity])],
  providers: [
    { provide: SentenceEncoder, useFactory: () => new OfflineEncoder() },
    { provide: Embedder, useFactory: chooseEmbedder, inject: [AppConfig, SentenceEncoder, CACHE_MANAGER] },
    EmbeddingStore,
  ],
  exports: [Embedder, SentenceEncoder, EmbeddingStore],
})
export class EmbeddingsModule {}

function chooseEmbedder(config: AppConfig, encoder: SentenceEncoder, cache: Cache): Embedder {
  const { provider = 'offline' } = config.embedding;
  const model = provider === 'offline' ? new OfflineEmbedder(encoder) : new EndpointEmbedder(config, provider);
  const ttlMs = config.cache.embeddingTtlMs;
  return ttlMs === null ? model : new CachedEmbedder(model, cache, ttlMs);
}
