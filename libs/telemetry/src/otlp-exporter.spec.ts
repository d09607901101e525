import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OtlpExporter } from './otlp-exporter.js';
import { newTrace } from './trace-context.js';

let collector: Server;
let asked: number;
let troubles: string[];
let answer: (response: ServerResponse) => void;

beforeEach(async () => {
  [asked, troubles] = [0, []];
  collector = createServer((request, response) => {
    asked += 1;
    request.resume().once('end', () => {
      answer(response);
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  collector.closeAllConnections();
  await new Promise((resolve) => collector.close(resolve));
});

function exporter(): OtlpExporter {
  const endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
  const onTrouble = (message: string) => troubles.push(message);
  return new OtlpExporter({ endpoint, headers: {}, serviceName: 'test', onTrouble });
}
const SPAN = { name: 's', kind: 'internal', startedAtMs: 1, endedAtMs: 2, attributes: {}, error: null } as const;

describe('the exporter of spans', () => {
  it('delivers what there is when the process ends, also what came meanwhile', async () => {
    answer = (response) => response.end('{}');
    const spans = exporter();
    spans.take({ ...SPAN, trace: newTrace() });
    const first = spans.flush();
    spans.take({ ...SPAN, trace: newTrace() });
    await spans.close();
    await first;
    expect([asked, troubles]).toEqual([2, []]);
  });

  it('holds nobody up whose collector takes spans and never answers', async () => {
    answer = () => undefined;
    const spans = exporter();
    spans.take({ ...SPAN, trace: newTrace() });
    const flushes = Array.from({ length: 20 }, () => spans.flush());
    await spans.close();
    await Promise.all(flushes);
    // One delivery for all that asked, and at most one more at the end.
    expect(asked).toBeLessThan(3);
    expect(troubles).toHaveLength(1);
  }, 30_000);
});
