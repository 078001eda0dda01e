import { randomUUID } from 'node:crypto';
import type { FaultDetails } from '../../psrp';
import { CmdletError } from '../cmdlets';
import type { Site } from '../organization/sites';
import { usTime } from '../powershell/error-record';
import { fullName } from '../powershell/remote-endpoint';

/** Exchange's default of PowerShellMaxConcurrency: how many shells an account may have. */
export const MOST_SHELLS = 18;

/** What refusals name themselves by. */
export interface RefusalContext {
  readonly site: Site;
  /** The lab's time in milliseconds. */
  readonly now: number;
  readonly user: string;
}

// wsmerror.h
const QUOTA_MAX_SHELLS = 2150859173;
const QUOTA_MAX_OPERATIONS = 2150859174;

/**
 * Too many shells of one account. 2010 leaves it to WinRM's quota, when the shell is created; since 2013 Exchange's own
 * authorization finds out, after the shell was created, so a Receive learns of it (Microsoft365DSC, issue 359).
 */
export function tooManyShells(context: RefusalContext): FaultDetails {
  if (context.site.version === '2010') {
    const text =
      `The WS-Management service cannot process the request. This user is allowed a maximum number of ${MOST_SHELLS} ` +
      'concurrent shells, which has been exceeded. Close existing shells or raise the quota for this user.';
    return { kind: 'quotaExceeded', code: QUOTA_MAX_SHELLS, text };
  }
  const reason =
    'Fail to create a runspace because you have exceeded the maximum number of connections allowed : ' +
    `${MOST_SHELLS} for the policy party : MaxConcurrency. Please close existing runspace and try again.`;
  return { kind: 'internalError', text: `${prefix(context, 'AuthZ-AuthorizationException')} ${reason}` };
}

/** The account may sign in, and has no role. */
export function noRoles(context: RefusalContext): FaultDetails {
  const reason = `The user "${context.site.domain}/Users/${context.user}" isn't assigned to any management roles.`;
  const kind = context.site.version === '2010' ? 'accessDenied' : 'internalError';
  return { kind, text: `${prefix(context, 'AuthZ-CmdletAccessDeniedException')} ${reason}` };
}

/** There is no such shell (any more), as WinRM says it, and Exchange since 2013 with a prefix. */
export function shellNotFound(shellId: string, context: RefusalContext): FaultDetails {
  const reason =
    `The request for the Windows Remote Shell with ShellId ${shellId} failed because the shell was not found on the server. ` +
    'Possible causes are: the specified ShellId is incorrect or the shell no longer exists on the server. Provide the ' +
    'correct ShellId or create a new shell and retry the operation.';
  const text = context.site.version === '2010' ? reason : `${prefix(context, 'WSMan-InvalidShellID')} ${reason}`;
  return { kind: 'shellNotFound', text };
}

/** Too many requests in a time, as WinRM counts them. `seconds` until the next is let through. */
export function loadQuota(seconds: number): FaultDetails {
  const text =
    'The WS-Management service cannot process the request. The user load quota of 200 requests per 5 seconds has been ' +
    'exceeded. Send future requests at a slower rate or raise the quota for this user. The next request from this user ' +
    `will not be approved for at least ${Math.round(seconds * 1000)} milliseconds.`;
  return { kind: 'serverBusy', text };
}

/** Too many operations of one account at once. */
export function tooManyOperations(): FaultDetails {
  const text =
    'The WS-Management service cannot process the request. This user is allowed a maximum number of 1500 concurrent ' +
    'operations, which has been exceeded. Close existing operations for this user, or raise the quota for this user.';
  return { kind: 'quotaExceeded', code: QUOTA_MAX_OPERATIONS, text };
}

/** The budget of cmdlets is spent: an error of the command, since 2013. */
export function overBudget(seconds: number): CmdletError {
  return new CmdletError(
    'Microsoft.Exchange.Data.Directory.OverBudgetException',
    "This operation has exceeded the throttling budget for policy part 'LocalTime', policy value '60000', Budget type: " +
      `'PowerShell'. Suggested backoff time ${Math.round(seconds * 1000)} ms. (Server busy)`,
    'ResourceBusy',
  );
}

/** What Exchange warns of when it has held a command back (Microsoft support, article 2881759). */
export function microDelay(ms: number): string {
  return (
    `Micro delay applied. Actual delayed: ${ms} msecs, Enforced: True, Capped delay: ${ms} msecs, Required: False, ` +
    'Additional info: .'
  );
}

/** What stands before the texts of Exchange 2013 and later. */
function prefix({ site, now }: RefusalContext, category: string): string {
  const server = site.servers[0].name;
  const place =
    `ClientAccessServer=${server},BackEndServer=${fullName(server, site).toLowerCase()},` +
    `RequestId=${randomUUID()},TimeStamp=${usTime(new Date(now))}`;
  return `[${place}] [FailureCategory=${category}]`;
}
