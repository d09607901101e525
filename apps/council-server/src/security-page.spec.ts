import { describe, expect, it } from '@jest/globals';
import { isInRepository, readRepositoryFile } from '../test/repository.js';

const [, list = ''] =
  /<!-- intruder: begin -->(.*)<!-- intruder: end -->/s.exec(readRepositoryFile('docs/security.md')) ?? [];
const rows = list
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (what is tried|-)/.test(line))
  .map((line) => line.split(' | ').map((cell) => cell.replaceAll(/^\| | *\|?$/g, '')));

/** Test files of the server are named from its own folder. */
const pathOf = (file: string): string => (file.startsWith('libs/') ? file : `apps/council-server/${file}`);

describe("the intruder's list in docs/security.md", () => {
  it('says of each what is answered, where that is said, and which tests show it', () => {
    expect(rows.length).toBeGreaterThan(25);
    for (const cells of rows) expect(cells.map((cell) => cell.trim() !== '')).toEqual([true, true, true, true]);
  });

  it.each(rows.map((cells) => [cells[0] ?? '', cells[3] ?? '']))('%s: these tests are there', (_what, tests) => {
    for (const test of tests.trim().split('; `')) {
      const [, file = '', title = ''] = /^`?([\w./-]+)`: (.+)$/.exec(test) ?? [];
      expect([test, isInRepository(pathOf(file))]).toEqual([test, true]);
      expect([file, title, readRepositoryFile(pathOf(file)).includes(title)]).toEqual([file, title, true]);
    }
  });
});
