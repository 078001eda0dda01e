import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { prepareNodeSessionCrypto } from '../../plugin/powershell/node-crypto';
import {
  ClientRunspacePool,
  OutOfProcClient,
  type ClientEvent,
  type ClientPipeline,
  type ErrorRecord,
  type OutOfProcEvent,
  type PipelineDefinition,
  type ProtocolVersion,
  type PSValue,
} from '../../psrp';

/** The PowerShell 7 to test with: that of EAS_PWSH, or the one on the PATH; undefined if there is none. */
export function findPowerShell(): string | undefined {
  const program = process.env['EAS_PWSH'] ?? 'pwsh';
  return spawnSync(program, ['--version'], { timeout: 30_000 }).status === 0 ? program : undefined;
}

/** What a pipeline gave. */
export interface Outcome {
  readonly output: PSValue[];
  readonly errors: ErrorRecord[];
  readonly events: (ClientEvent | OutOfProcEvent)[];
  readonly pipeline: ClientPipeline;
  /** What ended a pipeline that failed or was stopped. */
  readonly ending: ErrorRecord | undefined;
}

type AnyEvent = ClientEvent | OutOfProcEvent;

/** A PowerShell in server mode, driven by the client's end. */
export class RealPowerShell {
  readonly client: OutOfProcClient;
  stderr = '';
  private waiting: (() => void) | undefined;
  private listener: (event: AnyEvent) => void = () => undefined;
  private failure: unknown;

  private constructor(
    private readonly child: ChildProcessWithoutNullStreams,
    pool: ClientRunspacePool,
  ) {
    this.client = new OutOfProcClient(pool);
    child.stdout.on('data', (bytes: Buffer) => {
      try {
        this.client.receiveData(bytes);
        this.pump();
      } catch (error) {
        this.failure = error;
      }
      this.waiting?.();
    });
    child.stderr.on('data', (bytes: Buffer) => (this.stderr += bytes.toString()));
    child.on('exit', () => this.waiting?.());
    child.stdin.on('error', () => undefined);
  }

  static async open(
    program: string,
    protocolVersion: ProtocolVersion = '2.3',
    args: string[] = [],
  ): Promise<RealPowerShell> {
    const crypto = await prepareNodeSessionCrypto();
    const pool = new ClientRunspacePool({ newGuid: randomUUID, crypto, protocolVersion, exactNumbers: true });
    const child = spawn(program, ['-s', '-NoLogo', '-NoProfile', ...args], { env: { ...process.env, NO_COLOR: '1' } });
    const shell = new RealPowerShell(child, pool);
    pool.open();
    await shell.until(() => pool.state === 'Opened');
    return shell;
  }

  /** Runs a pipeline to its end. */
  async run(
    definition: PipelineDefinition,
    options: { input?: readonly PSValue[]; onEvent?: (event: AnyEvent, pipeline: ClientPipeline) => void } = {},
  ): Promise<Outcome> {
    const pipeline = this.client.pool.createPipeline({ ...definition, hasInput: options.input !== undefined });
    const outcome = { output: [] as PSValue[], errors: [] as ErrorRecord[], events: [] as AnyEvent[] };
    let ending: ErrorRecord | undefined;
    this.listener = (event) => {
      outcome.events.push(event);
      if (event.type === 'output') outcome.output.push(event.value);
      else if (event.type === 'error') outcome.errors.push(event.record);
      else if (event.type === 'pipelineState') ending = event.error;
      options.onEvent?.(event, pipeline);
    };
    pipeline.start();
    for (const value of options.input ?? []) pipeline.send(value);
    if (options.input) pipeline.endInput();
    await this.until(() => ['Completed', 'Failed', 'Stopped'].includes(pipeline.state));
    this.client.closePipeline(pipeline);
    await this.until(() => outcome.events.at(-1)?.type === 'pipelineClosed');
    return { ...outcome, pipeline, ending };
  }

  async exchangeKey(): Promise<void> {
    this.client.pool.exchangeKey();
    await this.until(() => this.client.pool.hasSessionKey);
  }

  /** Closes the pool; the process ends by itself. */
  async close(): Promise<number | null> {
    let closed = false;
    this.listener = (event) => (closed ||= event.type === 'poolClosed');
    this.client.closePool();
    await this.until(() => closed);
    this.child.stdin.end();
    if (this.child.exitCode === null) await once(this.child, 'exit');
    return this.child.exitCode;
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }

  pump(): void {
    for (let event = this.client.nextEvent(); event; event = this.client.nextEvent()) this.listener(event);
    for (let line = this.client.dataToSend(); line; line = this.client.dataToSend()) this.child.stdin.write(line);
  }

  private async until(met: () => boolean): Promise<void> {
    this.pump();
    while (!met()) {
      if (this.failure) throw this.failure as Error;
      if (this.child.exitCode !== null) throw new Error(`PowerShell ended with ${this.child.exitCode}: ${this.stderr}`);
      await new Promise<void>((resolve) => (this.waiting = resolve));
    }
    if (this.failure) throw this.failure as Error;
  }
}
