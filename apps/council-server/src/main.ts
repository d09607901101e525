import { AppError, isUuid } from '@council/kernel';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';

/** No such command, argument or option. */
const USAGE = 2;
/** A folder that is not there, no rights, no room: nothing of ours is broken. */
const REFUSED_BY_SYSTEM = 'SYSTEM.REFUSED';

/** The one command line. Each command's code is loaded when it is asked for. */
const program = new Command('council-server')
  .description('Puts a document or a question before a council of AI agents.')
  .showHelpAfterError()
  // Commands inherit it. Help is no mistake.
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : USAGE));

program
  .command('serve')
  .description('serve the API and the page; applies pending migrations first (what happens without a command)')
  .action(async () => {
    const { serve } = await import('./commands/serve.js');
    await serve();
  });

program
  .command('worker')
  .description('drive sessions beside a server, without serving; needs DATABASE_URL, and REDIS_URL to be quick')
  .action(async () => {
    const { work } = await import('./commands/worker.js');
    await work();
  });

program
  .command('run')
  .description('convene the council on a document and print the report')
  .argument('<document>', 'a Markdown or text file; - reads standard input')
  .option('-o, --objective <text>', 'what the document is measured against', '')
  .option('-t, --template <name>', 'debate, or the uuid of a template', 'debate')
  .addOption(new Option('-l, --language <code>', 'of the report; guessed from the document').choices(['en', 'zh']))
  .option('--json', 'print the report as JSON')
  .option('--out <file>', 'write the report to a file')
  .option('-q, --quiet', 'no progress')
  .action(async (document: string, options: object) => {
    const { run } = await import('./commands/run.js');
    process.exitCode = await run(document, options as Parameters<typeof run>[1]);
  });

const agents = program.command('agents').description('agents as Markdown files with settings at their head');

agents
  .command('export')
  .description('write a file for each agent')
  .argument('[agents...]', 'names or uuids; all without one')
  .option('-d, --dir <folder>', 'where to', '.')
  .option('-f, --force', 'replace files that are there')
  .action(async (names: string[], options: object) => {
    const { exportAgents } = await import('./commands/agents.js');
    process.exitCode = await exportAgents(names, options as Parameters<typeof exportAgents>[1]);
  });

agents
  .command('import')
  .description('make agents of files, or change those that were made of them')
  .argument('<files...>', 'Markdown files as export writes them')
  .action(async (paths: string[]) => {
    const { importAgents } = await import('./commands/agents.js');
    process.exitCode = await importAgents(paths);
  });

program
  .command('verify')
  .description('recompute the hash chain of a log and name the first event that was changed')
  .argument('<session>', 'the uuid of a session, or a file that export wrote')
  .option('--head <hash>', 'also ask that an event has this hash, which was kept elsewhere')
  .option('--json', 'print the finding as JSON')
  .action(async (target: string, options: object) => {
    const { verify } = await import('./commands/verify.js');
    process.exitCode = await verify(target, options);
  });

program
  .command('replay')
  .description('make the report from the log alone, without any call of a model')
  .argument('<session>', 'the uuid of a session, or a file that export wrote')
  .option('--to <seq>', 'only up to this event', readSeq)
  .option('--json', 'print the report as JSON')
  .action(async (target: string, options: object) => {
    const { replay } = await import('./commands/replay.js');
    process.exitCode = await replay(target, options);
  });

program
  .command('export')
  .description('write a session with its whole log, its hashes and its report as JSON')
  .argument('<session>', 'the uuid of a session', readUuid)
  .option('--out <file>', 'where to; stdout without it')
  .action(async (session: string, options: object) => {
    const { exportSession } = await import('./commands/export.js');
    process.exitCode = await exportSession(session, options);
  });

program
  .command('rebuild')
  .description('make what is shown of sessions (row, messages, files) again from their logs')
  .argument('[session]', 'the uuid of a session; all without it', readUuid)
  .action(async (session?: string) => {
    const { rebuild } = await import('./commands/rebuild.js');
    process.exitCode = await rebuild(session);
  });

program
  .command('migrate')
  .description('change the schema by hand; serving does it by itself')
  .argument('<what>', 'up, down (the last one) or status')
  .option('--dry-run', 'only say what up or down would do')
  .action(async (what: string, options: object) => {
    const { migrate } = await import('./commands/migrate.js');
    process.exitCode = await migrate(what, options);
  });

program
  .command('seed')
  .description('write what every installation begins with; serving does it by itself')
  .action(async () => {
    const { seedDatabase } = await import('./commands/seed.js');
    process.exitCode = await seedDatabase();
  });

program
  .command('backup')
  .description('write all that is in the database into one file, also while a server runs')
  .argument('<file>', 'where to; - writes to standard output')
  .option('-f, --force', 'replace a file that is there')
  .action(async (file: string, options: object) => {
    const { backup } = await import('./commands/backup.js');
    process.exitCode = await backup(file, options);
  });

program
  .command('restore')
  .description('put a backup into an empty database, embedded or not; no server may run on it')
  .argument('<file>', 'what backup wrote; - reads standard input')
  .option('-f, --force', 'replace all that is in the database')
  .action(async (file: string, options: object) => {
    const { restore } = await import('./commands/restore.js');
    process.exitCode = await restore(file, options);
  });

