import type { OtlpOptions } from './otlp-exporter.js';
import { sendSpansTo } from './spans.js';

/** From now on, until the returned function is called, which waits for what is left. The exporter is loaded here and nowhere else. */
export async function exportSpans(options: OtlpOptions): Promise<() => Promise<void>> {
  const { OtlpExporter } = await import('./otlp-exporter.js');
  const exporter = new OtlpExporter(options);
  sendSpansTo((span) => {
    exporter.take(span);
  });
  return async () => {
    sendSpansTo(null);
    await exporter.close();
  };
}
