import { AccessGuard } from '@council/access';
import { TelemetryModule } from '@council/telemetry';
import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AuthController } from './auth.controller.js';
import { Draining } from './draining.js';
import { FrontDoor } from './front-door.js';
import { WhoMaySpeak } from './who-may-speak.js';

/** What stands between the socket and the features. Needs who people are and what is whose: the global AccessModule. */
@Module({
  imports: [TelemetryModule],
  controllers: [AuthController],
  providers: [WhoMaySpeak, FrontDoor, Draining, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [WhoMaySpeak, FrontDoor, Draining],
})
export class EdgeModule {}
