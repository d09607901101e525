import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { type MarkdownText, RenderedMarkdown } from './rendered-markdown';

/** A single dollar is money here: "from $5 to $10" is no formula. */
const REMARK = [[remarkMath, { singleDollarTextMath: false }]] as const;
/** MathML needs neither fonts nor styles of its own, and is read aloud. */
const REHYPE = [[rehypeKatex, { output: 'mathml', throwOnError: false, errorColor: 'inherit', maxSize: 20 }]] as const;

/** Loaded with the first text that has a formula in it. */
export default function MarkdownWithFormulas({ text, checked }: MarkdownText) {
  return (
    <RenderedMarkdown
      text={withDollars(text)}
      checked={checked}
      remarkPlugins={REMARK.map(([plugin, options]) => [plugin, options])}
      rehypePlugins={REHYPE.map(([plugin, options]) => [plugin, options])}
    />
  );
}

/** TeX's own brackets, which models write as often, as the dollars that the parser knows: of the same length. Code stays. */
function withDollars(text: string): string {
  return text
    .split(/(`{3,}[\s\S]*?(?:`{3,}|$)|`[^`\n]*`)/)
    .map((part, at) =>
      at % 2 === 1
        ? part
        : part.replaceAll(/\\\((.+?)\\\)/g, '$$$$$1$$$$').replaceAll(/\\\[([\s\S]+?)\\\]/g, '$$$$$1$$$$'),
    )
    .join('');
}
