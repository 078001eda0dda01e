import { PSObject, type ErrorRecord, type PSValue } from '../../psrp';
import type { Command } from '../exchange/command';
import { ExchangeError } from '../exchange/exchange-error';
import type { InvokeOptions } from '../exchange/exchange-session';
import { exceptionOf, exchangeErrorOf } from './error-record';
import type { PipelineListener } from './local-power-shell';

/** Exchange cut the list at a size that nobody asked for. */
const RESULT_SIZE = /\bResultSize\b/i;
/** After these nobody knows whether a change was carried out. */
const UNCERTAIN: ReadonlySet<string> = new Set(['throttled', 'server.unavailable', 'connect.lost']);

/**
 * The objects of a command that runs as a pipeline, with the pipeline's warnings as events and its errors thrown once it is
 * over: a list that an error was written beside, or that Exchange cut, is not known to be whole.
 * @throws ExchangeError
 */
export async function* commandObjects(
  command: Command,
  { onEvent }: Pick<InvokeOptions, 'onEvent'>,
  run: (listener: PipelineListener) => AsyncIterable<PSValue>,
): AsyncGenerator<PSObject, void, undefined> {
  const errors: ErrorRecord[] = [];
  const warnings: string[] = [];
  const listener = {
    onError: (record: ErrorRecord): void => {
      errors.push(record);
    },
    onWarning: (message: string): void => {
      if (RESULT_SIZE.test(message)) warnings.push(message);
      onEvent?.({ kind: 'warning', message });
    },
  };
  for await (const value of run(listener)) if (value instanceof PSObject) yield value;
  const failures = errors.map((record) => commandError(record, command));
  // After which nobody knows what happened counts more than what was said before it.
  const failure = failures.find(({ code }) => UNCERTAIN.has(code)) ?? failures[0];
  if (failure) throw failure;
  const [cut] = warnings;
  if (cut !== undefined && isWholeList(command)) throw truncated(command, cut);
}

/** A number is a size that the command asked for. */
function isWholeList({ effect, parameters }: Command): boolean {
  return effect === 'read' && typeof parameters['ResultSize'] !== 'number';
}

/** What a cmdlet said, as an error; if it may pass, or the connection broke, a change may still have been made. */
function commandError(record: ErrorRecord, command: Command): ExchangeError {
  const error = exchangeErrorOf(record, command);
  const isLost = exceptionOf(record).startsWith('PSRemoting');
  const code = isLost ? 'connect.lost' : error.code;
  const { message: summary, detail, exception, cmdlet } = error;
  const mayHaveHappened = command.effect === 'change' && UNCERTAIN.has(code);
  return new ExchangeError({ code, summary, detail, cmdlet, exception, mayHaveHappened });
}

function truncated({ cmdlet }: Command, warning: string): ExchangeError {
  return new ExchangeError({
    code: 'truncated',
    summary: `Exchange gave only a part of the list of ${cmdlet}.`,
    detail: `It said: ${warning}`,
    cmdlet,
  });
}
