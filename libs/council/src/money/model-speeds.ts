import type { ModelName } from '@council/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/**
 * The bill of a turn stands right behind its message in the log. Only the newest sessions are looked at: speeds change,
 * and the log has no index by the kind of event. Answers from the cache say nothing of a model's speed.
 */
const MEDIANS = `
SELECT said.data->>'provider' AS provider, said.data->>'model' AS model,
  percentile_cont(0.5) WITHIN GROUP (
    ORDER BY (bill.data->>'output_tokens')::float8 * 1000 / (said.data->>'latency_ms')::float8) AS speed
FROM (SELECT session_uuid FROM sessions ORDER BY created_at DESC, session_uuid DESC LIMIT 50) AS newest
JOIN session_events AS said ON said.session_uuid = newest.session_uuid AND said.event = 'message:completed'
JOIN session_events AS bill
  ON bill.session_uuid = said.session_uuid AND bill.seq = said.seq + 1 AND bill.event = 'token_usage'
WHERE said.data->>'provider' = ANY ($1::text[]) AND said.data->>'model' = ANY ($2::text[])
  AND (said.data->>'latency_ms')::float8 > 0 AND (bill.data->>'output_tokens')::float8 > 0
  AND (bill.data->>'is_cached') IS DISTINCT FROM 'true'
GROUP BY 1, 2`;

/** How fast models have really spoken here: the median of output tokens a second over whole calls. */
@Injectable()
export class ModelSpeeds {
  constructor(private readonly database: DataSource) {}

  /** Null for a model that has not spoken in the newest sessions. */
  async of(models: readonly ModelName[]): Promise<(model: ModelName) => number | null> {
    const rows = await this.database.query<(ModelName & { readonly speed: number })[]>(MEDIANS, [
      models.map(({ provider }) => provider),
      models.map(({ model }) => model),
    ]);
    const speeds = new Map(rows.map((row) => [keyOf(row), row.speed]));
    return (model) => speeds.get(keyOf(model)) ?? null;
  }
}

const keyOf = ({ provider, model }: ModelName): string => `${provider} ${model}`;
