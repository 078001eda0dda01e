import { ExchangeError } from '../../exchange/exchange-error';
import { waitUntil } from '../../network';
import { IDENTITY_UNAVAILABLE, identityEndpoint } from './identity-endpoint';
import { quoteForeign } from './redaction';
import type { AccessToken, SignIn } from './sign-in';

/** What a managed identity is asked for. */
export interface ManagedIdentityOptions {
  /** Of a user-assigned identity; undefined for the one that the machine itself has. */
  readonly clientId: string | undefined;
  /** The scope of the admin API, which ends with /.default. */
  readonly scope: string;
  readonly clock: () => number;
}

const SILENT = { loggerCallback: (): void => undefined, piiLoggingEnabled: false };

/**
 * Signs in as the managed identity of this machine. MSAL finds its endpoint by the environment that Azure sets: that of an
 * Azure VM, App Service, Azure Arc and others. There is no secret in it.
 */
export function managedIdentitySignIn({ clientId, scope, clock }: ManagedIdentityOptions): SignIn {
  return async ({ signal, deadline, claims }) => {
    const { AuthError, ManagedIdentityApplication, ServerError } = await import('@azure/msal-node');
    const application = new ManagedIdentityApplication({
      clientCapabilities: ['CP1'],
      ...(clientId !== undefined && { managedIdentityIdParams: { userAssignedClientId: clientId } }),
      system: { networkClient: identityEndpoint, disableInternalRetries: true, loggerOptions: SILENT },
    });
    // For claims MSAL tells the endpoint which token was refused, as far as the endpoint can take that.
    const request = claims === undefined ? { resource: scope, forceRefresh: true } : { resource: scope, claims };
    const late = (): ExchangeError => unavailable('it did not answer in time');
    try {
      const asked = application.acquireToken(request);
      const { accessToken: value, expiresOn } = await waitUntil(asked, { signal, deadline }, clock, late);
      return tokenOf(value, expiresOn, clock());
    } catch (error) {
      if (error instanceof ExchangeError) throw error;
      if (!(error instanceof AuthError)) throw unavailable('it could not be asked');
      const [code, said] = [quoteForeign(error.errorCode, [], 60), quoteForeign(error.errorMessage, [], 300)];
      if (error instanceof ServerError) throw refused(code, said);
      throw unavailable(code === IDENTITY_UNAVAILABLE ? said : code);
    }
  };
}

function tokenOf(value: string, expiresOn: Date | null, nowMs: number): AccessToken {
  const lifetimeMs = (expiresOn?.getTime() ?? 0) - nowMs;
  if (!/^[\x21-\x7e]+$/.test(value) || !(lifetimeMs > 0))
    throw unavailable('it answered with something that is no token');
  return { value, lifetimeMs, expiresAtMs: nowMs + lifetimeMs };
}

function unavailable(why: string): ExchangeError {
  return new ExchangeError({
    code: 'auth.unavailable',
    summary: `The identity endpoint of this machine cannot be used: ${why}.`,
    detail:
      'Only machines in Azure, and servers with Azure Arc, have one. Elsewhere use connection.exchangeOnline.clientCertificate.',
  });
}

function refused(code: string, said: string): ExchangeError {
  return new ExchangeError({
    code: 'auth.denied',
    summary: `The managed identity was refused (${code}). Assign an identity to this machine, or correct clientId.`,
    detail: said,
  });
}
