export { connect, Database } from './database.js';
export { PersistenceModule } from './persistence.module.js';
export { prepared } from './prepared-statements.js';
