import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';

/** Those that come with the product have words in both languages; the server has theirs in English. */
const SEEDED = {
  'b2589b10-54d9-5ab0-bf6f-740f63051889': 'debate',
  'c2264ddd-eb82-579e-9e40-36bba8d9924c': 'optimize',
  '1ddeed40-b360-57ca-87bc-e6e60c668f7b': 'codeReview',
  '66902429-d746-53d2-a3f7-90d50ec7584c': 'stressTest',
  'e16cd68b-9f96-596a-ac92-8331367b1bd5': 'quickDecision',
} as const;

type Words = Pick<Schemas['Template'], 'name' | 'description'>;

export function useTemplateWords(): (template: Schemas['Template']) => Words {
  const { t } = useTranslation('templates');
  return (template) => {
    const key = (SEEDED as Readonly<Record<string, (typeof SEEDED)[keyof typeof SEEDED]>>)[template.template_uuid];
    if (key === undefined) return template;
    return { name: t(`seeded.${key}.name`), description: t(`seeded.${key}.about`) };
  };
}
