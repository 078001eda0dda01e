import { type ErrorCategory, type ErrorRecord, errorRecord } from '../../psrp';
import type { CmdletError } from '../cmdlets';
import type { Site } from '../organization/sites';
import { wireError } from '../powershell/error-record';

/** An error of a command, and whether it ends the pipeline. */
export interface CommandError {
  readonly record: ErrorRecord;
  readonly isTerminating: boolean;
}

/** Cmdlets of recipients, whose classes live in a namespace of their own; the others' classes are in Tasks. */
const RECIPIENT_NOUN = /(?:Mailbox|User|Recipient|Group|GroupMember)$/;

/**
 * An error of a cmdlet as Exchange's remote PowerShell writes it: since 2013 the identifier begins with the server, the
 * request, the time and the category of the failure; at its end is the cmdlet's class.
 * @param now the lab's time in milliseconds
 */
export function exchangeError(error: CmdletError, cmdlet: string, site: Site, now: number): CommandError {
  const { message, className, category, target, errorId, isTerminating } = wireError(error, site, now);
  const reason = className.split('.').at(-1) ?? className;
  const isUnknownCommand = errorId === 'CommandNotFoundException';
  const activity = isUnknownCommand ? '' : cmdlet;
  const targetType = target === '' ? '' : 'String';
  const record = errorRecord(message, {
    exception: { typeNames: [className, 'System.Exception', 'System.Object'], message },
    fullyQualifiedErrorId: isUnknownCommand ? errorId : `${errorId},${cmdletClass(cmdlet)}`,
    targetObject: target === '' ? null : target,
    category: {
      category: category as ErrorCategory,
      activity,
      reason,
      targetName: target,
      targetType,
      message: `${category}: (${target}:${targetType}) [${activity}], ${reason}`,
    },
  });
  // A question that nobody can answer is an error of the command, which then goes on.
  return { record, isTerminating: isTerminating && reason !== 'HostException' };
}

/** What PowerShell says to a script where only commands are allowed. */
export function scriptsNotAllowed(): ErrorRecord {
  const message = 'The syntax is not supported by this runspace. This might be because it is in no-language mode.';
  return errorRecord(message, {
    exception: {
      typeNames: [
        'System.Management.Automation.ParseException',
        'System.Management.Automation.RuntimeException',
        'System.SystemException',
        'System.Exception',
        'System.Object',
      ],
      message,
    },
    fullyQualifiedErrorId: 'ScriptsNotAllowed',
    category: { category: 'ParserError', reason: 'ParseException', message: 'ParserError: (:) [], ParseException' },
  });
}

/** What PowerShell says to a command that wants to run in its caller's scope. */
export function localScopeNotAllowed(): ErrorRecord {
  const message = 'UseLocalScope cannot be false when language mode is RestrictedLanguage or NoLanguage.';
  const category = { category: 'NotSpecified', reason: 'RuntimeException' } as const;
  return errorRecord(message, { fullyQualifiedErrorId: 'RuntimeException', category });
}

/** The class that carries a cmdlet out, by the pattern of those that are known. */
function cmdletClass(cmdlet: string): string {
  const [verb = '', noun = ''] = cmdlet.split('-');
  const namespace = RECIPIENT_NOUN.test(noun) ? 'RecipientTasks' : 'Tasks';
  return `Microsoft.Exchange.Management.${namespace}.${verb}${noun}`;
}
