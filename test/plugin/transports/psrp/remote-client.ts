import { setTimeout as sleep } from 'node:timers/promises';
import { ExchangeError } from '../../../../plugin/exchange/exchange-error';
import type { ExchangeSession } from '../../../../plugin/exchange/exchange-session';
import type { LogRecord } from '../../../../plugin/host/host';
import { openPsrp } from '../../../../plugin/transports/psrp/open-psrp';
import type { PoolTimes } from '../../../../plugin/transports/psrp/pool-times';
import {
  Secret,
  type Connection,
  type Limits,
  type NetworkSettings,
  type RemotePowerShell,
} from '../../../../protocol';
import type { Lab } from '../../../../lab';
import { LIMITS } from '../admin-api/fake-exchange';

/** How a test connects, where it matters. */
export interface Wish {
  readonly target?: Partial<RemotePowerShell>;
  readonly network?: Partial<NetworkSettings>;
  readonly limits?: Partial<Limits>;
  readonly times?: Partial<PoolTimes>;
  readonly signal?: AbortSignal;
  readonly log?: (record: LogRecord) => void;
  /** Waits are as long as they are by default. */
  readonly sleep?: (ms: number) => Promise<void>;
}

/** A connection to an endpoint, with Basic. */
function remoteConnection(urls: readonly string[], { target = {}, network = {} }: Wish = {}): Connection {
  return {
    id: 'contoso',
    displayName: '',
    transport: 'psrp',
    target: {
      kind: 'remotePowerShell',
      urls,
      authentication: 'basic',
      username: 'connector@contoso.test',
      password: new Secret('S3cr3t with späces'),
      configurationName: 'Microsoft.Exchange',
      keytabFile: '',
      allowRedirection: false,
      ...target,
    },
    powerShell: { edition: 'auto', executable: '', exchangeOnlineModule: '', startTimeoutMs: 1000 },
    network: {
      caPem: '',
      caFile: '',
      pinnedCertificateSha256: '',
      proxyUrl: '',
      proxyUsername: '',
      proxyPassword: undefined,
      connectTimeoutMs: 2000,
      ...network,
    },
  };
}

/** Opens a session at an endpoint. */
export function openRemote(urls: readonly string[], wish: Wish = {}): Promise<ExchangeSession> {
  const { limits = {}, signal = new AbortController().signal, log = () => undefined } = wish;
  const pause = wish.sleep ?? (async (ms: number): Promise<void> => sleep(ms));
  return openPsrp(
    remoteConnection(urls, wish),
    { ...LIMITS, ...limits },
    {
      clock: Date.now,
      random: Math.random,
      sleep: async (ms, abort) => {
        await Promise.race([pause(ms), aborted(abort)]);
      },
      signal,
      log,
    },
    wish.times,
  );
}

/** Opens a session at a lab, with its account. */
export function openLab(lab: Lab, wish: Wish = {}, urls?: readonly string[]): Promise<ExchangeSession> {
  const { url, username, password, caFile } = lab.description.remotePowerShell ?? missing();
  return openRemote(urls ?? [url], {
    ...wish,
    target: { username, password: new Secret(password), ...wish.target },
    network: { caFile, ...wish.network },
  });
}

/** The error that something ends with. */
export async function fault(work: Promise<unknown>): Promise<ExchangeError> {
  const error = await work.then(
    () => new Error('it did not fail'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof ExchangeError) return error;
  throw error;
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = (): void => {
      reject(new Error('aborted'));
    };
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
  });
}

function missing(): never {
  throw new Error('the lab has no remote PowerShell endpoint');
}
