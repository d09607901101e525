import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { TemplateCard } from '@/templates/template-card';
import { useTemplateWords } from '@/templates/use-template-words';
import { CardGrid } from '@/ui/card-grid';

interface TemplateGalleryProps {
  readonly templates: readonly Schemas['Template'][];
  readonly chosen: string | null;
  readonly onChoose: (uuid: string) => void;
}

/** A set of radio buttons that look like cards: the arrow keys go from one to the next. */
export function TemplateGallery({ templates, chosen, onChoose }: TemplateGalleryProps) {
  const { t } = useTranslation('start');
  const wordsOf = useTemplateWords();
  const name = useId();
  return (
    <fieldset className="min-w-0">
      <legend className="mb-3 font-serif text-xl font-semibold">{t('template')}</legend>
      <CardGrid>
        {templates.map((template) => (
          <li key={template.template_uuid}>
            <TemplateCard
              template={template}
              isChosen={template.template_uuid === chosen}
              action={
                <input
                  type="radio"
                  name={name}
                  aria-label={wordsOf(template).name}
                  checked={template.template_uuid === chosen}
                  onChange={() => onChoose(template.template_uuid)}
                  className="size-5 accent-accent after:absolute after:inset-0 after:cursor-pointer"
                />
              }
            />
          </li>
        ))}
      </CardGrid>
    </fieldset>
  );
}
