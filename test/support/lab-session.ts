import type { Command } from '../../plugin/exchange/command';
import { ExchangeError } from '../../plugin/exchange/exchange-error';
import type { ExchangeSession, InvokeOptions } from '../../plugin/exchange/exchange-session';
import type { ExchangeVersion } from '../../plugin/exchange/exchange-version';
import { CmdletError, CmdletRunner } from '../../lab/cmdlets';
import type { Organization } from '../../lab/organization/organization';
import { loadReference } from '../../lab/reference/reference';
import type { PSObject } from '../../psrp';

/** What a test does to a command: nothing, lose it, or lose its answer. */
export type Fault = 'none' | 'lost' | 'throttled' | 'answerLost' | 'crashBefore' | 'crashAfter';

/** The run dies here, as a killed process does: nothing after this line of the product runs. */
export class Crash extends Error {}

/** Makes what carries commands to an organization. */
export type Carrier = (organization: Organization) => Pick<ExchangeSession, 'invoke'>;

/**
 * A session straight to the lab's cmdlets, without a wire: quick, for tests of what the tasks decide. A carrier takes the
 * commands over a wire all the same.
 */
export class LabSession implements ExchangeSession {
  readonly version: ExchangeVersion;
  readonly build = '';
  readonly transport = 'lab';
  readonly sent: Command[] = [];
  /** Asked before every command. */
  fault: (command: Command) => Fault = () => 'none';
  /** Asked before every command: true if Exchange refuses it, as for a right that is missing. */
  refuse: (command: Command) => boolean = () => false;
  /** Asked about every object: true if the list has a gap in its place. */
  hide: (command: Command, object: PSObject) => boolean = () => false;
  /** Told of every change that reached the organization, before it is carried out. */
  onChange: (command: Command, fault: Fault) => void = () => undefined;
  /** Waited for before every command, as if the process slept. */
  pause: (command: Command) => Promise<void> = () => Promise.resolve();
  /** Set when the process has crashed: nothing of it reaches anything any more. */
  isDead = false;
  readonly #runner: CmdletRunner;
  readonly #carried: Pick<ExchangeSession, 'invoke'> | undefined;

  constructor(
    readonly organization: Organization,
    carrier?: Carrier,
  ) {
    this.version = organization.site.version;
    this.#carried = carrier?.(organization);
    this.#runner = new CmdletRunner(organization, loadReference());
  }

  async *invoke(command: Command, options: InvokeOptions): AsyncGenerator<PSObject> {
    const { signal } = options;
    await this.pause(command);
    if (this.isDead) throw new Crash();
    if (signal.aborted) throw new ExchangeError({ code: 'cancelled', summary: 'cancelled' });
    this.sent.push(command);
    const fault = this.fault(command);
    if (fault === 'crashBefore') this.#crash();
    if (fault === 'throttled')
      throw new ExchangeError({ code: 'throttled', summary: 'the budget is spent', cmdlet: command.cmdlet });
    if (fault === 'lost') throw new ExchangeError({ code: 'connect.refused', summary: 'not reached' });
    if (this.refuse(command)) throw new ExchangeError({ code: 'rights.missing', summary: 'refused' });
    if (command.effect === 'change') this.onChange(command, fault);
    for await (const object of this.#carried?.invoke(command, options) ?? this.#run(command)) {
      if (!this.hide(command, object)) yield object;
    }
    if (fault === 'crashAfter') this.#crash();
    if (fault === 'answerLost') {
      throw new ExchangeError({
        code: 'connect.lost',
        summary: 'answer lost',
        mayHaveHappened: command.effect === 'change',
      });
    }
  }

  #crash(): never {
    this.isDead = true;
    throw new Crash();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  /** Runs a cmdlet past the product, as an administrator would. */
  direct(cmdlet: string, parameters: Readonly<Record<string, unknown>>): Iterable<PSObject> {
    const given = new Map(Object.entries(parameters));
    return this.#runner.run({ cmdlet, parameters: given, user: 'somebody', warn: () => undefined });
  }

  *#run({ cmdlet, parameters, properties }: Command): Iterable<PSObject> {
    const given = new Map<string, unknown>(Object.entries(parameters));
    try {
      yield* this.#runner.run({ cmdlet, parameters: given, user: 'test', select: properties, warn: () => undefined });
    } catch (error) {
      if (!(error instanceof CmdletError)) throw error;
      const isMissing = error.className.endsWith('NotFoundException');
      throw new ExchangeError({
        code: isMissing ? 'object.notFound' : 'command.failed',
        summary: error.message,
        cmdlet,
        exception: error.className,
      });
    }
  }
}
