import { useTranslation } from 'react-i18next';
import { cx } from '@/ui/cx';
import { readableInput } from './readable-input';
import type { ToolUse } from './room-log';

/** Which tools were called, each with what it was asked and what it answered. */
export function ToolUses({ tools }: { readonly tools: readonly ToolUse[] }) {
  const { t } = useTranslation('session');
  return tools.map(({ id, tool, input, output, isError }) => (
    <details key={id} className="rounded-md border border-line px-3 py-1 text-sm">
      <summary className={cx('cursor-pointer py-1 font-mono text-xs', isError && 'text-bad')}>
        {t(isError ? 'tool.failed' : 'tool.used', { tool })}
      </summary>
      {/* Whole documents are read and written: each scrolls within itself, and the keyboard has to reach it. */}
      <pre tabIndex={0} className="max-h-60 overflow-y-auto py-1 text-xs wrap-anywhere whitespace-pre-wrap text-soft">
        {readableInput(input)}
      </pre>
      <pre
        tabIndex={0}
        className="max-h-60 overflow-y-auto border-t border-line py-1 text-xs wrap-anywhere whitespace-pre-wrap"
      >
        {output}
      </pre>
    </details>
  ));
}
