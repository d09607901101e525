import { h } from './dom.js';
import { parseMarkdown } from './markdown.js';
import { say } from './words.js';

/**
 * Markdown as elements, made one by one from its tree: no markup of the text itself ever reaches the page.
 * `onReference(part)` makes the element of a reference; `demote` steps headings down below those around them.
 */
export function renderMarkdown(text, { onReference, demote = 0 }) {
  const view = { onReference, demote };
  return parseMarkdown(text).map((block) => renderBlock(block, view));
}

function renderBlock(block, view) {
  switch (block.type) {
    case 'heading':
      return h(`h${Math.min(6, block.level + view.demote)}`, {}, renderInline(block.inline, view));
    case 'paragraph':
      return h('p', {}, renderInline(block.inline, view));
    case 'code':
      return renderCode(block);
    case 'quote':
      return h(
        'blockquote',
        {},
        block.blocks.map((inner) => renderBlock(inner, view)),
      );
    case 'list':
      return renderList(block, view);
    case 'table':
      return renderTable(block, view);
    default:
      return h('hr');
  }
}

/** The judge's machine-readable block is for machines: folded away, not hidden. */
function renderCode({ info, text }) {
  const code = h('pre', { tabindex: 0 }, h('code', {}, text));
  if (info !== 'json') return code;
  return h('details', { class: 'machine' }, h('summary', {}, say('machineBlock')), code);
}

function renderList({ isOrdered, start, items }, view) {
  const item = (blocks) => {
    const isTight = blocks.filter(({ type }) => type === 'paragraph').length <= 1;
    return h(
      'li',
      {},
      blocks.map((block) =>
        isTight && block.type === 'paragraph' ? renderInline(block.inline, view) : renderBlock(block, view),
      ),
    );
  };
  return h(isOrdered ? 'ol' : 'ul', isOrdered && start !== 1 ? { start } : {}, items.map(item));
}

function renderTable({ align, head, rows }, view) {
  const row = (tag, cells) =>
    h(
      'tr',
      {},
      cells.map((cell, at) => h(tag, { class: `to-${align[at] ?? 'left'}` }, renderInline(cell, view))),
    );
  const body = rows.map((cells) => row('td', cells));
  // Wide tables scroll inside their frame, the page does not.
  return h(
    'div',
    { class: 'table', tabindex: 0 },
    h('table', {}, h('thead', {}, row('th', head)), h('tbody', {}, body)),
  );
}

function renderInline(parts, view) {
  return parts.map((part) => {
    switch (part.type) {
      case 'text':
        return part.text;
      case 'code':
        return h('code', {}, part.text);
      case 'break':
        return h('br');
      case 'reference':
        return view.onReference(part);
      case 'link':
        return h(
          'a',
          { href: part.href, rel: 'noopener noreferrer', target: '_blank' },
          renderInline(part.children, view),
        );
      case 'strong':
        return h('strong', {}, renderInline(part.children, view));
      case 'emphasis':
        return h('em', {}, renderInline(part.children, view));
      case 'deleted':
        return h('del', {}, renderInline(part.children, view));
      default:
        return renderInline(part.children, view);
    }
  });
}
