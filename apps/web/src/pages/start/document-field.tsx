import { FileUp } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '@/i18n/format';
import { Button } from '@/ui/button';
import { cx } from '@/ui/cx';
import { Field } from '@/ui/field';
import { Textarea } from '@/ui/textarea';
import { SampleMenu } from './sample-menu';
import { countLines, readTextFile, type Refusal, refusalOf } from './text-file';
import { useDropGuard } from './use-drop-guard';

interface DocumentFieldProps {
  readonly text: string;
  /** What the server or the form has against it. */
  readonly error: string | undefined;
  readonly onChange: (text: string) => void;
}

/** The document under work: pasted, dropped, or chosen from the disk. */
export function DocumentField({ text, error, onChange }: DocumentFieldProps) {
  const { t, i18n } = useTranslation('start');
  const [name, setName] = useState<string | null>(null);
  const [refused, setRefused] = useState<{ reason: Refusal; name: string } | null>(null);
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useDropGuard();
  const fill = (next: string, from: string | null): void => {
    setName(from);
    setRefused(null);
    onChange(next);
  };
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const read = await readTextFile(file);
    if ('text' in read) fill(read.text, file.name);
    else setRefused({ reason: read.refusal, name: file.name });
  };
  const drop = ({ dataTransfer }: DragEvent): void => {
    setOver(false);
    const dropped = dataTransfer.getData('text/plain');
    if (dataTransfer.files.length > 0) void take(dataTransfer.files[0]);
    else if (dropped !== '') fill(dropped, null);
  };
  const typed = refusalOf(text);
  const refusal = refused ?? (typed === null ? null : { reason: typed, name: name ?? t('document') });
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
        error={refusal === null ? error : t(`refusal.${refusal.reason}`, { name: refusal.name })}
      >
        <Textarea rows={10} value={text} onChange={({ target }) => fill(target.value, name)} />
      </Field>
      <input
        ref={input}
        type="file"
        hidden
        data-testid="document-file"
        onChange={({ target }) => {
          void take(target.files?.[0]);
          // The same file may be chosen again after it was changed.
          target.value = '';
        }}
      />
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={() => input.current?.click()}>
          <FileUp aria-hidden className="size-4" />
          {t('chooseFile')}
        </Button>
        <SampleMenu onRead={fill} />
      </div>
    </div>
  );
}
