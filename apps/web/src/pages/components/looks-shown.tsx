import { useTranslation } from 'react-i18next';
import { Panel } from '@/app/panel';
import { cx } from '@/ui/cx';

const COLOURS = [
  ['paper', 'bg-paper text-ink'],
  ['card', 'bg-card text-ink'],
  ['sunken', 'bg-sunken text-soft'],
  ['wash', 'bg-wash text-accent-strong'],
  ['accent', 'bg-accent text-on-accent'],
  ['good', 'bg-good-wash text-good'],
  ['warn', 'bg-warn-wash text-warn'],
  ['bad', 'bg-bad-wash text-bad'],
  ['mark', 'bg-mark text-ink'],
] as const;
const SIZES = ['text-3xl', 'text-2xl', 'text-xl', 'text-lg', 'text-base'] as const;

export function LooksShown() {
  const { t } = useTranslation('components');
  return (
    <>
      <Panel title={t('colours')}>
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(8rem,1fr))] gap-3">
          {COLOURS.map(([name, look]) => (
            <li key={name} className={cx('rounded-md border border-line px-3 py-4 font-mono text-xs', look)}>
              {name}
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('type.title')}>
        {SIZES.map((size) => (
          <p key={size} className={cx('max-w-prose font-serif', size)}>
            {t('type.reading')}
          </p>
        ))}
        <p className="max-w-prose text-sm">{t('type.interface')}</p>
      </Panel>
    </>
  );
}
