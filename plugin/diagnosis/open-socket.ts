import { lookup } from 'node:dns/promises';
import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls, type DetailedPeerCertificate, type TLSSocket } from 'node:tls';
import type { NetworkSettings } from '../../protocol';
import { networkFailure, ConnectFailure } from '../network/network-failure';
import { tlsOptions, type PinnedCertificate } from '../network/trust';

/** An address to be tried. */
export interface SocketAddress {
  readonly host: string;
  readonly port: number;
}

/** What a server showed when TLS was agreed on. */
export interface TlsFacts {
  readonly protocol: string;
  readonly subject: string;
  /** Host names and addresses that the certificate was issued for. */
  readonly names: readonly string[];
  /** Common names from the server's certificate to the last authority that it sent or that is known here. */
  readonly chain: readonly string[];
  /** When the certificate expires, in milliseconds since 1970. */
  readonly expiresAtMs: number;
  readonly sha256: string;
}

/** Host and port as people write them. */
export function whereOf({ host, port }: SocketAddress): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

/** The proxy of the settings, as an address; undefined without one. */
export function proxyAddress(network: NetworkSettings): SocketAddress | undefined {
  if (network.proxyUrl === '') return undefined;
  const url = new URL(network.proxyUrl);
  return { host: hostOf(url), port: portOf(url) };
}

/** The host of a URL; an IPv6 address without its brackets. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

/** The port of a URL, with the defaults of http and https. */
export function portOf(url: URL): number {
  return Number(url.port) || (url.protocol === 'http:' ? 80 : 443);
}

/**
 * The addresses that a name stands for, as this computer resolves it.
 * @throws ExchangeError connect.refused
 */
export async function resolveName({ host, port }: SocketAddress): Promise<readonly string[]> {
  if (isIP(host) !== 0) return [host];
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch (error) {
    throw failure(error, { host, port }, '');
  }
}

/**
 * Opens a TCP connection.
 * @throws ExchangeError connect.refused, connect.timeout
 */
export async function openTcp(address: SocketAddress, timeoutMs: number): Promise<Socket> {
  const socket = connect({ ...address, autoSelectFamily: true });
  try {
    await settled(socket, 'connect', timeoutMs);
    return socket;
  } catch (error) {
    socket.destroy();
    throw failure(error, address, '');
  }
}

/**
 * Agrees on TLS, with the same trust as every request of the connector has.
 * @param socket connected to the address, directly or through a proxy; it belongs to this function from now on
 * @throws ExchangeError connect.tls, connect.timeout, settings.invalid
 */
export async function openTls(
  socket: Socket,
  address: SocketAddress,
  network: NetworkSettings,
  pinned: PinnedCertificate | undefined,
): Promise<TlsFacts> {
  const { host } = address;
  let secure: TLSSocket;
  try {
    const name = isIP(host) === 0 ? { servername: host } : {};
    secure = connectTls({ socket, host, ...name, ...tlsOptions(network, pinned) });
  } catch (error) {
    socket.destroy();
    throw error;
  }
  try {
    await settled(secure, 'secureConnect', network.connectTimeoutMs);
    return factsOf(secure);
  } catch (error) {
    throw failure(error, address, network.proxyUrl === '' ? '' : new URL(network.proxyUrl).host);
  } finally {
    secure.destroy();
    socket.destroy();
  }
}

/**
 * Opens a tunnel through the proxy of the settings (HTTP CONNECT).
 * @throws ExchangeError connect.refused, connect.timeout, protocol.malformed
 */
