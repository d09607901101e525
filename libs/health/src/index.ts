export { HealthModule } from './health.module.js';
export { HealthPort } from './health-port.js';
