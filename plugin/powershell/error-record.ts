import type { ErrorRecord } from '../../psrp';
import type { Command } from '../exchange/command';
import { codeOfException } from '../exchange/exception-codes';
import { ExchangeError } from '../exchange/exchange-error';
import type { ProblemCode } from '../../protocol';

/** The ExchangeOnlineManagement module writes `id|class|text` as the message of a bare Exception. */
const ONLINE_MESSAGE = /^[^|\s]*\|([\w.+`]+)\|(.+)$/s;

/**
 * The class of the exception behind an error record. Over remoting the exception itself is a RemoteException; its class
 * is in the category's reason, or in Exchange's own prefix of the FullyQualifiedErrorId.
 */
export function exceptionOf({ message, exception, categoryInfo, fullyQualifiedErrorId }: ErrorRecord): string {
  const online = ONLINE_MESSAGE.exec(message)?.[1]?.split('.').at(-1);
  if (online !== undefined) return online;
  const failure = /\[FailureCategory=[^-\]]*-([A-Za-z]+)\]/.exec(fullyQualifiedErrorId)?.[1];
  const type =
    (exception?.typeNames[0] ?? '')
      .replace(/^Deserialized\./, '')
      .split('.')
      .at(-1) ?? '';
  const reason = categoryInfo.reason;
  return failure ?? (reason !== '' && reason !== 'RemoteException' ? reason : type);
}

/** An error record as the error that the tasks know. */
export function exchangeErrorOf(record: ErrorRecord, command: Pick<Command, 'cmdlet'>): ExchangeError {
  const exception = exceptionOf(record);
  const { message, categoryInfo, fullyQualifiedErrorId, errorDetails } = record;
  const particulars = [exception, categoryInfo.category, fullyQualifiedErrorId].filter((part) => part !== '');
  return new ExchangeError({
    code: codeOf(record, exception),
    summary: withoutPrefix(message) || `${command.cmdlet} failed.`,
    detail: [errorDetails?.recommendedAction ?? '', particulars.join(', ')].filter(Boolean).join(' '),
    cmdlet: command.cmdlet,
    exception,
  });
}

/** "[Server=…,RequestId=…,TimeStamp=…] text": the text first. */
const withoutPrefix = (message: string): string =>
  (ONLINE_MESSAGE.exec(message)?.[2] ?? message).replace(/^(\[[^\]]*\]\s*)+/, '').trim();

function codeOf(record: ErrorRecord, exception: string): ProblemCode {
  const id = record.fullyQualifiedErrorId;
  // A cmdlet or a parameter that the account has no role for does not exist for it.
  if (/CommandNotFoundException|NamedParameterNotFound/.test(`${id} ${exception}`)) return 'rights.missing';
  if (record.message.includes('A command that prompts the user failed')) return 'command.failed';
  return codeOfException(exception) ?? 'command.failed';
}
