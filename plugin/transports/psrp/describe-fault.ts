import type { WsmanFault, WsmanFaultKind, WsmanOperation } from '../../../psrp';
import type { ProblemCode } from '../../../protocol';
import { codeOfException } from '../../exchange/exception-codes';
import { ExchangeError } from '../../exchange/exchange-error';
import type { Failure } from '../traffic/command-run';

/** Exchange says in words what WSMan has no codes for. */
const TOO_MANY =
  /exceeded the maximum number of (?:connections|shells|users)|maximum number of [\w ]*concurrent|MaxConcurrency|over ?budget|throttling budget|load quota|server (?:is )?(?:too )?busy/i;
/** "Suggested backoff time 3000 ms", "for at least 4000 milliseconds", "Please wait for 30 seconds". */
const ASKED_WAIT =
  /(?:back-?off(?: time)?:?|wait(?: for)?|at least|again (?:in|after))\s+(\d{1,9})\s*(ms|msecs?|milliseconds?|s|secs?|seconds?)?\b/i;
/** What Exchange has already made a command wait. */
const MICRO_DELAY = /^Micro delay applied\. Actual delayed: (\d{1,9}) msecs/i;

/** These may pass by themselves. */
const TRANSIENT: ReadonlySet<ProblemCode> = new Set([
  'throttled',
  'server.unavailable',
  'connect.lost',
  'connect.refused',
  'connect.timeout',
]);

/** What WSMan also answers about a command that it has taken: it took too long, broke off, or something failed on the way. */
const MAY_HAVE_BEGUN: ReadonlySet<WsmanFaultKind> = new Set(['timedOut', 'aborted', 'internalError', 'other']);

/**
 * Whether a Command that was answered with this was certainly not begun. What stands in front of WSMan may have passed it on
 * before it failed.
 */
export function wasNotBegun({ kind, status }: WsmanFault): boolean {
  return kind === 'http' ? status >= 300 && status < 500 : !MAY_HAVE_BEGUN.has(kind);
}

/** A refusal of WSMan, or of what answers in its place, as an error. */
export function describeFault(fault: WsmanFault, operation: WsmanOperation, host: string): ExchangeError {
  const code = codeOf(fault);
  const particulars = [
    fault.kind === 'http' ? '' : fault.subcode,
    fault.code === undefined ? '' : `0x${fault.code.toString(16).toUpperCase()}`,
    fault.provider ?? '',
    fault.machine ?? '',
    `${operation}, HTTP ${fault.status}`,
  ];
  const said = oneLine(fault.text).replace(/^(?:\[[^\]]*\]\s*)+/, '');
  return new ExchangeError({
    code,
    summary: `${SUMMARIES[code] ?? 'refused the request'}: ${said || fault.kind}`.replace(/^/, `${host} `),
    detail: `${adviceFor(code, fault)} (${particulars.filter(Boolean).join(', ')})`.trim(),
  });
}

const SUMMARIES: Partial<Readonly<Record<ProblemCode, string>>> = {
  throttled: 'limits what the account may do',
  'rights.missing': 'does not let the account use remote PowerShell',
  'connect.lost': 'does not know the session any more',
  'server.unavailable': 'cannot serve now',
  'connect.refused': 'has no Exchange PowerShell endpoint at that address',
  'protocol.malformed': 'answered with something that is not its protocol',
};

function codeOf({ kind, status, text }: WsmanFault): ProblemCode {
  if (TOO_MANY.test(text)) return 'throttled';
  const exception = /\[FailureCategory=[^-\]]*-(\w+)\]/.exec(text)?.[1];
  const known = exception === undefined ? undefined : codeOfException(exception);
  if (known) return known;
  if (kind === 'quotaExceeded' || kind === 'serverBusy') return 'throttled';
  if (kind === 'accessDenied') return 'rights.missing';
  if (kind === 'resourceUriNotFound') return 'connect.refused';
  if (kind === 'shellNotFound' || kind === 'commandNotFound' || kind === 'aborted') return 'connect.lost';
  if (kind === 'internalError' || kind === 'timedOut') return 'server.unavailable';
  return kind === 'http' ? codeOfStatus(status) : 'command.failed';
}

/** Of an answer that came from something in front of WSMan. */
function codeOfStatus(status: number): ProblemCode {
  if (status === 429) return 'throttled';
  if (status === 401) return 'auth.denied';
  if (status === 403) return 'rights.missing';
  if (status === 404 || status === 405 || status === 410) return 'connect.refused';
  return status >= 500 || status === 408 ? 'server.unavailable' : 'protocol.malformed';
}

function adviceFor(code: ProblemCode, { kind }: WsmanFault): string {
  switch (code) {
    case 'throttled':
      return 'Every account has limits (18 sessions, if its throttling policy does not say otherwise), and programs share them.';
    case 'rights.missing':
      return 'Check that remote PowerShell is enabled for the user (Set-User -RemotePowerShellEnabled) and its role groups.';
    case 'connect.refused':
      return 'The address looks like https://mail.contoso.com/PowerShell/.';
    case 'protocol.malformed':
    case 'server.unavailable':
      return kind === 'http' ? 'A proxy, a load balancer or IIS may have answered in its place.' : '';
    default:
      return '';
  }
}

/**
 * What may be done about an error of a command. Its `mayHaveHappened` says whether the command may have begun.
 * @param isOpening whoever cannot be reached at first is not waited for
 */
export function judge(error: ExchangeError, isOpening: boolean): Failure {
  const cannotBeReached = error.code === 'connect.refused' || error.code === 'connect.timeout';
  return {
    error,
    notProcessed: !error.mayHaveHappened,
    transient: TRANSIENT.has(error.code) && !(isOpening && cannotBeReached),
    waitMs: error.code === 'throttled' ? askedWaitMs(`${error.message} ${error.detail}`) : undefined,
  };
}

/** How long a text of Exchange or WSMan asks to wait, in milliseconds. */
export function askedWaitMs(text: string): number | undefined {
  const [, count = '', unit = 's'] = ASKED_WAIT.exec(text) ?? [];
  if (count === '') return undefined;
  return Number(count) * (unit.toLowerCase().startsWith('m') ? 1 : 1000);
}

/** How long Exchange has held a command back, by its warning; undefined for other warnings. */
export function microDelayMs(warning: string): number | undefined {
  const ms = Number(MICRO_DELAY.exec(warning)?.[1] ?? NaN);
  return Number.isNaN(ms) ? undefined : ms;
}

const oneLine = (text: string): string =>
  text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .trim()
    .slice(0, 600);
