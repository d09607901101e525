import { checkReferences } from '@council/council-core';
import { describe, expect, it } from '@jest/globals';

/** The page's scripts have no types: what a test needs of them is said where it is loaded. */
const load = async <Exports>(file: string): Promise<Exports> => (await import(`../public/assets/${file}`)) as Exports;

interface Part {
  readonly type: string;
  readonly text?: string;
  readonly href?: string;
  readonly before?: string;
  readonly children?: readonly Part[];
}
interface Block {
  readonly type: string;
  readonly inline?: readonly Part[];
  readonly items?: readonly (readonly Block[])[];
  readonly rows?: readonly unknown[];
  readonly align?: readonly string[];
  readonly text?: string;
}

describe('the Markdown of reports', () => {
  const parse = async (text: string) =>
    (await load<{ parseMarkdown: (text: string) => readonly Block[] }>('markdown.js')).parseMarkdown(text);
  const inline = async (text: string) => (await parse(text))[0]?.inline ?? [];

  it('leaves markup and dangerous addresses as words', async () => {
    const text = '<img src=x onerror="alert(1)"> [go](javascript:alert(1)) [on](https://example.com/a_(b))';
    const parts = await inline(text);
    expect(parts.filter(({ type }) => type === 'link').map(({ href }) => href)).toEqual(['https://example.com/a_(b)']);
    expect(parts[0]).toEqual({ type: 'text', text: '<img src=x onerror="alert(1)"> ' });
  });

  it('reads headings, lists in lists, tables, quotations, code and rules', async () => {
    const text =
      '# T\n\ntext\nmore\n\n1. one\n   - in\n2. two\n\n| a | b |\n| --- | ---: |\n| 1 | 2 |\n\n> q\n\n```json\n{"a":1}\n```\n---';
    const blocks = await parse(text);
    expect(blocks.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'list', 'table', 'quote', 'code', 'rule']);
    expect(blocks[2]?.items?.map((item) => item.map(({ type }) => type))).toEqual([
      ['paragraph', 'list'],
      ['paragraph'],
    ]);
    expect(blocks[3]).toMatchObject({ align: ['left', 'right'], rows: [expect.anything()] });
    expect(blocks[5]?.text).toBe('{"a":1}');
  });

  it('marks emphasis next to Chinese, and finds references inside it', async () => {
    const parts = await inline('**核心价值：**“原文” [Ref: L3]，*见 [Line 4]*');
    expect(parts.map(({ type }) => type)).toEqual(['strong', 'text', 'reference', 'text', 'emphasis']);
    expect(parts[2]).toMatchObject({ text: '[Ref: L3]', before: '**核心价值：**“原文” ' });
    expect(parts[4]?.children?.map(({ type }) => type)).toEqual(['text', 'reference']);
  });

  it('ends on hostile text, and what is not Markdown stays as it is', async () => {
    const hostile = [
      '**'.repeat(20_000),
      '['.repeat(20_000),
      '> '.repeat(5_000),
      '- '.repeat(5_000),
      '`'.repeat(20_000),
    ];
    for (const text of hostile) expect((await parse(text)).length).toBeGreaterThan(0);
    expect(await inline('2 * 3 * 4 and snake_case_name')).toEqual([
      { type: 'text', text: '2 * 3 * 4 and snake_case_name' },
    ]);
  });
});

describe('references', () => {
  interface References {
    readonly REFERENCE: RegExp;
    readonly placesOf: (text: string) => readonly (readonly [number, number])[];
    readonly stateOf: (checked: readonly unknown[], text: string, before: string, lineCount: number) => string;
  }
  const document = 'alpha beta\ngamma\n';

  it.each(['[Ref: L1]', '[Ref: L1-2]', '[Ref: L1, L2]', '[Line 2]', '[Lines 1–2]', '[Ref L1]', '[L1]', '[Ref: 1; L2]'])(
    'reads %s as the server does',
    async (text) => {
      const { REFERENCE, placesOf } = await load<References>('references.js');
      const ours = REFERENCE.test(text) ? placesOf(text) : [];
      expect(ours).toEqual(checkReferences(text, document).map(({ first_line, last_line }) => [first_line, last_line]));
    },
  );

  it('tells references to one place apart by what was quoted', async () => {
    const { stateOf } = await load<References>('references.js');
    const answer = '"alpha" [Ref: L1] and "omega" [Ref: L1], see [Ref: L9]';
    const checked = checkReferences(answer, document);
    expect(stateOf(checked, '[Ref: L1]', '"alpha" ', 2)).toBe('verified');
    expect(stateOf(checked, '[Ref: L1]', '"alpha" [Ref: L1] and "omega" ', 2)).toBe('unverified');
    expect(stateOf(checked, '[Ref: L9]', '', 2)).toBe('missing');
    expect(stateOf(checked, '[Ref: L1]', 'an order without a quotation ', 2)).toBe('unchecked');
    expect(stateOf([], '[Ref: L2]', '', 2)).toBe('unchecked');
    expect(stateOf([], '[Ref: L3]', '', 2)).toBe('missing');
  });
});

