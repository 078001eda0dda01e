import { createHttpClient } from '../../plugin/network';
import { loadCertificate, type LoadedCertificate } from '../../plugin/transports/admin-api/client-certificate';
import { addressesFor } from '../../plugin/transports/admin-api/clouds';
import { createSignIn, type AppCredential } from '../../plugin/transports/admin-api/sign-in';
import type { ClientCertificate, Connection, ExchangeOnline } from '../../protocol';
import { counted } from '../terminal/words';
import type { Examination, Finding } from './examination';

/** What the token says about the application; empty where it says nothing. */
export interface TokenClaims {
  /** Application permissions, for example Exchange.ManageAsApp. */
  readonly permissions: readonly string[];
  /** Directory roles by their template's ID. */
  readonly directoryRoles: readonly string[];
}

/** The permission without which Exchange Online takes no application at all. */
const NEEDED_PERMISSION = 'Exchange.ManageAsApp';

/** Directory roles that Exchange Online knows. [Microsoft Entra built-in roles: template IDs] */
const DIRECTORY_ROLES: Readonly<Record<string, { readonly name: string; readonly mayChange: boolean }>> = {
  '62e90394-69f5-4237-9190-012177145e10': { name: 'Global Administrator', mayChange: true },
  '29232cdf-9323-42fd-ade2-1d097af3e4de': { name: 'Exchange Administrator', mayChange: true },
  '31392ffb-586c-42d1-9346-e59415a2cc4e': { name: 'Exchange Recipient Administrator', mayChange: false },
  'f2ef992c-3afb-46b9-b7cf-a126ee74c451': { name: 'Global Reader', mayChange: false },
  '194ae4cb-b126-40b2-bd5b-6091b380977d': { name: 'Security Administrator', mayChange: false },
  '5d6b6bb7-de71-4623-b4af-96380a352509': { name: 'Security Reader', mayChange: false },
};

const DAY_MS = 86_400_000;
const EXPIRES_SOON_MS = 30 * DAY_MS;

/** The certificate of the application, where it is given as PEM: whether it can be used, and for how long. */
export async function examineCertificate(
  examination: Examination,
  { target }: Connection,
  clock: () => number,
): Promise<void> {
  if (target.kind !== 'exchangeOnline') return;
  const { credential } = target;
  if (credential.kind !== 'certificate' || isInStore(credential)) return;
  await examination.step({ id: 'signIn.certificate', title: 'Certificate' }, () =>
    Promise.resolve(applicationCertificateFinding(loadCertificate(credential, clock()), clock())),
  );
}

/** The application's own certificate: with its last day nothing works any more. */
export function applicationCertificateFinding(
  { subject, expiresAtMs }: Pick<LoadedCertificate, 'subject' | 'expiresAtMs'>,
  nowMs: number,
): Finding {
  const found = `${subject}; until ${new Date(expiresAtMs).toISOString().slice(0, 10)}`;
  const left = expiresAtMs - nowMs;
  if (left > EXPIRES_SOON_MS) return { found };
  const days = counted(Math.max(0, Math.floor(left / DAY_MS)), 'day');
  const remedy = `It expires in ${days}: register a new one with the application, and give it in connection.exchangeOnline.clientCertificate.`;
  return { verdict: 'warning', found, remedy };
}

/** Signs in as the application and looks at what the token allows; for the admin API. */
export async function examineSignIn(
  examination: Examination,
  connection: Connection,
  clock: () => number,
): Promise<TokenClaims | undefined> {
  const { target } = connection;
  if (target.kind !== 'exchangeOnline') return undefined;
  const credential = credentialOf(target, clock());
  // The other credentials are tried when the session is opened.
  if (credential === undefined) return undefined;
  const needs = ['network.signIn.http', ...(target.credential.kind === 'certificate' ? ['signIn.certificate'] : [])];
  const step = { id: 'signIn.token', title: 'Sign-in', needs };
  const claims = await examination.step<TokenClaims>(step, async (signal) => {
    const http = await createHttpClient({
      network: connection.network,
      maxConnections: 1,
      maxResponseBytes: 1024 * 1024,
      clock,
    });
    try {
      const signIn = createSignIn({ target, addresses: addressesFor(target), credential: credential(), http, clock });
      const token = await signIn({ signal, deadline: clock() + 2 * connection.network.connectTimeoutMs });
      const lifetime = `valid for ${String(Math.round(token.lifetimeMs / 60_000))} min`;
      return { found: `the application has a token, ${lifetime}`, value: claimsOf(token.value) };
    } finally {
      await http.close();
    }
  });
  if (!claims) return undefined;
  await examination.step({ id: 'signIn.permission', title: 'Permission', needs: ['signIn.token'] }, () =>
    Promise.resolve(permissionFinding(claims)),
  );
  return claims;
}

/** In the Windows certificate store, by its thumbprint; only a PowerShell gets it from there. */
const isInStore = ({ certificatePem, certificateFile }: ClientCertificate): boolean =>
  certificatePem === '' && certificateFile === '';

/** How the application proves itself, if that can be tried here. @throws ExchangeError when it is called */
function credentialOf({ credential }: ExchangeOnline, nowMs: number): (() => AppCredential) | undefined {
  if (credential.kind === 'secret') return () => ({ kind: 'secret', secret: credential.secret.reveal() });
  if (credential.kind === 'managedIdentity') return undefined;
  if (isInStore(credential)) return undefined;
  return () => ({ kind: 'certificate', certificate: loadCertificate(credential, nowMs) });
}

/**
 * What the token says, for people to read. Nothing is decided by it: a token belongs to the service that it is for, and
 * its form may change.
 */
export function claimsOf(token: string): TokenClaims {
  const none = { permissions: [], directoryRoles: [] };
  const [, payload] = token.split('.');
  if (payload === undefined) return none;
  try {
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Record<string, unknown>;
    return { permissions: texts(claims['roles']), directoryRoles: texts(claims['wids']) };
  } catch {
    return none;
  }
}

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

function permissionFinding({ permissions, directoryRoles }: TokenClaims): Finding {
  const roles = directoryRoles.map((id) => DIRECTORY_ROLES[id]?.name).filter((name) => name !== undefined);
  const found = [...permissions, ...roles].join(', ') || 'the token names no permission';
  if (permissions.includes(NEEDED_PERMISSION)) return { found };
  if (permissions.length === 0 && directoryRoles.length === 0) return { verdict: 'unknown', found };
  const remedy = `Give the application the permission ${NEEDED_PERMISSION} of Office 365 Exchange Online, and have an administrator consent to it.`;
  return { verdict: 'failed', found, remedy };
}

/** True if a directory role lets the application change everything that the connector changes. */
export function mayChangeEverything(claims: TokenClaims | undefined): boolean {
  return claims?.directoryRoles.some((id) => DIRECTORY_ROLES[id]?.mayChange === true) ?? false;
}
