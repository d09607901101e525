import { REFERENCE } from './references.js';

/** How far back a quotation may begin before its reference, as on the server. */
const REACH = 2_100;

/** In the order in which they are tried at a place. Lengths are bounded, so that no text can make them slow. */
const PIECES = [
  ['escape', /\\([\\`*_{}[\]()#+\-.!|~>])/],
  ['code', /`([^`\n]{1,2000})`/],
  ['reference', REFERENCE],
  ['link', /\[([^\]\n]{1,500})\]\(((?:[^\s()]|\([^\s()]{0,200}\)){1,1000})\)/],
  ['strong', /\*\*(?=\S)([^*]{1,2000}?(?:\*[^*]{1,500}\*[^*]{0,500})?)\*\*/],
  ['emphasis', /\*(?=[^\s*])([^*\n]{1,1000})\*|(?<![\p{L}\p{N}_])_(?=\S)([^_\n]{1,1000})_(?![\p{L}\p{N}_])/u],
  ['deleted', /~~(?=\S)([^~\n]{1,1000})~~/],
  ['address', /https?:\/\/[^\s<>"'）】」』，。；]{1,1000}[^\s<>"'.,;:!?)\]）】」』，。；：！？]/],
  ['break', / {2,}\n|\\\n/],
].map(([type, pattern]) => [type, new RegExp(pattern.source, `${pattern.flags}y`)]);
const STARTS = /[\\`[*_~h ]/;

/** Text inside a block. Each reference keeps what stands before it: the quotation that it vouches for is there. */
export function parseInline(text, before = '') {
  const parts = [];
  let plain = '';
  let at = 0;
  while (at < text.length) {
    const match = STARTS.test(text[at]) ? pieceAt(text, at) : null;
    if (match === null) {
      plain += text[at];
      at += 1;
      continue;
    }
    if (plain !== '') parts.push({ type: 'text', text: plain });
    plain = '';
    parts.push(partOf(match, (before + text.slice(0, at)).slice(-REACH)));
    at += match.found[0].length;
  }
  if (plain !== '') parts.push({ type: 'text', text: plain });
  return parts;
}

function pieceAt(text, at) {
  for (const [type, pattern] of PIECES) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) return { type, found };
  }
  return null;
}

function partOf({ type, found }, before) {
  const inner = found[1] ?? found[2] ?? '';
  switch (type) {
    case 'escape':
      return { type: 'text', text: inner };
    case 'code':
      return { type, text: inner };
    case 'reference':
      return { type, text: found[0], before };
    case 'link':
      return linkOf(found[2], parseInline(inner, before));
    case 'address':
      return linkOf(found[0], [{ type: 'text', text: found[0] }]);
    case 'break':
      return { type };
    default:
      return { type, children: parseInline(inner, before) };
  }
}

/** Only addresses of the web become links; whatever else a text offers (`javascript:` …) stays words. */
const linkOf = (href, children) =>
  /^https?:\/\//i.test(href) ? { type: 'link', href, children } : { type: 'plain', children };
