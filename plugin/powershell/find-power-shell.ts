import type { Connection } from '../../protocol';

/** What finding a PowerShell depends on. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  /** `process.arch` of this process. */
  readonly arch: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (path: string) => boolean;
}

/** The PowerShell that serves a connection, and why it is this one. */
export interface FoundPowerShell {
  readonly executable: string;
  readonly edition: 'windowsPowerShell' | 'powerShell';
  readonly reason: string;
}

/** None fits: why, and what to do. */
export interface NoPowerShell {
  readonly why: string;
  readonly advice: string;
}

/**
 * Finds the PowerShell for a connection. The Exchange Management Tools need Windows PowerShell 5.1 (64-bit): PowerShell 7
 * has no snap-ins. Remoting prefers it on Windows, where it is always there; the ExchangeOnlineManagement module prefers
 * PowerShell 7. The settings may name the edition or the program.
 */
export function findPowerShell(connection: Connection, around: Surroundings): FoundPowerShell | NoPowerShell {
  const { edition, executable } = connection.powerShell;
  const kind = connection.target.kind;
  if (executable) return named(executable, edition, around);
  if (kind === 'managementTools' && (around.platform !== 'win32' || edition === 'powerShell')) {
    const why = 'The Exchange Management Tools need Windows PowerShell 5.1, 64-bit, on Windows.';
    return { why, advice: 'Run the connector on such a computer, or connect with remotePowerShell.' };
  }
  const wantsWindows = edition === 'windowsPowerShell' || (edition === 'auto' && kind !== 'exchangeOnline');
  const order = wantsWindows ? [windowsPowerShell, powerShell7] : [powerShell7, windowsPowerShell];
  const candidates = edition === 'auto' ? order : order.slice(0, 1);
  const found = candidates.map((find) => find(around)).find((one) => one !== undefined);
  return found ?? nothing(edition, around);
}

function named(
  executable: string,
  edition: Connection['powerShell']['edition'],
  around: Surroundings,
): FoundPowerShell | NoPowerShell {
  const looksLikeWindows = /(^|[\\/])powershell(\.exe)?$/i.test(executable);
  const isPath = /[\\/]/.test(executable);
  if (isPath && !around.exists(executable)) {
    return { why: `There is no PowerShell at ${executable}.`, advice: 'Correct connection.powerShell.executable.' };
  }
  const isWindows = edition === 'windowsPowerShell' || (edition === 'auto' && looksLikeWindows);
  return {
    executable,
    edition: isWindows ? 'windowsPowerShell' : 'powerShell',
    reason: 'the settings name it',
  };
}

function windowsPowerShell({ platform, arch, env, exists }: Surroundings): FoundPowerShell | undefined {
  if (platform !== 'win32') return undefined;
  const root = env['SystemRoot'] ?? 'C:\\Windows';
  // A 32-bit process sees the 64-bit programs only under Sysnative.
  const folder = arch === 'ia32' ? 'Sysnative' : 'System32';
  const executable = `${root}\\${folder}\\WindowsPowerShell\\v1.0\\powershell.exe`;
  return exists(executable) ? { executable, edition: 'windowsPowerShell', reason: 'it belongs to Windows' } : undefined;
}

/** `pwsh` where it is installed by default, in EAS_PWSH, or on the PATH. */
function powerShell7({ platform, env, exists }: Surroundings): FoundPowerShell | undefined {
  const isWindows = platform === 'win32';
  const separator = isWindows ? ';' : ':';
  const slash = isWindows ? '\\' : '/';
  const program = isWindows ? 'pwsh.exe' : 'pwsh';
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(separator).filter((folder) => folder !== '');
  const usual = isWindows
    ? [`${env['ProgramFiles'] ?? 'C:\\Program Files'}\\PowerShell\\7`]
    : ['/opt/microsoft/powershell/7'];
  const paths = [...folders, ...usual].map((folder) => `${folder.replace(/[\\/]$/, '')}${slash}${program}`);
  const executable = [env['EAS_PWSH'] ?? '', ...paths].find((path) => path !== '' && exists(path));
  return executable === undefined
    ? undefined
    : { executable, edition: 'powerShell', reason: 'it was found on this computer' };
}

function nothing(edition: string, { platform }: Surroundings): NoPowerShell {
  const wanted = edition === 'windowsPowerShell' ? 'Windows PowerShell 5.1' : 'PowerShell';
  const why = `${wanted} was not found on this computer.`;
  const advice =
    platform === 'win32' || edition !== 'windowsPowerShell'
      ? 'Install PowerShell 7, or give its path in connection.powerShell.executable.'
      : 'Windows PowerShell exists on Windows only; leave connection.powerShell.edition out.';
  return { why, advice };
}
