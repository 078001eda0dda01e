import type { Socket } from 'node:net';

/** What a token of Negotiate proves. */
export interface Verdict {
  /** Who it is, once that is known; undefined while more tokens are needed, or if it is nobody. */
  readonly user: string | undefined;
  /** The server's own token in base64; empty if it has none. */
  readonly token: string;
}

/** Verifies the tokens that come by a connection, one after the other. */
export type NegotiateVerifier = (socket: Socket, token: string) => Promise<Verdict>;

/** The part of the `kerberos` package that a server needs. */
interface KerberosPackage {
  initializeServer(service: string): Promise<KerberosServer>;
}

interface KerberosServer {
  readonly username: string | null;
  readonly response: string | null;
  readonly contextComplete: boolean;
  step(token: string): Promise<unknown>;
}

/**
 * Verifies Kerberos tickets by the optional `kerberos` package. The system's library finds the service's key in the
 * keytab that KRB5_KTNAME names.
 * @param service for example HTTP@ex01.contoso.com
 * @throws Error that says what is missing
 */
export async function kerberosVerifier(service: string): Promise<NegotiateVerifier> {
  const kerberos = await loadKerberos();
  const contexts = new WeakMap<Socket, KerberosServer>();
  return async (socket, token) => {
    const server = contexts.get(socket) ?? (await kerberos.initializeServer(service));
    contexts.set(socket, server);
    try {
      await server.step(token);
    } catch {
      contexts.delete(socket);
      return { user: undefined, token: '' };
    }
    const user = server.contextComplete ? (server.username ?? undefined) : undefined;
    if (server.contextComplete) contexts.delete(socket);
    return { user, token: server.response ?? '' };
  };
}

async function loadKerberos(): Promise<KerberosPackage> {
  const name = 'kerberos';
  try {
    return (await import(name)) as KerberosPackage;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`The lab can verify Kerberos tickets only with the optional package kerberos: ${why}`, {
      cause: error,
    });
  }
}
