import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useWords } from '@/library/use-words';
import { TemplateCard } from '@/templates/template-card';
import { CardGrid } from '@/ui/card-grid';
import { useShown } from '@/ui/use-shown';

interface TemplateGalleryProps {
  readonly templates: readonly Schemas['Template'][];
  readonly chosen: string | null;
  readonly onChoose: (uuid: string) => void;
}

/** A set of radio buttons that look like cards: the arrow keys go from one to the next. */
export function TemplateGallery({ templates, chosen, onChoose }: TemplateGalleryProps) {
  const { t } = useTranslation('start');
  const wordsOf = useWords();
  const name = useId();
  const row = useShown<HTMLUListElement>('[data-chosen]', chosen ?? '');
  return (
    <fieldset className="min-w-0">
      <legend className="mb-3 font-serif text-xl font-semibold">{t('template')}</legend>
      <CardGrid ref={row} isRowOnPhone>
        {templates.map((template) => (
          <li key={template.template_uuid} data-chosen={template.template_uuid === chosen || undefined}>
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
