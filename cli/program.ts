import { Command, CommanderError } from 'commander';
import { CliError } from './cli-error';
import { EXIT } from './exit-codes';
import { packageVersion } from './package-version';

/** Loads a module by its path relative to this file. */
export type LoadModule = (module: string) => unknown;

/** What the module of a subcommand exports. */
interface Subcommand {
  /** Adds the subcommand, with its options and its action, to the program. */
  register(program: Command): void;
}

const SUBCOMMANDS: Readonly<Record<string, string>> = {
  run: 'run a task once with the settings in a file',
  serve: 'run a task for a host that speaks the process binding on stdin and stdout',
  plan: 'show what the next security run would do, and change nothing',
  decode: 'print messages as JSON',
  journal: 'show what was written down of every action',
  doctor: 'find out what keeps the connector from working, and change nothing',
  report: 'make a CSV or a web page from a stored inventory',
  'support-bundle': 'pack logs, settings and the journal for support, without secrets and names',
  lab: 'run a simulated Exchange organization',
  devhost: 'run both tasks as a management client does',
};

/**
 * Runs the command line.
 * @returns the exit code, unless the subcommand has set one itself
 */
export async function main(args: readonly string[], load: LoadModule): Promise<number | undefined> {
  try {
    await program(args, load).parseAsync(args, { from: 'user' });
    return undefined;
  } catch (error) {
    return report(error);
  }
}

function program(args: readonly string[], load: LoadModule): Command {
  const root = new Command('eas-connector')
    .description('Inventory and security of the devices that synchronize with Exchange.')
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .addHelpText('after', '\nHelp on a command: eas-connector COMMAND --help')
    .showSuggestionAfterError()
    // What stands after a command is the command's: `lab --version SE` is not `--version`.
    .enablePositionalOptions()
    .exitOverride();
  const wanted = args[0] === 'help' ? args[1] : args[0];
  if (wanted !== undefined && Object.hasOwn(SUBCOMMANDS, wanted)) {
    loadSubcommand(wanted, load).register(root);
    inherit(root);
    return root;
  }
  for (const [name, description] of Object.entries(SUBCOMMANDS)) root.command(name).description(description);
  return root;
}

function loadSubcommand(name: string, load: LoadModule): Subcommand {
  try {
    return load(`./${name}`) as Subcommand;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    const why = error instanceof Error ? String(error.message.split('\n')[0]) : '';
    throw new CliError(EXIT.unavailable, `The command ${name} is not part of this installation (${why}).`);
  }
}

/** Commander throws instead of exiting, for the subcommands too. */
function inherit(command: Command): void {
  for (const child of command.commands) {
    child.copyInheritedSettings(command);
    inherit(child);
  }
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.succeeded : EXIT.usage;
  if (error instanceof CliError) {
    process.stderr.write(`eas-connector: ${error.message}\n`);
    return error.exitCode;
  }
  const refused = refusalOf(error);
  if (refused) {
    process.stderr.write(`eas-connector: ${refused.message}\n`);
    return refused.exitCode;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`eas-connector: a fault of the program itself. Please report it.\n${text}\n`);
  return EXIT.software;
}

/** What the system says when a file, a folder or a port cannot be had. */
const REFUSALS = new Set(
  'EACCES EPERM EROFS ENOSPC EDQUOT EEXIST ENOTDIR EISDIR ENAMETOOLONG ELOOP EMFILE EADDRINUSE'.split(' '),
);

/** Trouble of the computer with a file, a folder or a port, which is nothing to report: what it is, and the exit code. */
function refusalOf(error: unknown): { readonly message: string; readonly exitCode: number } | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code = '', syscall = '' } = error as NodeJS.ErrnoException;
  if (!REFUSALS.has(code) || syscall === '') return undefined;
  return { message: error.message, exitCode: syscall === 'listen' ? EXIT.unavailable : EXIT.cannotCreate };
}
