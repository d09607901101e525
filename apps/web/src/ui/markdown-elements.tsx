import type { Components } from 'react-markdown';

/** How Markdown is drawn, whoever wrote it: pictures are not fetched, links lead to a tab of their own. */
export const MARKDOWN_ELEMENTS: Components = {
  a: ({ href, children }) => (
    <a href={href} target="_blank" rel="noopener noreferrer" className="link">
      {children}
    </a>
  ),
  img: ({ alt }) => <span className="text-soft">{alt}</span>,
  table: ({ children }) => (
    // Wider than its place it scrolls, and the keyboard has to reach it.
    <div tabIndex={0} className="overflow-x-auto">
      <table>{children}</table>
    </div>
  ),
  pre: ({ children }) => <pre tabIndex={0}>{children}</pre>,
};
