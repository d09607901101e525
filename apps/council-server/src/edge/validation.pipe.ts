import { AppError, type Issue } from '@council/kernel';
import { type ArgumentMetadata, Injectable, StandardSchemaValidationPipe } from '@nestjs/common';
import { unstorableParts } from './storable-body.js';

type StandardIssues = ConstructorParameters<typeof SchemaProblem>[0];

/** Carries the schema's issues from Nest's pipe, which does not say where the value came from, to ours, which does. */
class SchemaProblem extends Error {
  constructor(
    readonly issues: readonly {
      readonly message: string;
      readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[];
    }[],
  ) {
    super('a value breaks its schema');
  }
}

/** All that is wrong at once: 422 for a body that was understood, 400 for an address or a query that was not. */
@Injectable()
export class ValidationPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({ exceptionFactory: (issues) => new SchemaProblem(issues) });
  }

  override async transform<T = unknown>(value: T, metadata: ArgumentMetadata): Promise<T> {
    if (metadata.type === 'body' && value === undefined && (await needsValue(metadata.schema))) {
      throw new AppError('malformed', 'REQUEST.BODY_EMPTY', 'a JSON body is needed and none came');
    }
    if (metadata.type === 'body') refuse(unstorableParts(value));
    try {
      return await super.transform(value, metadata);
    } catch (error) {
      throw error instanceof SchemaProblem ? this.asAppError(error.issues, metadata) : error;
    }
  }

  private asAppError(problems: StandardIssues, { type, data }: ArgumentMetadata): AppError {
    const issues = problems.map((problem): Issue => {
      const path = [...(type === 'body' || data === undefined ? [] : [data]), ...(problem.path ?? []).map(segment)];
      return { path: path.join('.'), code: codeOf(problem), message: problem.message };
    });
    return type === 'body'
      ? breaksSchema(issues)
      : new AppError('malformed', 'REQUEST.MALFORMED', `the ${placeOf(type)} cannot be read`, { issues });
  }
}

/** A body whose every part may be left out may be left out itself. */
async function needsValue(schema: ArgumentMetadata['schema']): Promise<boolean> {
  if (schema === undefined) return false;
  return (await schema['~standard'].validate(undefined)).issues !== undefined;
}

function refuse(issues: readonly Issue[]): void {
  if (issues.length > 0) throw breaksSchema(issues);
}

function breaksSchema(issues: readonly Issue[]): AppError {
  return new AppError('invalid', 'REQUEST.INVALID', 'the request breaks the schema', { issues });
}

function segment(part: PropertyKey | { readonly key: PropertyKey }): string {
  return String(typeof part === 'object' ? part.key : part);
}

/** Zod's name of the rule; the Standard Schema interface does not promise one. */
function codeOf(problem: object): string {
  return 'code' in problem && typeof problem.code === 'string' ? problem.code : 'invalid';
}

function placeOf(type: ArgumentMetadata['type']): string {
  return type === 'param' ? 'address' : type;
}
