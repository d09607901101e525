import { Module } from '@nestjs/common';
import { SessionsModule } from '../sessions/sessions.module.js';
import { CouncilGateway } from './council.gateway.js';
import { Feeds } from './feeds.service.js';
import { LiveRights } from './live-rights.js';
import { StreamController } from './stream.controller.js';

@Module({
  imports: [SessionsModule],
  controllers: [StreamController],
  providers: [CouncilGateway, Feeds, LiveRights],
  exports: [CouncilGateway, Feeds],
})
export class RealtimeModule {}
