// The order of Jest's files: those that take longest begin, or the last of them runs alone while the other core waits.
// Jest knows how long files take only where it ran before; on a new machine it goes by their size.
import Sequencer from '@jest/test-sequencer';

/** Measured: each over 30 s, most of it spent on servers that are started and killed. */
const LONG = [
  'crash-matrix.e2e-spec.ts',
  'backup-commands.e2e-spec.ts',
  'commands.e2e-spec.ts',
  'recovery.e2e-spec.ts',
  'vault.e2e-spec.ts',
  'system-templates.int-spec.ts',
  'embedded-database.int-spec.ts',
  'decisions.int-spec.ts',
  'model-call.spec.ts',
  'health.spec.ts',
];

export default class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const at = LONG.findIndex((name) => path.endsWith(`/${name}`));
      return at < 0 ? LONG.length : at;
    };
    return super.sort(tests).sort((one, other) => rank(one) - rank(other));
  }
}
