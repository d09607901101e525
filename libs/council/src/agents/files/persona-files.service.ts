import { AppConfig } from '@council/config';
import type { AgentFile, AgentFiles } from '@council/contracts';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { agentOfFile } from './agent-of-file.js';
import { type AgentOfFile, PersonaFilesRepository } from './persona-files.repository.js';
import { type FolderEntry, PromptsFolder } from './prompts-folder.js';
import { describeTrouble, type FileTrouble } from './read-persona-file.js';

const POLL_MS = 2_000;

interface Seen {
  readonly stamp: string;
  readonly trouble: FileTrouble | null;
}

/**
 * Keeps the agents of the prompts folder as their files say. It looks every other second: unlike notifications, that
 * works on network folders, on mounts into a container and with editors that replace a file. A file is read when it has
 * changed since this process looked last, so that servers with different folders do not undo each other's work.
 */
@Injectable()
export class PersonaFiles implements BeforeApplicationShutdown {
  private readonly log = new Logger(PersonaFiles.name);
  private readonly folder: PromptsFolder;
  private seen: ReadonlyMap<string, Seen> = new Map();
  private folderProblem: string | null = null;
  private looking: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    config: AppConfig,
    private readonly files: PersonaFilesRepository,
  ) {
    this.folder = new PromptsFolder(config.promptsDir);
  }

  /** For a process that serves: now, and again until it shuts down. Nothing that a file does can make it reject. */
  async watch(): Promise<void> {
    await this.look();
    this.timer ??= setTimeout(() => {
      void this.lookAgain();
    }, POLL_MS).unref();
  }

  /** What stands in the folder at this moment. */
  async list(): Promise<AgentFiles> {
    await this.look();
    const files = [...this.seen.keys()];
    const agents = await this.files.findAgents(files);
    const itemOf = (file: string) => toItem(file, this.seen.get(file)?.trouble ?? null, agents.get(agentOfFile(file)));
    return { items: files.map(itemOf) };
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    // A timer that is cleared would be started again by its refresh.
    this.timer = undefined;
    await this.looking;
  }

  private async lookAgain(): Promise<void> {
    await this.look();
    this.timer?.refresh();
  }

  /** One look after the other: whoever asks sees what is there now, not what an earlier look has found. */
  private look(): Promise<void> {
    this.looking = this.looking.then(() => this.lookOnce());
    return this.looking;
  }

  private async lookOnce(): Promise<void> {
    const seen = new Map<string, Seen>();
    for (const entry of this.entries()) {
      const before = this.seen.get(entry.file);
      const now = before?.stamp === entry.stamp ? before : await this.take(entry);
      seen.set(entry.file, now);
      if (now.trouble !== null && now.trouble.problem !== before?.trouble?.problem) {
        this.log.warn(describeTrouble(now.trouble));
      }
    }
    this.seen = seen;
  }

  private entries(): readonly FolderEntry[] {
    try {
      const entries = this.folder.entries();
      this.folderProblem = null;
      return entries;
    } catch (error) {
      const problem = `the folder of prompts ${this.folder.path} cannot be read: ${describe(error)}`;
      if (problem !== this.folderProblem) this.log.warn(problem);
      this.folderProblem = problem;
      return [];
    }
  }

  private async take({ file, stamp }: FolderEntry): Promise<Seen> {
    const read = await this.folder.read(file);
    if (!read.ok) return { stamp, trouble: read };
    try {
      const outcome = await this.files.register(file, read.contentHash, read.persona);
      if (outcome !== 'unchanged') this.log.log(`${outcome} agent ${read.persona.name} from ${file}`);
      return { stamp, trouble: null };
    } catch (error) {
      // Without a stamp: the next look tries again.
      const problem = `${file}: its agent could not be kept: ${describe(error)}`;
      return { stamp: '', trouble: { code: 'AGENT.FILE_NOT_KEPT', problem } };
    }
  }
}

function toItem(file: string, trouble: FileTrouble | null, agent: AgentOfFile | undefined): AgentFile {
  const agent_uuid = agent?.agent_uuid ?? null;
  if (trouble !== null) return { file, agent_uuid, state: 'invalid', code: trouble.code, problem: trouble.problem };
  if (agent !== undefined) {
    return { file, agent_uuid, state: agent.is_edited ? 'edited' : 'registered', code: null, problem: null };
  }
  const gone = `${file}: its agent ${agentOfFile(file)} was deleted in the app; importing the file brings it back`;
  return { file, agent_uuid, state: 'edited', code: 'AGENT.DELETED_IN_APP', problem: gone };
}

const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error));
