import { createElement } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { MARKDOWN_ELEMENTS } from './markdown-elements';

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

interface ProseProps {
  readonly text: string;
  /** Which heading the text's first level becomes: it stands under headings of the page. */
  readonly from?: 1 | 2 | 4;
}

/** Markdown to read: HTML in it is shown as the text that it is, pictures are not fetched, nothing in it can be pressed but links. */
export function Prose({ text, from = 1 }: ProseProps) {
  const headings: Components = Object.fromEntries(
    HEADINGS.map((name, level) => {
      const shown = HEADINGS[Math.min(level + from - 1, HEADINGS.length - 1)] ?? 'h6';
      return [name, ({ children }: { readonly children?: React.ReactNode }) => createElement(shown, null, children)];
    }),
  );
  return (
    <div className="prose-council">
      <ReactMarkdown remarkPlugins={[remarkGfm]} components={{ ...MARKDOWN_ELEMENTS, ...headings }}>
        {text}
      </ReactMarkdown>
    </div>
  );
}
