export { logLine, type NestLevel, redact } from './log-line.js';
export { Metrics } from './metrics.js';
export { MetricsPort } from './metrics-port.js';
export { beginSpan, sendSpansTo, type Span } from './spans.js';
export { exportSpans } from './export-spans.js';
export { TelemetryModule } from './telemetry.module.js';
export { newTrace, readTraceparent, writeTraceparent } from './trace-context.js';
export {
  type CarriedWork,
  carryWork,
  currentWork,
  runApart,
  runCarried,
  runIn,
  sayWhoSpeaks,
  traceHeaders,
  type WorkContext,
  workOfSession,
} from './work-context.js';
