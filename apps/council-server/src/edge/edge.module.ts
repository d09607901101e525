import { TelemetryModule } from '@council/telemetry';
import { Module } from '@nestjs/common';
import { AuthController } from './auth.controller.js';
import { Draining } from './draining.js';
import { WhoMaySpeak } from './who-may-speak.js';

/** What stands between the socket and the features. */
@Module({
  imports: [TelemetryModule],
  controllers: [AuthController],
  providers: [WhoMaySpeak, Draining],
  exports: [WhoMaySpeak, Draining],
})
export class EdgeModule {}
