import type { ExchangeSession } from '../../exchange/exchange-session';
import { createHttpClient } from '../../network';
import type { ClientCertificate, Connection, ExchangeOnline, Limits } from '../../../protocol';
import type { SessionDependencies } from '../session-dependencies';
import { AdminApiSession } from './admin-api-session';
import { loadCertificate } from './client-certificate';
import { addressesFor } from './clouds';
import { managedIdentitySignIn } from './managed-identity';
import { createSignIn, type AppCredential } from './sign-in';
import { TokenSource } from './token-source';

/** The largest answer that is taken. A page of 1000 mailboxes with all properties has some 20 MB. */
const MAX_RESPONSE_BYTES = 128 * 1024 * 1024;
/** From when on an expiring certificate is mentioned. */
const EXPIRY_WARNING_MS = 30 * 24 * 3600_000;

/**
 * Opens a session over the admin API. It is open when a token is there, so that a wrong credential is known at once.
 * @throws ExchangeError settings.invalid before anything is contacted; auth.*, connect.*, cancelled
 */
export async function openAdminApiSession(
  connection: Connection,
  target: ExchangeOnline,
  limits: Limits,
  dependencies: SessionDependencies,
): Promise<ExchangeSession> {
  const { clock, random, sleep, signal, log } = dependencies;
  const addresses = addressesFor(target);
  const credential = credentialOf(target, dependencies);
  const { pinnedCertificateSha256: sha256 } = connection.network;
  const http = await createHttpClient({
    network: connection.network,
    // One for the sign-in is on another host; the rest of the bound is the traffic gate's.
    maxConnections: Math.max(1, limits.maxConcurrentCommands),
    maxResponseBytes: MAX_RESPONSE_BYTES,
    ...(sha256 !== '' && { pinned: { host: new URL(addresses.adminApiUrl).hostname, sha256 } }),
    clock,
  });
  const ending = new AbortController();
  const signIn =
    credential.kind === 'managedIdentity'
      ? managedIdentitySignIn({ clientId: credential.clientId, scope: addresses.scope, clock })
      : createSignIn({ target, addresses, credential, http, clock });
  const tokens = new TokenSource({ signIn, clock, random, sleep, signal: ending.signal });
  const session = new AdminApiSession({
    ...dependencies,
    ...addresses,
    http,
    tokens,
    tenant: target.tenant,
    maxConcurrentCommands: limits.maxConcurrentCommands,
    maxCommandsPerMinute: limits.maxCommandsPerMinute,
    maxThrottleWaitMs: limits.maxThrottleWaitMs,
    secrets: credential.kind === 'secret' ? [credential.secret] : [],
    ending,
  });
  try {
    await tokens.get(signal);
  } catch (error) {
    await session.close();
    throw error;
  }
  log({ level: 'debug', message: `Signed in for the admin API ${addresses.adminApiUrl}.` });
  return session;
}

/** The identity of the machine, if it is not an application's own credential. */
interface MachineIdentity {
  readonly kind: 'managedIdentity';
  /** Of a user-assigned identity. */
  readonly clientId: string | undefined;
}

function credentialOf(target: ExchangeOnline, { clock, log }: SessionDependencies): AppCredential | MachineIdentity {
  const { credential } = target;
  switch (credential.kind) {
    case 'secret':
      return { kind: 'secret', secret: credential.secret.reveal() };
    case 'certificate':
      return { kind: 'certificate', certificate: checkedCertificate(credential, clock(), log) };
    case 'managedIdentity':
      return { kind: 'managedIdentity', clientId: credential.userAssigned ? target.clientId : undefined };
  }
}

function checkedCertificate(
  settings: ClientCertificate,
  nowMs: number,
  log: SessionDependencies['log'],
): ReturnType<typeof loadCertificate> {
  const certificate = loadCertificate(settings, nowMs);
  if (certificate.expiresAtMs - nowMs < EXPIRY_WARNING_MS) {
    const day = new Date(certificate.expiresAtMs).toISOString().slice(0, 10);
    log({ level: 'warn', message: `The client certificate ${certificate.subject} expires on ${day}.` });
  }
  return certificate;
}
