import { Module } from '@nestjs/common';
import { InProcessRunner } from './in-process-runner.js';
import { LiveChannel } from './live-channel.js';

/** Needs the ports EventStore, LeaseStore and ChatModel from the modules above it. */
@Module({ providers: [InProcessRunner, LiveChannel], exports: [InProcessRunner, LiveChannel] })
export class DispatchModule {}
