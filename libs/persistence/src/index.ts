export { connect, Database } from './database.js';
export { PersistenceModule } from './persistence.module.js';
