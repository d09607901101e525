export { MemoryModule } from './memory.module.js';
export { PassageIndexer } from './passages/passage-indexer.js';
