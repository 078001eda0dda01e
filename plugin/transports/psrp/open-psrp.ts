import { accessSync, constants } from 'node:fs';
import { ExchangeError } from '../../exchange/exchange-error';
import type { ExchangeSession } from '../../exchange/exchange-session';
import { createHttpClient } from '../../network';
import type { Connection, Limits, RemotePowerShell } from '../../../protocol';
import type { SessionDependencies } from '../session-dependencies';
import { AuthenticatedConnections } from './authenticated-connections';
import { basicAuthenticator, type Authenticator } from './authentication';
import { MAX_REDIRECTIONS, postAddress, Redirection } from './endpoint';
import { prepareKerberosAccount } from './kerberos-account';
import { loadKerberos, type Kerberos } from './load-kerberos';
import { negotiateAuthenticator } from './negotiate';
import { PsrpSession } from './psrp-session';
import type { PoolTimes } from './pool-times';
import { RemotePool } from './remote-pool';
import { RemotePools } from './remote-pools';

/** The largest answer that is taken: twice the envelope that is asked for, and what HTTP packs into it. */
const MAX_RESPONSE_BYTES = 1_100_000;
/** The next endpoint would say the same, or a wrong password would be tried once more and lock the account. */
const FINAL: ReadonlySet<string> = new Set(['auth.denied', 'settings.invalid', 'transport.unavailable', 'cancelled']);

/**
 * Opens a session straight to the remote PowerShell of an Exchange server. It is open when the server has told its version.
 * @throws ExchangeError settings.invalid before anything is contacted; auth.*, connect.*, rights.missing, throttled, …
 */
export async function openPsrp(
  connection: Connection,
  limits: Limits,
  dependencies: SessionDependencies,
  times?: Partial<PoolTimes>,
): Promise<ExchangeSession> {
  const { target } = connection;
  if (target.kind !== 'remotePowerShell') throw new TypeError(`psrp cannot serve ${target.kind}`);
  for (const url of target.urls) postAddress(url);
  const ending = new AbortController();
  const authenticatorOf = await prepareAuthentication(target, dependencies.clock);
  const opener = new EndpointOpener({ connection, target, limits, dependencies, ending, authenticatorOf, times });
  const pools = new RemotePools(() => opener.openFirst());
  const { clock, random, sleep, signal } = dependencies;
  return PsrpSession.open({ pools, limits, clock, random, sleep, ending }, signal);
}

/** What is needed to prove who we are at a host. */
async function prepareAuthentication(
  target: RemotePowerShell,
  clock: () => number,
): Promise<(host: string) => Authenticator> {
  const { authentication, username, password } = target;
  if (authentication === 'basic') {
    if (username === '' || !password) {
      throw new ExchangeError({
        code: 'settings.invalid',
        summary: 'Basic authentication needs a user and a password.',
      });
    }
    return (host) => basicAuthenticator(host, username, password.reveal());
  }
  const { platform, env } = process;
  prepareKerberosAccount(target, { platform, env, isReadable });
  const kerberos: Kerberos = await loadKerberos();
  return (host) => negotiateAuthenticator({ kerberos, platform, target, host, clock });
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

interface EndpointOpenerOptions {
  readonly connection: Connection;
  readonly target: RemotePowerShell;
  readonly limits: Limits;
  readonly dependencies: SessionDependencies;
  readonly ending: AbortController;
  readonly authenticatorOf: (host: string) => Authenticator;
  readonly times: Partial<PoolTimes> | undefined;
}

/** Opens a pool at the first endpoint that will have one. */
class EndpointOpener {
  constructor(private readonly options: EndpointOpenerOptions) {}

  /** Tries the endpoints in order, beginning with the first. @throws ExchangeError why none could be used */
  async openFirst(): Promise<RemotePool> {
    const { target, dependencies } = this.options;
    const failures: ExchangeError[] = [];
    for (const url of target.urls) {
      try {
        return await this.openAt(url);
      } catch (error) {
        if (!(error instanceof ExchangeError) || FINAL.has(error.code)) throw error;
        failures.push(error);
        dependencies.log({ level: 'warn', message: `${url}: ${error.message}` });
      }
    }
    const [first, ...others] = failures;
    if (!first) throw new ExchangeError({ code: 'settings.invalid', summary: 'No endpoint is given.' });
    if (others.length === 0) throw first;
    throw first.with({
      summary: `None of the ${failures.length} endpoints could be used. ${first.message}`,
      detail: [first.detail, ...others.map(({ message }) => message)].filter(Boolean).join(' '),
    });
  }

  private async openAt(endpoint: string): Promise<RemotePool> {
    const { dependencies } = this.options;
    let address = endpoint;
    for (let hop = 0; ; hop++) {
      try {
        const pool = await this.openPool(postAddress(address));
        dependencies.log({ level: 'debug', message: `Opened a session at ${address}.` });
        return pool;
      } catch (error) {
        if (!(error instanceof Redirection) || hop >= MAX_REDIRECTIONS) throw tooManyHops(error, endpoint);
        dependencies.log({ level: 'info', message: `${address} refers to ${error.to}.` });
        address = error.to;
      }
    }
  }

  private openPool(url: URL): Promise<RemotePool> {
    const { connection, target, limits, dependencies, ending, authenticatorOf, times } = this.options;
    const { network } = connection;
    const { clock, sleep } = dependencies;
    const sha256 = network.pinnedCertificateSha256;
    const connections = new AuthenticatedConnections({
      authenticator: authenticatorOf(url.hostname),
      connect: (onConnect) =>
        createHttpClient({
          network,
          maxConnections: 1,
          maxResponseBytes: MAX_RESPONSE_BYTES,
          ...(sha256 !== '' && { pinned: { host: url.hostname, sha256 } }),
          onConnect,
          clock,
        }),
    });
    return RemotePool.open(
      {
        url,
        connections,
        configurationName: target.configurationName,
        maxRunspaces: Math.max(1, limits.maxConcurrentCommands),
        allowRedirection: target.allowRedirection,
        clock,
        sleep,
        times,
      },
      ending.signal,
    );
  }
}

function tooManyHops(error: unknown, endpoint: string): unknown {
  if (!(error instanceof Redirection)) return error;
  return new ExchangeError({
    code: 'connect.refused',
    summary: `${endpoint} refers from one address to the next (${MAX_REDIRECTIONS} were followed).`,
    detail: `The last one is ${error.to}.`,
  });
}
