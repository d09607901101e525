import { Paperclip } from 'lucide-react';
import { type DragEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '@/i18n/format';
import { cx } from '@/ui/cx';
import { FileButton } from '@/ui/file-button';
import { Field } from '@/ui/field';
import { Textarea } from '@/ui/textarea';
import { AttachmentsField } from './attachments-field';
import { SampleMenu } from './sample-menu';
import type { Attachment, StartValues } from './start-form';
import { MAX_ATTACHMENTS, type RefusedFile, takeFiles } from './take-files';
import { countLines, refusalOf } from './text-file';
import { useDropGuard } from './use-drop-guard';

interface DocumentFieldProps {
  readonly text: string;
  readonly attachments: readonly Attachment[];
  /** What the server or the form has against it. */
  readonly error: string | undefined;
  readonly onChange: (changed: Partial<StartValues>) => void;
}

/** The document under work: pasted, dropped, or chosen from the disk. Of several files the others are read beside it. */
export function DocumentField({ text, attachments, error, onChange }: DocumentFieldProps) {
  const { t, i18n } = useTranslation('start');
  const [name, setName] = useState<string | null>(null);
  const [refused, setRefused] = useState<readonly RefusedFile[]>([]);
  const [isOver, setOver] = useState(false);
  useDropGuard();
  const fill = (next: string, from: string | null): void => {
    setName(from);
    setRefused([]);
    onChange({ document: next });
  };
  const take = async (files: readonly File[], isBeside: boolean): Promise<void> => {
    const taken = await takeFiles(files, MAX_ATTACHMENTS - attachments.length, isBeside);
    if (taken.document !== null) fill(taken.document.content, taken.document.name);
    if (taken.beside.length > 0) onChange({ attachments: [...attachments, ...taken.beside] });
    setRefused(taken.refused);
  };
  const drop = ({ dataTransfer, target }: DragEvent): void => {
    setOver(false);
    const dropped = dataTransfer.getData('text/plain');
    if (dataTransfer.files.length > 0) void take([...dataTransfer.files], false);
    // Into the field itself the browser puts it, where it was dropped.
    else if (dropped !== '' && !(target instanceof HTMLTextAreaElement)) fill(text + dropped, name);
  };
  const typed = useMemo(() => refusalOf(text), [text]);
  const refusals = [...refused, ...(typed === null ? [] : [{ reason: typed, name: name ?? t('document') }])];
  const figures = {
    characters: formatNumber(text.length, i18n.language),
    lines: formatNumber(countLines(text), i18n.language),
  };
  return (
    <div
      className={cx('grid gap-3 rounded-lg', isOver && 'outline-2 outline-offset-8 outline-accent')}
      onDragOver={() => setOver(true)}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Field
        label={t('document')}
        hint={text === '' ? t('documentHint') : [name, t('documentSize', figures)].filter(Boolean).join(' · ')}
        error={
          refusals.length === 0
            ? error
            : refusals.map((refusal) => t(`refusal.${refusal.reason}`, { name: refusal.name })).join(' ')
        }
      >
        <Textarea rows={10} value={text} onChange={({ target }) => fill(target.value, name)} />
      </Field>
      <div className="flex flex-wrap gap-2">
        <FileButton
          size="sm"
          label={t('chooseFile')}
          accept=""
          isMultiple
          onFiles={(files) => void take(files, false)}
        />
        <FileButton
          size="sm"
          icon={Paperclip}
          label={t('attachments.add')}
          accept=""
          isMultiple
          disabled={attachments.length >= MAX_ATTACHMENTS}
          onFiles={(files) => void take(files, true)}
        />
        <SampleMenu onRead={fill} />
      </div>
      <AttachmentsField attachments={attachments} onChange={(left) => onChange({ attachments: left })} />
    </div>
  );
}
