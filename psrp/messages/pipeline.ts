import type { PSValue } from '../ps-object';

/** An argument: with the name of its parameter, or without one for a positional argument. */
export interface CommandArgument {
  readonly name?: string | undefined;
  readonly value: PSValue;
}

/** Where a stream of a command goes instead. */
export type MergeTarget = 'Output' | 'Null';

/** A command of a pipeline: its name and arguments are data; only a script (`isScript`) is text that is parsed. */
export interface PipelineCommand {
  readonly name: string;
  readonly isScript?: boolean;
  /** Whether it runs in a scope of its own. A restricted endpoint refuses `false`; undefined leaves it alone. */
  readonly useLocalScope?: boolean | undefined;
  readonly arguments?: readonly CommandArgument[];
  readonly merge?: Readonly<Partial<Record<MergedStream, MergeTarget>>> | undefined;
}

/** Streams that can be merged: Error always, Warning, Verbose and Debug from version 2.2, Information from 2.3. */
export type MergedStream = 'Error' | 'Warning' | 'Verbose' | 'Debug' | 'Information';

/** What a pipeline runs. */
export interface PipelineDefinition {
  /** The commands, each fed by the one before it. */
  readonly commands: readonly PipelineCommand[];
  /** More statements that run after the first one. */
  readonly moreStatements?: readonly (readonly PipelineCommand[])[];
  /** Whether input will be sent, and its end. */
  readonly hasInput?: boolean;
  readonly addToHistory?: boolean;
  /**
   * Whether a script goes on with its next statement after one that failed, as at a prompt (RedirectShellErrorOutputPipe).
   * Otherwise the error ends the pipeline.
   */
  readonly goesOnAfterErrors?: boolean;
  /** Whether the records of all streams tell where they were written. */
  readonly addInvocationInfo?: boolean;
}

/** A command with its parameters by name. A switch is `true`. */
export function command(name: string, parameters: Readonly<Record<string, PSValue>> = {}): PipelineCommand {
  return { name, arguments: Object.entries(parameters).map(([parameter, value]) => ({ name: parameter, value })) };
}

/** A script, for endpoints that allow them. Values belong into its arguments, never into its text. */
export function script(text: string, ...values: PSValue[]): PipelineCommand {
  return { name: text, isScript: true, arguments: values.map((value) => ({ value })) };
}
