import { ExchangeError } from '../../exchange/exchange-error';
import { quoteForeign } from './redaction';

/**
 * What to do about the AADSTS codes that an application meets.
 * Source: learn.microsoft.com, "Microsoft Entra authentication and authorization error codes".
 */
const ADVICE: Readonly<Record<string, string>> = {
  '7000215': 'The client secret is wrong. Give its value, not its ID.',
  '7000222': 'The client secret has expired. Make a new one for the application and give it in the settings.',
  '700016': 'The tenant has no such application: check connection.exchangeOnline.clientId and tenant.',
  '7000229': 'The application has no service principal in this tenant: an administrator has to consent to it.',
  '7000112': 'The application is disabled in the tenant.',
  '90002': 'There is no such tenant: check connection.exchangeOnline.tenant and cloud.',
  '900023': 'connection.exchangeOnline.tenant is neither the ID nor a domain of a tenant.',
  '90099': 'The application is not authorized in this tenant: an administrator has to consent to it.',
  '700027': 'The certificate is not registered with the application, or no longer: upload it there.',
  '700024': 'The clock of this computer is wrong.',
  '700030': 'The certificate was revoked or is not valid.',
  '7000218': 'The application has to prove who it is with a certificate or a secret.',
  '500011': 'The tenant does not know this resource: check connection.exchangeOnline.scope and cloud.',
  '70011': 'The scope is not valid: check connection.exchangeOnline.scope. It ends with /.default.',
  '1002012': 'The scope is not valid: check connection.exchangeOnline.scope. It ends with /.default.',
  '501051': 'The application is not assigned to this resource: grant it Exchange.ManageAsApp.',
  '53003': 'A conditional access policy for workload identities blocks the sign-in.',
};

/** Codes and errors that pass by themselves. */
const TRANSIENT_CODES: ReadonlySet<string> = new Set(['90033', '90055', '50196']);
const TRANSIENT_ERRORS: ReadonlySet<string> = new Set(['temporarily_unavailable', 'server_error']);

/** The body of an error answer of a token endpoint (RFC 6749 section 5.2, with Microsoft's additions). */
export interface TokenErrorBody {
  readonly error: string;
  readonly error_description?: unknown;
  readonly error_codes?: unknown;
  readonly correlation_id?: unknown;
}

/** True if the body is an error answer. */
export function isTokenErrorBody(body: object): body is TokenErrorBody {
  return 'error' in body && typeof body.error === 'string';
}

/** What the sign-in service said when it refused, with what to do about it. */
export function tokenRefusal(body: TokenErrorBody, secrets: readonly string[]): ExchangeError {
  const description = typeof body.error_description === 'string' ? body.error_description : '';
  const code = aadstsCode(body, description);
  const name = quoteForeign(code === '' ? body.error : `AADSTS${code}`, secrets, 60);
  const said = quoteForeign(description.split(/\r?\n/)[0] ?? '', secrets);
  const advice = ADVICE[code] ?? 'Check the tenant, the client ID and the credential.';
  if (TRANSIENT_CODES.has(code) || TRANSIENT_ERRORS.has(body.error)) {
    return new ExchangeError({
      code: 'auth.unavailable',
      summary: `The sign-in service cannot serve now (${name}).`,
      detail: [said, correlation(body)].filter(Boolean).join(' '),
    });
  }
  return new ExchangeError({
    code: 'auth.denied',
    summary: `The sign-in was refused (${name}). ${advice}`,
    detail: [said, correlation(body)].filter(Boolean).join(' '),
  });
}

/** The token endpoint did not answer as one does. */
export function tokenEndpointFault(url: URL, what: string): ExchangeError {
  return new ExchangeError({
    code: 'auth.unavailable',
    summary: `The sign-in service ${url.host} ${what}.`,
    detail: 'Check connection.exchangeOnline.authorityUrl and the proxy; the service may also be down.',
  });
}

function aadstsCode(body: TokenErrorBody, description: string): string {
  const [first] = Array.isArray(body.error_codes) ? (body.error_codes as readonly unknown[]) : [];
  if (typeof first === 'number') return String(first);
  return /AADSTS(\d{4,9})/.exec(description)?.[1] ?? '';
}

function correlation(body: TokenErrorBody): string {
  const id = body.correlation_id;
  return typeof id === 'string' && /^[\w-]{1,64}$/.test(id) ? `Correlation ID ${id}.` : '';
}
