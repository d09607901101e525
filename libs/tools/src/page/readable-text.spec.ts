import type { Page } from '@council/egress';
import { describe, expect, it } from '@jest/globals';
import { isReadable, readableText } from './readable-text.js';

const page = (body: Buffer | string, mediaType = 'text/html', charset: string | null = null): Page => ({
  ...{ url: 'http://host.example/', status: 200, isCut: false, mediaType, charset },
  body: Buffer.from(body),
});
/** 中文 in GBK. */
const GBK = Buffer.from([0xd6, 0xd0, 0xce, 0xc4]);
const around = (before: string, after = ''): Buffer => Buffer.concat([Buffer.from(before), GBK, Buffer.from(after)]);

describe('readableText', () => {
  it.each([
    ['by the server', page(GBK, 'text/plain', 'gbk')],
    ['by the page', page(around('<meta charset="GBK"><p>'))],
    ['by an older page', page(around('<meta http-equiv="Content-Type" content="text/html; charset=gb2312"><p>'))],
    ['by the server against the page', page(around('<meta charset="utf-8"><p>'), 'text/html', 'gb18030')],
    ['by a mark against the server', page(Buffer.from('\ufeff中文', 'utf16le'), 'text/plain', 'utf-8')],
    ['by nobody', page('中文', 'text/plain')],
    ['wrongly', page('中文', 'text/plain', 'no-such-charset')],
  ])('reads letters as they are declared %s', (_who, one) => {
    expect([readableText(one), isReadable(one)]).toEqual(['中文', true]);
  });

  it('reads XML by its own word, and shows it as it is', () => {
    expect(readableText(page(around('<?xml version="1.0" encoding="gbk"?><a>', '</a>'), 'application/xml'))).toBe(
      '<?xml version="1.0" encoding="gbk"?><a>中文</a>',
    );
  });

  it('takes a page without a type for what it looks like', () => {
    expect(readableText(page('<!DOCTYPE html><title>T</title><p>words', ''))).toBe('T\n\nwords');
    expect(readableText(page('a < b', ''))).toBe('a < b');
  });
});

describe('isReadable', () => {
  it.each(['text/html', 'text/markdown', 'application/json', 'application/ld+json', 'application/rss+xml', ''])(
    'takes "%s"',
    (mediaType) => {
      expect(isReadable(page('x', mediaType))).toBe(true);
    },
  );

  it.each(['image/png', 'application/pdf', 'application/octet-stream', 'video/mp4'])('refuses %s', (mediaType) => {
    expect(isReadable(page('x', mediaType))).toBe(false);
  });

  it('believes no type that the bytes belie', () => {
    expect(isReadable(page('GIF89a\0\0', 'text/plain'))).toBe(false);
  });
});
