import { Injectable } from '@nestjs/common';
import { type ChatChunk, ChatModel, type ChatRequest, ModelCallError } from '@council/council-core';

@Injectable()
export class RehearsalEngine extends ChatModel {
  // eslint-disable-next-line require-yield
  async *stream(_request: ChatRequest): AsyncIterable<ChatChunk> {
    throw new ModelCallError('X', 'x');
  }
}
