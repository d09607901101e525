import { describe, expect, it } from '@jest/globals';
import { takeFiles } from './take-files';

const text = (name: string, content = name) => new File([content], name);
const archive = new File([new Uint8Array([80, 75, 3, 4, 0, 0])], 'a.zip');

describe('the files that are taken', () => {
  it('makes the first that can be read the document', async () => {
    const taken = await takeFiles([archive, text('plan.md'), text('costs.md')], 20, false);
    expect(taken.document?.name).toBe('plan.md');
    expect(taken.beside.map(({ name }) => name)).toEqual(['costs.md']);
    expect(taken.refused).toEqual([{ name: 'a.zip', reason: 'binary' }]);
  });

  it('leaves an empty file out, so that it replaces nothing', async () => {
    const taken = await takeFiles([text('empty.md', ' \n')], 20, false);
    expect(taken).toEqual({ document: null, beside: [], refused: [{ name: 'empty.md', reason: 'empty' }] });
  });

  it('says which files are too many', async () => {
    const taken = await takeFiles([text('one'), text('two'), text('three')], 2, true);
    expect(taken.beside).toHaveLength(2);
    expect(taken.refused).toEqual([{ name: 'three', reason: 'tooMany' }]);
  });
});
