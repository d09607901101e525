import { useTranslation } from 'react-i18next';
import { Dialog } from '@/ui/dialog';

/** As they stand on the keys, whichever language the page speaks. */
const ALONE = ['Alt', 'Shift'] as const;
const GROUPS = [
  {
    name: 'anywhere',
    rows: [
      { does: 'skip', keys: ['Tab'] },
      { does: 'close', keys: ['Esc'] },
      { does: 'list', keys: [...ALONE, '?'] },
    ],
  },
  { name: 'writing', rows: [{ does: 'send', keys: ['Ctrl', 'Enter'] }] },
  {
    name: 'room',
    rows: [
      { does: 'course', keys: [...ALONE, '1'] },
      { does: 'conversation', keys: [...ALONE, '2'] },
      { does: 'papers', keys: [...ALONE, '3'] },
      { does: 'all', keys: [...ALONE, '0'] },
      { does: 'foldCourse', keys: [...ALONE, '['] },
      { does: 'foldPapers', keys: [...ALONE, ']'] },
      { does: 'width', keys: ['←', '→'] },
    ],
  },
] as const;

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('shortcuts');
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('title')} description={t('text')}>
      {GROUPS.map(({ name, rows }) => (
        <section key={name} aria-labelledby={`shortcuts-${name}`} className="grid gap-2">
          <h3 id={`shortcuts-${name}`} className="font-medium">
            {t(`${name}.title`)}
          </h3>
          <dl className="divide-y divide-line rounded-md border border-line text-sm">
            {rows.map(({ does, keys }) => (
              <div key={does} className="flex items-center justify-between gap-4 px-3 py-2">
                <dt>{t(`does.${does}`)}</dt>
                <dd className="flex shrink-0 gap-1">
                  {keys.map((key) => (
                    <kbd key={key} className="rounded-sm border border-line-strong bg-sunken px-1.5 font-mono text-xs">
                      {key}
                    </kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
