import { describe, expect, it } from '@jest/globals';
import { htmlText } from './html-text.js';

const at = 'http://host.example/a/b.html';
const words = (html: string): string => htmlText(html, at).text;

describe('htmlText', () => {
  it('keeps what a person reads, in lines as a person sees them', () => {
    const html = `<html><head><title> Tom &amp; Jerry </title><style>p {}</style></head><body><nav><p>Menu</p></nav>
      <h1>Head</h1><p>One <b>bold</b>
      word.</p><div>Next<br>line</div><ul><li>first</li><li>second <i>one</i></li></ul>
      <pre>  a
    b</pre><script>steal()</script><svg><title>icon</title></svg>
      <table><tr><th>Year</th><th>Cost</th></tr><tr><td>2024</td><td>7</td></tr></table><footer>Foot</footer></body></html>`;
    expect(htmlText(html, at)).toEqual({
      title: 'Tom & Jerry',
      text: [
        'Head\n\nOne bold word.\n\nNext\nline\n\n- first\n- second one\n\n  a\n    b\n\nYear | Cost\n2024 | 7',
      ].join(''),
      isCut: false,
    });
  });

  it.each([
    ['<a href="/more">More</a>', 'More [http://host.example/more]'],
    ['<a href="c.html"><b>Next</b></a>.', 'Next [http://host.example/a/c.html].'],
    ['<a href="//other.example/">Out</a>', 'Out [http://other.example/]'],
    ['<base href="https://base.example/x/"><a href="y">Y</a>', 'Y [https://base.example/x/y]'],
    ['<a href="https://host.example/">https://host.example/</a>', 'https://host.example/'],
    ['<a href="#top">Up</a>', 'Up'],
    ['<a href="javascript:alert(1)">Click</a>', 'Click'],
    ['<a href="/x"><img src="y"></a>', ''],
    ['<a href="http://[">broken</a>', 'broken'],
  ])('keeps a link behind its words: %s', (html, text) => {
    expect(words(html)).toBe(text);
  });

  it('reads a page whose elements never end', () => {
    expect(words('<p>one<p>two<ul><li>three<li>four')).toBe('one\n\ntwo\n\n- three\n- four');
    expect(words('<p>before<script>while (1) {}')).toBe('before');
    expect(words('')).toBe('');
  });

  it.each([
    ['elements within elements', '<b>'.repeat(600_000)],
    ['cells as wide as the world', '<table><tr><td colspan="1000000000" rowspan="1000000000">x</td></tr></table>'],
    ['titles that never end', '<title'.repeat(300_000)],
    ['comments that never end', '<!--'.repeat(500_000)],
    ['spaces without end', `<pre>${' '.repeat(2_000_000)}x</pre>`],
    ['tables within tables', '<table><tr><td>'.repeat(130_000)],
  ])('is through with %s before anybody notices', (_what, html) => {
    expect(htmlText(`<p>first</p>${html}`, at).text.startsWith('first')).toBe(true);
  });

  it('says so when it did not read the rest', () => {
    expect(htmlText(`<p>first</p>${'<b>'.repeat(1_000)}`, at)).toMatchObject({ text: 'first', isCut: true });
  });
});
