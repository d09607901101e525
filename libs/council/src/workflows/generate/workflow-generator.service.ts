import type { GeneratedWorkflow, GenerateRequest, Language, ModelName } from '@council/contracts';
import { ModelCatalogue, type SeatAssignment } from '@council/council-core';
import { AppError } from '@council/kernel';
import { Injectable } from '@nestjs/common';
import { AgentsRepository } from '../../agents/agents.repository.js';
import { guessLanguage } from '../../sessions/session-words.js';
import { GraphWriter } from './graph-writer.service.js';
import { type ComparedTemplate, SimilarTemplates } from './similar-templates.service.js';

const TEMPLATES_NAMED = 3;
const DEFAULT: ModelName = { provider: 'default', model: 'default' };

const NO_MODEL: Readonly<Record<Language, string>> = {
  en: 'No model is set up, so nothing was written anew: this is the template whose words are nearest to yours. With LLM_PROVIDER, LLM_MODEL and LLM_API_KEY a model writes one.',
  zh: '尚未配置模型，因此没有新写流程：这是文字与您的要求最接近的模板。设置 LLM_PROVIDER、LLM_MODEL 和 LLM_API_KEY 后，将由模型撰写。',
};

/** Makes a workflow of a sentence. Keeps nothing. */
@Injectable()
export class WorkflowGenerator {
  constructor(
    private readonly catalogue: ModelCatalogue,
    private readonly agents: AgentsRepository,
    private readonly similar: SimilarTemplates,
    private readonly writer: GraphWriter,
  ) {}

  async generate({ prompt, language = guessLanguage(prompt), model }: GenerateRequest): Promise<GeneratedWorkflow> {
    const writer = await this.whoWrites(model);
    // Before anything is paid for: what fails here costs nothing.
    const templates = await this.similar.to(prompt);
    const similar_templates = templates.slice(0, TEMPLATES_NAMED).map(toSimilar);
    if (writer === null) return { ...asTemplate(templates, language), similar_templates };
    const { graph, explanation, model: made, ...used } = await this.writer.write(prompt, language, writer);
    const confidence = await this.similar.nearness(prompt, graph);
    return { graph, explanation, confidence, similar_templates, made_by: { kind: 'model', ...made, ...used } };
  }

  /** Null: no model is set up at all. */
  private async whoWrites(wanted: ModelName | undefined): Promise<SeatAssignment | null> {
    const agents = wanted === undefined ? await this.agents.findAll() : [];
    const candidates = wanted === undefined ? [DEFAULT, ...agents.map(({ model_config }) => model_config)] : [wanted];
    for (const { provider, model } of candidates) {
      const plan = this.catalogue.plan([
        { node_id: 'graph', name: 'graph', wanted: { provider, model }, isUnedited: false },
      ]);
      if (plan.ok) return plan.engine.kind === 'model' ? (plan.seats[0] ?? null) : null;
      if (wanted !== undefined) throw unusableModel(plan.missing.map(({ message }) => message));
    }
    throw unusableModel(['no model of the server or of an agent can be called']);
  }
}

function unusableModel(messages: readonly string[]): AppError {
  return new AppError('invalid', 'WORKFLOW.NO_WRITER', 'no model can write it', { detail: messages.join(' ') });
}

const toSimilar = ({ template, similarity }: ComparedTemplate) => ({
  template_uuid: template.template_uuid,
  name: template.name,
  description: template.description ?? '',
  similarity,
});

function asTemplate(templates: readonly ComparedTemplate[], language: Language) {
  const [nearest] = templates;
  if (nearest === undefined) throw unusableModel(['no model is set up, and there is no template to take']);
  const { template, similarity } = nearest;
  const { name, description, graph_definition: graph, template_uuid } = template;
  return {
    graph: {
      ...graph,
      workflow_uuid: '',
      name: graph.name || name,
      description: graph.description || (description ?? ''),
    },
    explanation: NO_MODEL[language],
    confidence: similarity,
    made_by: { kind: 'template' as const, template_uuid },
  };
}
