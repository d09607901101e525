import { AppError } from '@council/kernel';

export const unknownTemplate = (id: string): AppError =>
  new AppError('not-found', 'TEMPLATE.NOT_FOUND', 'template not found', { detail: `There is no template ${id}.` });
