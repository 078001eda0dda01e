import { ExchangeError } from '../../exchange/exchange-error';

/** A security context under construction, as the package `kerberos` has it. */
export interface SecurityContext {
  /** Whether both sides have proved what they had to. */
  readonly contextComplete: boolean;
  /** Takes the other side's token (empty at first) and gives ours, both in Base64. */
  step(token: string): Promise<string | null>;
}

/** What is used of the npm package `kerberos`. */
export interface Kerberos {
  readonly GSS_C_MUTUAL_FLAG: number;
  readonly GSS_C_SEQUENCE_FLAG: number;
  readonly GSS_MECH_OID_KRB5: number;
  readonly GSS_MECH_OID_SPNEGO: number;
  initializeClient(service: string, options: SecurityContextOptions): Promise<SecurityContext>;
}

/** As the package's code reads them; its types name two of them otherwise. */
export interface SecurityContextOptions {
  readonly flags: number;
  readonly mechOID: number;
  /** Not on Windows. */
  readonly principal?: string;
  /** These three on Windows only. */
  readonly user?: string;
  readonly domain?: string;
  readonly password?: string;
}

const PACKAGE = 'kerberos';

/** Whether the package and the native library that it needs are there. */
export function hasKerberos(): boolean {
  try {
    require.resolve(`${PACKAGE}/build/Release/kerberos.node`);
    return true;
  } catch {
    return false;
  }
}

/**
 * Loads the optional package `kerberos`, which is a native library: not before somebody needs it.
 * @throws ExchangeError transport.unavailable, with what to install
 */
export async function loadKerberos(): Promise<Kerberos> {
  try {
    const loaded = (await load(PACKAGE)) as { readonly default: Kerberos };
    return loaded.default;
  } catch (error) {
    throw new ExchangeError({
      code: 'transport.unavailable',
      summary:
        'Kerberos cannot be used: the native library of the npm package kerberos is not there, or does not load.',
      detail:
        'Run "npm run build:kerberos" in the folder of the connector (docs/remote-powershell.md says what it needs), use Basic ' +
        `authentication, or the transport child. ${error instanceof Error ? error.message.split('\n')[0] : ''}`.trim(),
      cause: error,
    });
  }
}

/** By a name that is not a constant the compiler does not need the package to be there. */
const load = (name: string): Promise<unknown> => import(name);
