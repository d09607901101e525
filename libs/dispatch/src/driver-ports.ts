import { ChatModel, EventStore, Evidence, GroupBudgets, Recollection, ToolBox } from '@council/council-core';
import { Injectable } from '@nestjs/common';
import { LiveChannel } from './live-channel.js';

/** What a driver works with: the log, and the hands that carry out what is due. */
@Injectable()
export class DriverPorts {
  constructor(
    readonly store: EventStore,
    readonly model: ChatModel,
    readonly tools: ToolBox,
    readonly recollection: Recollection,
    readonly evidence: Evidence,
    readonly budgets: GroupBudgets,
    readonly live: LiveChannel,
  ) {}
}
