import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import * as contracts from './index.js';

/** What is shown to whoever reads the description of the API has to be what the API takes and gives. */
const SHOWN = Object.entries(contracts).flatMap(([name, schema]) => {
  if (!(schema instanceof z.ZodType)) return [];
  const example = schema.meta()?.['example'];
  return example === undefined ? [] : [{ name, schema, example }];
});

describe('the examples of the contracts', () => {
  it('are many', () => {
    expect(SHOWN.length).toBeGreaterThan(10);
  });

  it.each(SHOWN)('$name: its example is one', ({ schema, example }) => {
    expect(schema.safeParse(example).error?.issues).toBeUndefined();
    expect(schema.parse(example)).toMatchObject(example as object);
  });
});