export async function openTunnel(address: SocketAddress, network: NetworkSettings): Promise<Socket> {
  const proxy = proxyAddress(network);
  if (proxy === undefined) throw new TypeError('there is no proxy in the settings');
  const socket = await openTcp(proxy, network.connectTimeoutMs);
  const password = network.proxyPassword?.reveal() ?? '';
  const token = Buffer.from(`${network.proxyUsername}:${password}`).toString('base64');
  const credential = network.proxyUsername === '' ? '' : `Proxy-Authorization: Basic ${token}\r\n`;
  socket.write(`CONNECT ${whereOf(address)} HTTP/1.1\r\nHost: ${whereOf(address)}\r\n${credential}\r\n`);
  try {
    const head = await headOfAnswer(socket, network.connectTimeoutMs);
    const status = /^HTTP\/1\.[01] (\d{3})/.exec(head)?.[1];
    // The words that the HTTP client's own failure has, so that both are explained in the same way.
    if (status !== '200') throw new Error(`Proxy response (${status ?? 'none'}) !== 200 when HTTP Tunneling`);
    return socket;
  } catch (error) {
    socket.destroy();
    throw failure(error, address, whereOf(proxy));
  }
}

const MAX_HEAD_BYTES = 16 * 1024;

/** The head of the proxy's answer. A tunnel's first byte after it is ours to cause, so nothing follows it by itself. */
async function headOfAnswer(socket: Socket, timeoutMs: number): Promise<string> {
  const signal = AbortSignal.timeout(timeoutMs);
  let head = '';
  const onAbort = (): void => {
    socket.destroy(timedOut());
  };
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    while (!head.includes('\r\n\r\n')) {
      const chunk = await nextChunk(socket);
      head += chunk.toString('latin1');
      if (head.length > MAX_HEAD_BYTES) throw new Error('its answer has no end');
    }
    return head;
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

function nextChunk(socket: Socket): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const onEnd = (error?: Error): void => {
      socket.off('data', onData);
      reject(error ?? Object.assign(new Error('the connection was closed'), { code: 'ECONNRESET' }));
    };
    const onData = (chunk: Buffer): void => {
      socket.pause();
      socket.off('close', onClose).off('error', onEnd);
      resolve(chunk);
    };
    const onClose = (): void => {
      onEnd();
    };
    socket.once('data', onData).once('close', onClose).once('error', onEnd).resume();
  });
}

/** Waits for the event; rejects when the socket fails or the time is over. */
function settled(socket: Socket, event: 'connect' | 'secureConnect', timeoutMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(timedOut());
    }, timeoutMs);
    const over = (error?: Error): void => {
      clearTimeout(timer);
      if (error) reject(error);
      else resolve();
    };
    socket.once(event, () => {
      over();
    });
    socket.once('error', over);
    socket.once('close', () => {
      over(Object.assign(new Error('the connection was closed'), { code: 'ECONNRESET' }));
    });
  });
}

function timedOut(): Error {
  return Object.assign(new Error('the time is over'), { code: 'ETIMEDOUT' });
}

function failure(error: unknown, address: SocketAddress, proxy: string): Error {
  const cause = error instanceof Error ? error : new Error(String(error));
  return networkFailure(new ConnectFailure(cause), { where: whereOf(address), proxy, mayHaveHappened: false });
}

function factsOf(socket: TLSSocket): TlsFacts {
  const certificate = socket.getPeerCertificate(true);
  const chain: string[] = [];
  // The last one in the chain is its own issuer.
  for (let one: DetailedPeerCertificate | undefined = certificate; one !== undefined && chain.length < 10;) {
    chain.push(commonName(one));
    one = one.issuerCertificate === one ? undefined : one.issuerCertificate;
  }
  return {
    protocol: socket.getProtocol() ?? '',
    subject: commonName(certificate),
    names: (certificate.subjectaltname ?? '').split(', ').map((name) => name.replace(/^(DNS|IP Address):/, '')),
    chain,
    expiresAtMs: Date.parse(certificate.valid_to),
    sha256: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
  };
}

function commonName({ subject }: DetailedPeerCertificate): string {
  const { CN, O } = subject as { CN?: string | string[]; O?: string | string[] };
  return [CN ?? O ?? ''].flat().join(', ') || '(no name)';
}
