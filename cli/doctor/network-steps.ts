import { isIP } from 'node:net';
import { askEndpoint, type EndpointAnswer } from '../../plugin/diagnosis/ask-endpoint';
import {
  openTcp,
  openTls,
  openTunnel,
  proxyAddress,
  resolveName,
  whereOf,
  type TlsFacts,
} from '../../plugin/diagnosis/open-socket';
import type { PinnedCertificate } from '../../plugin/network';
import type { Connection, NetworkSettings, RemotePowerShell } from '../../protocol';
import { counted, duration } from '../terminal/words';
import { endpointsOf, type Endpoint } from './endpoints';
import type { Examination, Finding, Found } from './examination';

const DAY_MS = 86_400_000;
const EXPIRES_SOON_MS = 30 * DAY_MS;
/** Kerberos refuses clocks that differ by five minutes; a signed assertion is valid for ten. */
const SKEW_FAILS_MS = 5 * 60_000;
const SKEW_WARNS_MS = 60_000;

/** Name resolution, TCP, TLS, the answer and the clock of every address of the connection. */
export async function examineNetwork(
  examination: Examination,
  connection: Connection,
  clock: () => number,
): Promise<void> {
  const endpoints = endpointsOf(connection);
  const proxy = proxyAddress(connection.network);
  if (proxy !== undefined && endpoints.length > 0) {
    await examination.step({ id: 'network.proxy', title: 'Proxy' }, async () => {
      await resolveName(proxy);
      (await openTcp(proxy, connection.network.connectTimeoutMs)).destroy();
      return { found: whereOf(proxy) };
    });
  }
  for (const endpoint of endpoints) await examineEndpoint(examination, endpoint, connection, clock);
}

async function examineEndpoint(
  examination: Examination,
  endpoint: Endpoint,
  connection: Connection,
  clock: () => number,
): Promise<void> {
  const { name, title, address, url } = endpoint;
  const { network } = connection;
  const hasProxy = network.proxyUrl !== '';
  const id = (part: string): string => `network.${name}.${part}`;
  if (!hasProxy) {
    await examination.step({ id: id('dns'), title: `DNS: ${title}` }, async () => {
      const found = await resolveName(address);
      return {
        found: isIP(address.host) ? `${address.host} is an address already` : `${address.host} is ${found.join(', ')}`,
      };
    });
  }
  const before = hasProxy ? 'network.proxy' : id('dns');
  await examination.step({ id: id('tcp'), title: `TCP: ${title}`, needs: [before] }, async () => {
    const socket = await (hasProxy ? openTunnel(address, network) : openTcp(address, network.connectTimeoutMs));
    socket.destroy();
    return { found: `${whereOf(address)} ${hasProxy ? 'is reached through the proxy' : 'takes connections'}` };
  });
  const isSecure = url.protocol === 'https:';
  if (isSecure) {
    await examination.step({ id: id('tls'), title: `TLS: ${title}`, needs: [id('tcp')] }, () =>
      tlsFinding(endpoint, network, clock),
    );
  }
  const needs = [isSecure ? id('tls') : id('tcp')];
  const answer = await examination.step<EndpointAnswer>(
    { id: id('http'), title: `Endpoint: ${title}`, needs },
    async (signal) => {
      const value = await askEndpoint(url, network, clock, signal);
      return { ...answerFinding(endpoint, value, connection.target), value };
    },
  );
  await examination.step({ id: id('clock'), title: `Clock: ${title}`, needs: [id('http')] }, () =>
    Promise.resolve(clockFinding(answer?.clockAheadMs)),
  );
}

async function tlsFinding(
  { address, kind }: Endpoint,
  network: NetworkSettings,
  clock: () => number,
): Promise<Found<undefined>> {
  const socket = await (network.proxyUrl === ''
    ? openTcp(address, network.connectTimeoutMs)
    : openTunnel(address, network));
  const pinned = pinnedFor(kind, address.host, network);
  return certificateFinding(await openTls(socket, address, network, pinned), clock());
}

/** The pinned certificate is Exchange's, not the sign-in service's. */
function pinnedFor(kind: Endpoint['kind'], host: string, network: NetworkSettings): PinnedCertificate | undefined {
  const sha256 = network.pinnedCertificateSha256;
  return sha256 === '' || kind === 'signIn' ? undefined : { host, sha256 };
}

/** A certificate that was accepted: by whom it was issued, and how long it lasts. */
export function certificateFinding(facts: TlsFacts, nowMs: number): Finding {
  const day = new Date(facts.expiresAtMs).toISOString().slice(0, 10);
  const left = facts.expiresAtMs - nowMs;
  const found = `${facts.protocol}; ${facts.chain.join(' ← ')}; until ${day}`;
  if (left > EXPIRES_SOON_MS) return { found };
  const days = counted(Math.max(0, Math.floor(left / DAY_MS)), 'day');
  return { verdict: 'warning', found, remedy: `The server's certificate expires in ${days}: have it renewed.` };
}

/** What an endpoint's answer to a question without a credential means. */
export function answerFinding(
  { kind, title }: Pick<Endpoint, 'kind' | 'title'>,
  { status, schemes }: EndpointAnswer,
  target: Connection['target'],
): Finding {
  const found = `HTTP ${String(status)}${schemes.length > 0 ? `, offers ${[...new Set(schemes)].join(', ')}` : ''}`;
  if (status >= 500) {
    const remedy = `${title} cannot serve now: try again later; if it stays so, look at the server.`;
    return { verdict: 'failed', found, remedy };
  }
  if (kind === 'signIn') {
    if (status === 200) return { found };
    const remedy = 'The sign-in service does not know this tenant: check connection.exchangeOnline.tenant and cloud.';
    return { verdict: 'failed', found, remedy };
  }
  if (status === 404) {
    const remedy =
      kind === 'adminApi'
        ? 'This is not the admin API: check connection.exchangeOnline.adminApiUrl.'
        : 'There is no PowerShell there: the address ends in /PowerShell/.';
    return { verdict: 'failed', found, remedy };
  }
  return target.kind === 'remotePowerShell' ? schemeFinding(found, schemes, target) : { found };
}

function schemeFinding(found: string, schemes: readonly string[], { authentication }: RemotePowerShell): Finding {
  const accepted = authentication === 'basic' ? ['basic'] : ['kerberos', 'negotiate'];
  if (schemes.length === 0 || accepted.some((scheme) => schemes.includes(scheme))) return { found };
  const remedy = `The server does not offer ${authentication}: change connection.remotePowerShell.authentication, or allow it with Set-PowerShellVirtualDirectory.`;
  // Exchange's Kerberos module does not always say so to somebody who did not ask for it.
  return { verdict: authentication === 'basic' ? 'failed' : 'warning', found, remedy };
}

/** What a difference between the clocks means. */
export function clockFinding(aheadMs: number | undefined): Finding {
  if (aheadMs === undefined) return { verdict: 'unknown', found: 'the answer does not tell its time' };
  const size = Math.abs(aheadMs);
  const side = aheadMs > 0 ? 'behind' : 'ahead';
  if (size < 2_000) return { found: 'no difference' };
  const found = `this computer is ${duration(size)} ${side}`;
  const remedy = 'Set the clock of this computer (on Windows: w32tm /resync). Signing in depends on it.';
  if (size >= SKEW_FAILS_MS) return { verdict: 'failed', found, remedy };
  return size >= SKEW_WARNS_MS ? { verdict: 'warning', found, remedy } : { found };
}
