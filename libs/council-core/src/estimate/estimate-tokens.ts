import type { ChatMessage, ChatRequest } from '../ports/chat-model.js';

const BYTES_PER_TOKEN_ASCII = 4;
/** A Chinese character is three bytes of UTF-8 and about one token. */
const BYTES_PER_TOKEN_OTHER = 3;
const TOKENS_PER_MESSAGE = 4;

/**
 * How many tokens a text may have, from its bytes. A rough figure, and always labelled as an estimate: the real
 * tokenizers are downloaded when first used, which hangs for minutes on a machine without a network.
 */
export function estimateTokens(text: string): number {
  const bytes = Buffer.byteLength(text);
  let ascii = 0;
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) < 0x80) ascii += 1;
  return Math.ceil(ascii / BYTES_PER_TOKEN_ASCII + (bytes - ascii) / BYTES_PER_TOKEN_OTHER);
}

export const estimateMessageTokens = (messages: readonly ChatMessage[]): number =>
  messages.reduce((sum, message) => sum + estimateTokens(message.content + callsOf(message)) + TOKENS_PER_MESSAGE, 0);

const callsOf = (message: ChatMessage): string =>
  message.role === 'assistant' && message.toolCalls !== undefined ? JSON.stringify(message.toolCalls) : '';

/** Tools and the form of the answer are read by the model, and paid for, like the messages. */
export function estimateRequestTokens({
  messages,
  tools,
  output,
}: Pick<ChatRequest, 'messages' | 'tools' | 'output'>): number {
  const offered = tools === undefined ? 0 : estimateTokens(JSON.stringify(tools));
  const form = output === undefined ? 0 : estimateTokens(JSON.stringify(output));
  return estimateMessageTokens(messages) + offered + form;
}
