import type { ComponentProps } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { MARKDOWN_ELEMENTS } from '@/ui/markdown-elements';
import { markReferences } from './mark-references';
import { isVerdictData, VerdictData } from './verdict-data';
import { ReferenceChip } from './reference-chip';
import { type Checked, stateOf } from './references';

type Plugins = NonNullable<ComponentProps<typeof ReactMarkdown>['rehypePlugins']>;

export interface MarkdownText {
  readonly text: string;
  readonly checked: readonly Checked[];
}

interface RenderedMarkdownProps extends MarkdownText {
  readonly remarkPlugins?: Plugins;
  readonly rehypePlugins?: Plugins;
}

/** HTML in it is shown as the text that it is; pictures are not fetched. */
export function RenderedMarkdown({ text, checked, remarkPlugins = [], rehypePlugins = [] }: RenderedMarkdownProps) {
  return (
    <ReactMarkdown
      remarkPlugins={[remarkGfm, ...remarkPlugins, markReferences]}
      rehypePlugins={rehypePlugins}
      components={{ ...COMPONENTS, span: referenceIn(text, checked) }}
    >
      {text}
    </ReactMarkdown>
  );
}

function referenceIn(text: string, checked: readonly Checked[]): NonNullable<Components['span']> {
  return function Reference({ node: _, ...props }) {
    const { 'data-reference': reference, 'data-offset': offset } = props as Record<string, unknown>;
    if (typeof reference !== 'string') return <span {...props} />;
    return <ReferenceChip reference={reference} state={stateOf(checked, reference, text.slice(0, Number(offset)))} />;
  };
}

const COMPONENTS: Components = {
  ...MARKDOWN_ELEMENTS,
  pre: ({ children }) =>
    isVerdictData(children) ? <VerdictData>{children}</VerdictData> : <pre tabIndex={0}>{children}</pre>,
  h1: ({ children }) => <h4>{children}</h4>,
  h2: ({ children }) => <h4>{children}</h4>,
  h3: ({ children }) => <h4>{children}</h4>,
  h4: ({ children }) => <h5>{children}</h5>,
};
