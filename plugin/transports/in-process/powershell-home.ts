import { delimiter, dirname, join } from 'node:path';
import { ExchangeError } from '../../exchange/exchange-error';
import { findPowerShell } from '../../powershell/find-power-shell';
import type { Connection } from '../../../protocol';
import type { Surroundings } from './surroundings';

/** A PowerShell of this computer whose assemblies can be loaded. */
export interface PowerShellHome {
  readonly edition: 'windowsPowerShell' | 'powerShell';
  /** The folder of its assemblies; empty for Windows PowerShell, whose assemblies Windows finds by itself. */
  readonly folder: string;
  /** The major version of .NET that it was made for; 0 if it does not say. */
  readonly runtimeMajor: number;
}

const ENGINE = 'System.Management.Automation.dll';

/**
 * Finds the PowerShell that serves a connection, and its assemblies.
 * @throws ExchangeError transport.unavailable
 */
export async function findPowerShellHome(connection: Connection, surroundings: Surroundings): Promise<PowerShellHome> {
  const found = findPowerShell(connection, surroundings);
  if ('why' in found) throw unavailable(found.why, found.advice);
  if (found.edition === 'windowsPowerShell') return { edition: found.edition, folder: '', runtimeMajor: 0 };
  const { executable: name } = found;
  const executable = locate(name, surroundings);
  if (executable === undefined) {
    throw unavailable(
      `PowerShell 7 was not found as ${name}.`,
      'Install it, or correct connection.powerShell.executable.',
    );
  }
  const folder = await homeOf(executable, connection.powerShell.startTimeoutMs, surroundings);
  const config = join(folder, 'pwsh.runtimeconfig.json');
  return { edition: 'powerShell', folder, runtimeMajor: runtimeMajor(config, surroundings) };
}

/** The major version of .NET in a runtimeconfig.json; 0 if it does not say. */
export function runtimeMajor(path: string, { text }: Surroundings): number {
  const match = /"name"\s*:\s*"Microsoft\.NETCore\.App"\s*,\s*"version"\s*:\s*"(\d{1,4})\./.exec(text(path) ?? '');
  return Number(match?.[1] ?? 0);
}

/** A program by its path, or by its name in the folders of PATH. */
export function locate(program: string, { platform, env, exists }: Surroundings): string | undefined {
  const names = platform === 'win32' && !/\.exe$/i.test(program) ? [`${program}.exe`] : [program];
  if (/[\\/]/.test(program)) return names.find(exists);
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(exists);
}

/** The program lies beside its assemblies, unless it is a stand-in, as a .NET tool's is: then it is asked. */
async function homeOf(executable: string, timeoutMs: number, surroundings: Surroundings): Promise<string> {
  const beside = dirname(surroundings.realPath(executable));
  if (surroundings.exists(join(beside, ENGINE))) return beside;
  const asked = await surroundings.askHome(executable, timeoutMs).catch((error: unknown) => {
    throw unavailable(`${executable} does not start.`, String(error));
  });
  if (surroundings.exists(join(asked, ENGINE))) return asked;
  throw unavailable(
    `${executable} is not a PowerShell 7 whose assemblies can be loaded.`,
    `It names ${asked} as its home.`,
  );
}

/** What this transport lacks, and what to do. */
export function unavailable(summary: string, detail: string): ExchangeError {
  return new ExchangeError({
    code: 'transport.unavailable',
    summary: `The transport inProcess cannot be used: ${summary}`,
    detail: `${detail} The transport child needs nothing but PowerShell.`,
  });
}
