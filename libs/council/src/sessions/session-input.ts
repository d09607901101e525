import type { ExecuteRequest, SessionCreated } from '@council/contracts';
import { foldLineEnds } from '@council/council-core';
import { AppError } from '@council/kernel';

const filled = (text: string | undefined): string | null => {
  const folded = foldLineEnds(text ?? '');
  return folded.trim() === '' ? null : folded;
};

/**
 * The input in the one form that the engine knows. A proposal that comes without a document is the document: it is what
 * the council is asked about, and what it can quote.
 */
export function readInput({
  input,
}: ExecuteRequest): Pick<SessionCreated, 'objective' | 'document' | 'proposal' | 'context'> {
  const document = filled(input.document_content);
  const proposal = filled(input.proposal);
  const objective = filled(input.optimization_objective)?.trim() ?? '';
  const attachments = (input.attachments ?? []).flatMap(({ name, content }) => {
    const text = filled(content);
    if (text === null) return [];
    // The council has to be able to tell them apart.
    return [name === undefined ? text : `${name}:\n\n${text}`];
  });
  const context = filled(input.combined_context) ?? (attachments.length === 0 ? null : attachments.join('\n\n---\n\n'));
  if (document === null && proposal === null && objective === '') {
    throw new AppError('invalid', 'SESSION.NOTHING_ASKED', 'the council needs a document or a question', {
      issues: [
        {
          path: 'input',
          code: 'SESSION.NOTHING_ASKED',
          message: 'give input.document_content, input.proposal or input.optimization_objective',
        },
      ],
    });
  }
  return { objective, document: document ?? proposal, proposal: document === null ? null : proposal, context };
}
