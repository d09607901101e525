import { lazy, memo, Suspense } from 'react';
import { blocksOf } from './markdown-blocks';
import { type MarkdownText, RenderedMarkdown } from './rendered-markdown';

const MarkdownWithFormulas = lazy(() => import('./markdown-with-formulas'));
const FORMULA = /\$\$|\\\(|\\\[/;

interface MarkdownProps extends MarkdownText {
  /** More is coming: only what still changes is read again. */
  readonly isGrowing?: boolean;
}

/** Words of a model as they are meant. */
export const Markdown = memo(function Markdown({ text, checked, isGrowing = false }: MarkdownProps) {
  return (
    <div className="prose-council">
      {isGrowing ? (
        blocksOf(text).map((block) => <Part key={block.offset} text={block.text} checked={checked} />)
      ) : (
        <Part text={text} checked={checked} />
      )}
    </div>
  );
});

const Part = memo(function Part(props: MarkdownText) {
  const plain = <RenderedMarkdown {...props} />;
  if (!FORMULA.test(props.text)) return plain;
  return (
    <Suspense fallback={plain}>
      <MarkdownWithFormulas {...props} />
    </Suspense>
  );
});
