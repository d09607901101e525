import { readRepositoryFile } from './repository.js';

interface Instruction {
  readonly word: string;
  readonly rest: string;
}

/** One `FROM` and what stands under it. */
export class DockerStage {
  constructor(
    readonly image: string,
    private readonly instructions: readonly Instruction[],
  ) {}

  all(word: string): string[] {
    return this.instructions.filter((instruction) => instruction.word === word).map(({ rest }) => rest);
  }

  /** The last one counts, as for Docker. */
  last(word: string): string | undefined {
    return this.all(word).at(-1);
  }

  /** The words of an instruction in exec form: `CMD ["a", "b"]`. */
  execForm(word: string): string[] {
    return JSON.parse(this.last(word)?.replace(/^[^[]*(?=\[)/, '') ?? 'null') as string[];
  }

  /** `ENV A=1 B="2"`, several to a line. */
  environment(): Record<string, string> {
    const pairs = this.all('ENV').flatMap((rest) => [...rest.matchAll(/(\w+)=(?:"([^"]*)"|(\S+))/g)]);
    return Object.fromEntries(pairs.map(([, name = '', quoted, bare]) => [name, quoted ?? bare ?? '']));
  }

  /** What is taken from the repository rather than from another stage. */
  copiedFromRepository(): string[] {
    return this.all('COPY')
      .filter((rest) => !rest.startsWith('--from='))
      .flatMap((rest) => rest.split(/\s+/).slice(0, -1));
  }
}

export function readDockerfile(path: string): DockerStage[] {
  const text = readRepositoryFile(path)
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, ' ');
  const instructions = [...text.matchAll(/^([A-Z]+) +(.+)$/gm)].map(([, word = '', rest = '']) => ({ word, rest }));
  // What stands before the first stage are names for bases.
  const bases = new Map(
    instructions
      .slice(
        0,
        instructions.findIndex(({ word }) => word === 'FROM'),
      )
      .map(({ rest }) => rest.split('=') as [string, string]),
  );
  const starts = instructions.flatMap(({ word }, index) => (word === 'FROM' ? [index] : []));
  return starts.map((start, index) => {
    const [image = ''] = (instructions[start]?.rest ?? '').split(' ');
    return new DockerStage(
      bases.get(/^\$\{(\w+)\}$/.exec(image)?.[1] ?? '') ?? image,
      instructions.slice(start + 1, starts[index + 1]),
    );
  });
}
