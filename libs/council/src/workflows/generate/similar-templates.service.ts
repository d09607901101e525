import type { GraphDefinition } from '@council/contracts';
import { Embedder } from '@council/council-core';
import { Injectable } from '@nestjs/common';
import type { TemplateEntity } from '../../templates/template.entity.js';
import { TemplatesRepository } from '../../templates/templates.repository.js';

export interface ComparedTemplate {
  readonly template: Readonly<TemplateEntity>;
  readonly similarity: number;
}

/** How near words are to each other, by the embedding model of this server. */
@Injectable()
export class SimilarTemplates {
  constructor(
    private readonly templates: TemplatesRepository,
    private readonly embedder: Embedder,
  ) {}

  /** All of them, closest first. */
  async to(prompt: string): Promise<readonly ComparedTemplate[]> {
    const rows = await this.templates.findAll({ include_system: true });
    const [asked, ...vectors] = await this.embedder.embed([prompt, ...rows.map(wordsOfTemplate)]);
    return rows
      .map((template, at) => ({ template, similarity: cosine(asked, vectors[at]) }))
      .toSorted((one, other) => other.similarity - one.similarity);
  }

  async nearness(prompt: string, graph: GraphDefinition): Promise<number> {
    const [asked, made] = await this.embedder.embed([prompt, wordsOfGraph(graph)]);
    return cosine(asked, made);
  }
}

const wordsOfGraph = ({ name, description, nodes }: GraphDefinition): string =>
  [name, description, ...Object.values(nodes).map((node) => node.name)].filter((words) => words !== '').join('. ');

const wordsOfTemplate = ({ name, description, tags, graph_definition }: Readonly<TemplateEntity>): string =>
  [name, description ?? '', tags.join(' '), wordsOfGraph(graph_definition)].join('. ');

/** 0 to 1, in thousandths: what points away from each other is as far as can be. */
function cosine(one: readonly number[] = [], other: readonly number[] = []): number {
  const dot = one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
  const length = Math.hypot(...one) * Math.hypot(...other);
  return length === 0 ? 0 : Math.round(Math.max(0, Math.min(1, dot / length)) * 1_000) / 1_000;
}
