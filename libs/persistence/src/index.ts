export { connect, Database, type DatabaseKind } from './database.js';
export { PersistenceModule } from './persistence.module.js';
export { prepared } from './prepared-statements.js';
