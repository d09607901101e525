import { describe, expect, it } from '@jest/globals';
import { filterOf, withFilter } from './session-filter';

describe('the filter of the sessions', () => {
  it('is read from the address', () => {
    const address = new URLSearchParams('q= archive &status=failed&group=g&workflow=w&page=3');
    expect(filterOf(address)).toEqual({ q: 'archive', status: 'failed', group_uuid: 'g', workflow_uuid: 'w' });
    expect(filterOf(new URLSearchParams('q=%20&status=asleep'))).toEqual({});
  });

  it('is changed one by one', () => {
    const address = new URLSearchParams('q=archive&status=failed');
    expect(String(withFilter(address, 'status', ''))).toBe('q=archive');
    expect(String(withFilter(address, 'group', 'g'))).toBe('q=archive&status=failed&group=g');
    expect(String(address)).toBe('q=archive&status=failed');
  });
});