describe('the state of a session', () => {
  interface Turn {
    readonly text: string;
    readonly isDone: boolean;
  }
  interface State {
    readonly seq: number;
    readonly hasEnded: boolean;
    readonly turns: Readonly<Record<string, Turn>>;
  }
  interface SessionState {
    readonly newSessionState: () => State;
    readonly applyEvent: (state: State, event: object) => void;
    readonly applyDelta: (state: State, delta: object) => boolean;
  }
  const delta = (attempt: number, offset: number, chunk: string) => ({ node_id: 'a', attempt, offset, chunk });

  it('lets a higher attempt discard the lower, and the durable message have the last word', async () => {
    const { newSessionState, applyDelta, applyEvent } = await load<SessionState>('session-state.js');
    const state = newSessionState();
    expect([applyDelta(state, delta(1, 0, 'one ')), applyDelta(state, delta(1, 4, 'more'))]).toEqual([true, true]);
    expect(state.turns['a']?.text).toBe('one more');
    applyDelta(state, delta(2, 0, 'two'));
    applyDelta(state, delta(1, 8, ' late'));
    expect(state.turns['a']?.text).toBe('two');
    const data = { attempt: 2, content: 'two, whole', references: [] };
    applyEvent(state, { event: 'message:completed', seq: 1, node_id: 'a', data });
    applyDelta(state, delta(2, 3, ' again'));
    expect(state.turns['a']).toMatchObject({ text: 'two, whole', isDone: true });
  });

  it('says when a piece is missing, and takes the text so far from its begin', async () => {
    const { newSessionState, applyDelta } = await load<SessionState>('session-state.js');
    const state = newSessionState();
    expect(applyDelta(state, delta(1, 5, 'late'))).toBe(false);
    expect(applyDelta(state, delta(1, 0, 'hello'))).toBe(true);
    expect(applyDelta(state, delta(1, 0, 'hello world'))).toBe(true);
    expect(state.turns['a']?.text).toBe('hello world');
  });

  it('takes each event once', async () => {
    const { newSessionState, applyEvent } = await load<SessionState>('session-state.js');
    const state = newSessionState();
    const end = { event: 'execution:completed', seq: 2, data: { status: 'completed', outcome: 'full' } };
    applyEvent(state, end);
    applyEvent(state, { event: 'execution:paused', seq: 1, data: {} });
    expect(state).toMatchObject({ seq: 2, status: 'completed', hasEnded: true });
  });
});

describe('files', () => {
  interface TextFile {
    readonly readTextFile: (file: object) => Promise<{ readonly text?: string; readonly refusal?: string | null }>;
  }
  const file = (...bytes: number[]) => ({ size: bytes.length, arrayBuffer: async () => new Uint8Array(bytes).buffer });

  it.each([
    ['UTF-8 with its mark', [0xef, 0xbb, 0xbf, 0xe4, 0xb8, 0xad], '中'],
    ['UTF-16', [0xff, 0xfe, 0x2d, 0x4e], '中'],
    ['GB18030', [0xd6, 0xd0], '中'],
  ])('reads %s', async (_name, bytes, text) => {
    const { readTextFile } = await load<TextFile>('text-file.js');
    expect(await readTextFile(file(...bytes))).toEqual({ text, refusal: null });
  });

  it('refuses what is no text, and what is too large', async () => {
    const { readTextFile } = await load<TextFile>('text-file.js');
    expect(await readTextFile(file(0x25, 0x50, 0, 1))).toEqual({ refusal: 'document.binary' });
    expect(await readTextFile({ ...file(), size: 50_000_000 })).toEqual({ refusal: 'document.tooLarge' });
  });
});
