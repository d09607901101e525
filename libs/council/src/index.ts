export { AgentEntity } from './agents/agent.entity.js';
export { CouncilModule } from './council.module.js';
export { GroupEntity } from './groups/group.entity.js';
export { SessionReader } from './sessions/session-reader.service.js';
export { SessionStarter } from './sessions/session-starter.service.js';
export { SessionEntity } from './sessions/session.entity.js';
