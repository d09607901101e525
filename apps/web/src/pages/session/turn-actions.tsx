import { Copy, Link2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { copyText } from '@/ui/copy-text';
import { IconButton } from '@/ui/icon-button';
import { toast } from '@/ui/toast';
import { AskAgain } from './ask-again';
import type { Turn } from './room-log';
import { linkToTurn } from './turn-link';

/** Takes one message along: its words, or its address. */
export function TurnActions({ turn }: { readonly turn: Turn }) {
  const { t } = useTranslation('session');
  const copy = async (text: string, done: string): Promise<void> => {
    const isCopied = await copyText(text);
    toast(isCopied ? done : t('copy.failed'), { tone: isCopied ? 'good' : 'bad' });
  };
  return (
    <>
      <IconButton
        icon={Copy}
        size="sm"
        label={t('copy.text')}
        onClick={() => void copy(turn.text, t('copy.textDone'))}
      />
      <IconButton
        icon={Link2}
        size="sm"
        label={t('copy.link')}
        onClick={() => void copy(linkToTurn(turn.key), t('copy.linkDone'))}
      />
      <AskAgain turn={turn} />
    </>
  );
}