const keys = program.command('keys').description('keys of providers that were entered in the app');

keys
  .command('list')
  .description('say for whom a key is kept, where it may be sent, and since when')
  .action(async () => {
    const { listKeys } = await import('./commands/keys.js');
    process.exitCode = await listKeys();
  });

keys
  .command('rotate')
  .description('seal the stored keys under COUNCIL_MASTER_KEY; COUNCIL_MASTER_KEY_OLD still opens them')
  .action(async () => {
    const { rotateKeys } = await import('./commands/keys.js');
    process.exitCode = await rotateKeys();
  });

keys
  .command('clear')
  .description('remove the stored keys, when their master key is lost')
  .action(async () => {
    const { clearKeys } = await import('./commands/keys.js');
    process.exitCode = await clearKeys();
  });

const PASSWORD = [
  '--password-file <file>',
  'a file that holds the password; else it is read from standard input',
] as const;
const ROLES = ['viewer', 'member', 'admin'];
const SCOPES = ['read', 'write', 'admin'];

const user = program.command('user').description('people who sign in');

user
  .command('list')
  .description('say who there is')
  .action(async () => {
    const { listUsers } = await import('./commands/users.js');
    process.exitCode = await listUsers();
  });

user
  .command('add')
  .description('let somebody sign in; the first one has to be an admin')
  .argument('<name>', 'without spaces')
  .addOption(new Option('-r, --role <role>', 'what they may do').choices(ROLES).default('member'))
  .option(...PASSWORD)
  .action(async (name: string, options: object) => {
    const { addUser } = await import('./commands/users.js');
    process.exitCode = await addUser(name, options as Parameters<typeof addUser>[1]);
  });

user
  .command('passwd')
  .description('give somebody another password, and end all their sign-ins')
  .argument('<name>')
  .option(...PASSWORD)
  .action(async (name: string, options: object) => {
    const { changePassword } = await import('./commands/users.js');
    process.exitCode = await changePassword(name, options);
  });

user
  .command('role')
  .description('give somebody another role')
  .argument('<name>')
  .addArgument(new Argument('<role>').choices(ROLES))
  .action(async (name: string, role: string) => {
    const { changeRole } = await import('./commands/users.js');
    process.exitCode = await changeRole(name, role);
  });

for (const [command, isDisabled] of [
  ['disable', true],
  ['enable', false],
] as const) {
  user
    .command(command)
    .description(isDisabled ? 'let somebody in no more, and end all they have open' : 'let somebody in again')
    .argument('<name>')
    .action(async (name: string) => {
      const { disableUser } = await import('./commands/users.js');
      process.exitCode = await disableUser(name, isDisabled);
    });
}

const token = program.command('token').description('tokens of programs');

token
  .command('list')
  .description('say which there are; never what opens')
  .action(async () => {
    const { listTokens } = await import('./commands/tokens.js');
    process.exitCode = await listTokens();
  });

token
  .command('create')
  .description('make one, print it once')
  .argument('<name>', 'what it is for')
  .requiredOption('--owner <user>', 'in whose name it speaks')
  .addOption(new Option('-s, --scope <scope>', 'what it may do').choices(SCOPES).default('read'))
  .option('--days <days>', 'how long it holds', readDays, 90)
  .action(async (name: string, options: object) => {
    const { createToken } = await import('./commands/tokens.js');
    process.exitCode = await createToken(name, options as Parameters<typeof createToken>[1]);
  });

token
  .command('revoke')
  .description('let it open nothing any more')
  .argument('<uuid>', 'as list says it', readUuid)
  .action(async (uuid: string) => {
    const { revokeToken } = await import('./commands/tokens.js');
    process.exitCode = await revokeToken(uuid);
  });

program
  .command('doctor')
  .description('say what is configured, what answers, what is missing and what is pending')
  .action(async () => {
    const { doctor } = await import('./commands/doctor.js');
    process.exitCode = await doctor();
  });

// Not commander's default command: that would take an unknown word for an argument of it.
const words = process.argv.slice(2);
program.parseAsync(words.length === 0 ? ['serve'] : words, { from: 'user' }).catch((error: unknown) => {
  process.stderr.write(`${describe(error)}\n`);
  // Something that was opened before the failure may hold the process.
  process.exit(1);
});

function readSeq(word: string): number {
  if (/^[1-9]\d{0,8}$/.test(word)) return Number(word);
  throw new InvalidArgumentError('Events are counted from 1.');
}

function readUuid(word: string): string {
  if (isUuid(word)) return word.toLowerCase();
  throw new InvalidArgumentError('This is no uuid.');
}

function readDays(word: string): number {
  const days = Number(word);
  if (Number.isInteger(days) && days >= 1 && days <= 365) return days;
  throw new InvalidArgumentError('From 1 to 365.');
}

function describe(error: unknown): string {
  if (error instanceof AppError) {
    return [`${error.message} [${error.code}]`, error.detail].filter((line) => line !== undefined).join('\n');
  }
  if (!(error instanceof Error)) return String(error);
  if ('syscall' in error) return `${error.message} [${REFUSED_BY_SYSTEM}]`;
  return [error.stack, `${error.message} [INTERNAL]`].join('\n');
}
