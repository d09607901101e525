export { EmbeddingsModule } from './embeddings.module.js';
export { EmbeddingStore } from './store/embedding-store.js';
