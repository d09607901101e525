import { FileText, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '@/i18n/format';
import { IconButton } from '@/ui/icon-button';
import type { Attachment } from './start-form';

interface AttachmentsFieldProps {
  readonly attachments: readonly Attachment[];
  readonly onChange: (attachments: readonly Attachment[]) => void;
}

/** What the council reads beside the document. Only the document is cited by line, judged and mended. */
export function AttachmentsField({ attachments, onChange }: AttachmentsFieldProps) {
  const { t, i18n } = useTranslation('start');
  if (attachments.length === 0) return null;
  return (
    <div className="grid gap-2">
      <p className="text-sm font-medium">{t('attachments.title')}</p>
      <ul className="grid gap-1">
        {attachments.map((one, at) => (
          <li
            key={`${one.name} ${at}`}
            className="flex items-center gap-2 rounded-md border border-line bg-card px-3 py-1"
          >
            <FileText aria-hidden className="size-4 shrink-0 text-soft" />
            <span className="min-w-0 grow truncate">{one.name}</span>
            <span className="shrink-0 text-sm text-soft">
              {t('attachments.size', { characters: formatNumber(one.content.length, i18n.language) })}
            </span>
            <IconButton
              icon={X}
              size="sm"
              label={t('attachments.remove', { name: one.name })}
              onClick={() => onChange(attachments.filter((other) => other !== one))}
            />
          </li>
        ))}
      </ul>
      <p className="text-sm text-soft">{t('attachments.hint')}</p>
    </div>
  );
}
