import { codeOfException } from '../../exchange/exception-codes';
import { ExchangeError, type ExchangeErrorInit } from '../../exchange/exchange-error';
import type { Command } from '../../exchange/command';
import type { ProblemCode } from '../../../protocol';
import type { HttpResponse } from '../../network';
import type { Failure } from '../traffic/command-run';
import { retryAfterMs } from '../traffic/retry-policy';
import { decodeErrorBody, type ErrorBody } from './decode-error';

/** What a failure is judged by, besides the answer. */
export interface FailureContext {
  readonly command: Command;
  /** The answer is to a further page of a list. */
  readonly isFurtherPage: boolean;
  readonly nowMs: number;
  readonly secrets: readonly string[];
}

const GRANT =
  'The application needs the permission Exchange.ManageAsApp with admin consent, and either the role group that ' +
  '"eas-connector doctor --rights" prints a script for, or a directory role such as Exchange Administrator. A new ' +
  'assignment takes up to an hour.';

const CONCURRENCY = /maximum number of concurrent requests/i;
const PAGING_EXPIRED = /expired or invalid pagination request/i;
const NOT_RECOGNIZED = /is not recognized as (?:the|a) name of a cmdlet|parameter cannot be found that matches/i;

/** Judges an answer whose status is not 200 or 204. */
export function classifyFailure(answer: HttpResponse, context: FailureContext): Failure {
  const body = decodeErrorBody(answer.body, context.secrets);
  const waitMs = retryAfterMs(answer.headers['retry-after'], context.nowMs);
  const { code, notProcessed } = judge(answer.status, body, waitMs, context);
  const transient = code === 'throttled' || code === 'server.unavailable';
  const change = context.command.effect === 'change';
  const refused = answer.status >= 400 && answer.status < 500 && answer.status !== 408;
  const settled = notProcessed || (body.fromCmdlet ? !transient : refused);
  const error = new ExchangeError({
    ...describe(code, answer, body, context),
    code,
    cmdlet: context.command.cmdlet,
    exception: body.exception,
    mayHaveHappened: change && !settled,
  });
  return { error, notProcessed, transient, waitMs };
}

interface Judgement {
  readonly code: ProblemCode;
  readonly notProcessed: boolean;
}

function judge(status: number, body: ErrorBody, waitMs: number | undefined, context: FailureContext): Judgement {
  if (CONCURRENCY.test(body.message)) return { code: 'throttled', notProcessed: true };
  if (status === 429) return { code: 'throttled', notProcessed: true };
  if (PAGING_EXPIRED.test(body.message)) {
    return { code: context.isFurtherPage ? 'truncated' : 'protocol.malformed', notProcessed: false };
  }
  if (status === 401) return { code: 'auth.denied', notProcessed: true };
  if (status === 403) return { code: 'rights.missing', notProcessed: false };
  if (NOT_RECOGNIZED.test(body.message)) return { code: 'rights.missing', notProcessed: false };
  const known = codeOfException(body.exception);
  if (known) return { code: known, notProcessed: false };
  if (body.fromCmdlet) return { code: 'command.failed', notProcessed: false };
  // With Retry-After the service refuses before it looks at the request; a bare 503 may come from anywhere.
  if (status === 503) return { code: 'server.unavailable', notProcessed: waitMs !== undefined };
  if (status === 408 || status >= 500) return { code: 'server.unavailable', notProcessed: false };
  if ((status >= 300 && status < 400) || status < 200 || body.isHtml) {
    return { code: 'protocol.malformed', notProcessed: false };
  }
  return { code: 'command.failed', notProcessed: false };
}

function describe(
  code: ProblemCode,
  answer: HttpResponse,
  body: ErrorBody,
  context: FailureContext,
): Pick<ExchangeErrorInit, 'summary' | 'detail'> {
  const { cmdlet } = context.command;
  const status = `HTTP ${answer.status}`;
  const said = body.message;
  const place = [status, body.errorId, body.exception, requestId(answer)].filter(Boolean).join(', ');
  switch (code) {
    case 'rights.missing':
      return {
        summary: `The application may not run ${cmdlet}${said === '' ? '' : `: ${said}`}`,
        detail: `${GRANT} (${place})`,
      };
    case 'auth.denied':
      return {
        summary: `Exchange Online did not accept the token, not even a new one (${status}).`,
        detail: `${GRANT} ${said} (${place})`.replaceAll('  ', ' '),
      };
    case 'throttled':
      return { summary: `Exchange Online limits the requests: ${said || status}`, detail: place };
    case 'server.unavailable':
      return { summary: `Exchange Online cannot serve ${cmdlet} now: ${said || status}`, detail: place };
    case 'truncated':
      return {
        summary: `Exchange Online gave only a part of the list of ${cmdlet}: ${said}`,
        detail: `Its cursor is gone; what was read is not used. ${place}`,
      };
    case 'protocol.malformed':
      return { summary: `The admin API answered ${cmdlet} with ${oddity(answer, body)}.`, detail: place };
    default:
      return { summary: said || `${cmdlet} failed (${status}), and Exchange did not say why.`, detail: place };
  }
}

function oddity(answer: HttpResponse, body: ErrorBody): string {
  if (answer.status >= 300 && answer.status < 400) {
    return `a redirection (HTTP ${answer.status}), which is not followed; check connection.exchangeOnline.adminApiUrl`;
  }
  if (body.isHtml) return `a web page (HTTP ${answer.status}); a proxy may have answered in its place`;
  return `HTTP ${answer.status}${body.message === '' ? '' : `: ${body.message}`}`;
}

/** The id by which Microsoft's support finds the request. */
function requestId(answer: HttpResponse): string {
  const id = answer.headers['request-id'] ?? answer.headers['x-ms-request-id'];
  return typeof id === 'string' && /^[\w-]{1,64}$/.test(id) ? `request-id ${id}` : '';
}
