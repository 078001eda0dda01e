import type { ErrorRecord, PSValue } from '../../psrp';
import type { Command } from '../exchange/command';
import type { OpeningArgument } from './openings/opening';

/** When a pipeline has to be over. */
export interface PipelineBounds {
  readonly signal: AbortSignal;
  /** Milliseconds since 1970. */
  readonly deadline: number;
}

/** Takes what a pipeline gives besides objects. An error that ends the pipeline is the last of its errors. */
export interface PipelineListener {
  readonly onError: (record: ErrorRecord) => void;
  readonly onWarning: (message: string) => void;
}

/** A PowerShell on this computer, in a process of its own or in ours. It runs one pipeline at a time. */
export interface LocalPowerShell {
  /** True when nothing can be run in it any more. */
  readonly isBroken: boolean;
  /**
   * Runs a cmdlet; of the objects only the wanted properties come. Whoever stops reading stops the pipeline.
   * @throws ExchangeError cancelled, command.timeout (it is broken then), connect.lost
   */
  runCommand(command: Command, bounds: PipelineBounds, listener: PipelineListener): AsyncIterable<PSValue>;
  /**
   * Runs a constant script in the global scope, so that what it imports stays. Values arrive as typed arguments.
   * @param name what errors call it
   * @throws ExchangeError as runCommand
   */
  runScript(
    name: string,
    script: string,
    values: Readonly<Record<string, OpeningArgument>>,
    bounds: PipelineBounds,
    listener: PipelineListener,
  ): AsyncIterable<PSValue>;
  /** Ends it and what runs in it. Never throws. */
  close(): Promise<void>;
}
