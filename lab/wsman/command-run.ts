import { type ErrorRecord, PSObject, type PipelineCommand, type PipelineDefinition, type PSValue } from '../../psrp';
import { CmdletError, type CmdletRunner } from '../cmdlets';
import type { Journal, JournalEntry } from '../control/journal';
import { notRecognized } from '../powershell/cmdlet-call';
import type { CmdletReference } from '../reference/reference';
import { bindArguments } from './bind-arguments';
import { exchangeError, localScopeNotAllowed, scriptsNotAllowed } from './exchange-error';
import { getCommand } from './get-command';
import { feedOf } from './proxy-commands';
import { wireObject } from './wire-object';

/** What a pipeline writes to its streams. */
export type StreamItem = { readonly output: PSValue } | { readonly warning: string } | { readonly error: ErrorRecord };

/** What a fault makes of a command. */
export interface Spoiling {
  /** The fault's kind, for the journal. */
  readonly kind: string;
  /** What the command answers instead. */
  readonly error?: CmdletError;
  /** Whether the command is carried out all the same. */
  readonly carriesOut: boolean;
  /** What it says besides. */
  readonly warning?: string;
}

/** Who runs commands, and in what. */
export interface CommandContext {
  readonly runner: CmdletRunner;
  readonly reference: CmdletReference;
  readonly journal: Journal;
  readonly user: string;
}

/**
 * Runs the statements of a pipeline, item by item as they are asked for; changes are done before the first item comes.
 * Returns the error that ended it, if one did. Every cmdlet that ran is in the journal when this returns, or is left.
 */
export function* runPipeline(
  definition: PipelineDefinition,
  input: readonly PSValue[],
  context: CommandContext,
  spoiling: Spoiling | undefined,
): Generator<StreamItem, ErrorRecord | undefined> {
  for (const commands of [definition.commands, ...(definition.moreStatements ?? [])]) {
    const refused = refusedByLanguage(commands);
    if (refused !== undefined) return refused;
    const ended = yield* new Statement(commands, input, context, spoiling).run();
    if (ended !== undefined) return ended;
  }
  return undefined;
}

/** Restricted language: commands with data as arguments, and nothing that would have to be parsed. */
function refusedByLanguage(commands: readonly PipelineCommand[]): ErrorRecord | undefined {
  if (commands.some(({ isScript }) => isScript === true)) return scriptsNotAllowed();
  return commands.some(({ useLocalScope }) => useLocalScope === false) ? localScopeNotAllowed() : undefined;
}

/** One statement: a cmdlet of Exchange, and what its objects are piped into. */
class Statement {
  private readonly cmdlet: string;
  private readonly warnings: string[] = [];
  private parameters: ReadonlyMap<string, unknown> = new Map();
  private objects = 0;
  private isJournalled = false;

  constructor(
    private readonly commands: readonly PipelineCommand[],
    private readonly input: readonly PSValue[],
    private readonly context: CommandContext,
    private readonly spoiling: Spoiling | undefined,
  ) {
    this.cmdlet = commands[0]?.name ?? '';
  }

  *run(): Generator<StreamItem, ErrorRecord | undefined> {
    try {
      if (this.spoiling?.warning !== undefined) yield { warning: this.spoiling.warning };
      yield* this.items();
      this.write({ result: { objects: this.objects, hasMore: false } });
      return undefined;
    } catch (thrown) {
      const error = thrown instanceof CmdletError ? thrown : labFailure(thrown);
      this.write({ error: { className: error.className, message: error.message } });
      yield* this.takeWarnings();
      const { site, clock } = this.context.runner.organization;
      const { record, isTerminating } = exchangeError(error, this.cmdlet, site, clock.now());
      if (isTerminating || this.preference('ErrorAction') === 'stop') return record;
      if (this.preference('ErrorAction') !== 'silentlycontinue') yield { error: record };
      return undefined;
    } finally {
      this.write({ result: { objects: this.objects, hasMore: true } });
    }
  }

  private *items(): Iterable<StreamItem> {
    const error = this.spoiling?.error;
    if (error !== undefined && this.spoiling?.carriesOut !== true) throw error;
    for (const object of this.feed()) {
      yield* this.takeWarnings();
      this.objects++;
      if (error === undefined) yield { output: wireObject(object) };
    }
    yield* this.takeWarnings();
    if (error !== undefined) throw error;
  }

  /** The objects of the cmdlet, once for each that was piped into it, passed through the commands behind it. */
  private feed(): Iterable<PSObject> {
    const { runner, reference, user } = this.context;
    const { version } = runner.organization.site;
    const [first, ...others] = this.commands;
    if (first !== undefined && this.cmdlet.toLowerCase() === 'get-command') {
      return feedOf(others).pass(getCommand(first.arguments ?? [], runner, reference));
    }
    const cmdlet = reference.find(this.cmdlet, version);
    if (first === undefined || cmdlet === undefined || !runner.knows(this.cmdlet)) throw notRecognized(this.cmdlet);
    const { select, pass } = feedOf(others);
    const given = bindArguments(first.arguments ?? [], cmdlet, version);
    this.parameters = given;
    const runs = (this.input.length > 0 ? this.input : [undefined]).map((piped) =>
      runner.run({
        cmdlet: cmdlet.name,
        parameters: piped === undefined ? given : new Map([...given, ['Identity', identityOf(piped)]]),
        user,
        select,
        warn: (message) => this.warnings.push(message),
      }),
    );
    return pass(concat(runs));
  }

  private *takeWarnings(): Iterable<StreamItem> {
    const warnings = this.warnings.splice(0);
    if (this.preference('WarningAction') !== 'silentlycontinue') yield* warnings.map((warning) => ({ warning }));
  }

  /** A common parameter of the command, in lower case: an action preference is its name or its number. */
  private preference(name: string): string {
    for (const [given, value] of this.parameters) {
      if (given.toLowerCase() === name.toLowerCase()) {
        const text = String(value).toLowerCase();
        return { '0': 'silentlycontinue', '1': 'stop' }[text] ?? text;
      }
    }
    return '';
  }

  private write(outcome: Pick<JournalEntry, 'result' | 'error'>): void {
    if (this.isJournalled) return;
    this.isJournalled = true;
    const { journal, user } = this.context;
    const parameters = Object.fromEntries(this.parameters);
    const entry = { front: 'remotePowerShell', user, cmdlet: this.cmdlet, parameters, ...outcome };
    journal.write(this.spoiling === undefined ? entry : { ...entry, fault: this.spoiling.kind });
  }
}

function* concat<T>(lists: readonly Iterable<T>[]): Iterable<T> {
  for (const list of lists) yield* list;
}

/** What an object names itself by when it is piped into a cmdlet. */
function identityOf(piped: PSValue): string {
  if (!(piped instanceof PSObject)) return String(piped);
  return String(piped.get('Identity') ?? piped.get('Guid') ?? piped.get('Name') ?? piped.toString());
}

function labFailure(error: unknown): CmdletError {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new CmdletError('System.InvalidOperationException', `The lab itself failed: ${message}`, 'NotSpecified');
}
