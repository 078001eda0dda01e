import { existsSync } from 'node:fs';
import type { Connection, Limits } from '../../../protocol';
import { ExchangeError } from '../../exchange/exchange-error';
import type { ExchangeSession } from '../../exchange/exchange-session';
import { connectExchange } from '../../powershell/connect-exchange';
import { findPowerShell } from '../../powershell/find-power-shell';
import { LocalSession } from '../../powershell/local-session';
import { PowerShellPool } from '../../powershell/power-shell-pool';
import { startPowerShell } from '../../powershell/power-shell-process';
import type { SessionDependencies } from '../session-dependencies';
import { ChildPowerShell } from './child-power-shell';

/** Connecting to Exchange takes its time: RemoteExchange.ps1 alone some ten seconds. */
const OPENING_MS = 180_000;

/**
 * Opens a session over a PowerShell process on this computer, connected in the way that the settings ask for. Whatever
 * goes wrong, no process is left behind.
 * @throws ExchangeError
 */
export async function openChild(
  connection: Connection,
  _limits: Limits,
  { clock, signal, log }: SessionDependencies,
): Promise<ExchangeSession> {
  const { platform, arch, env } = process;
  const found = findPowerShell(connection, { platform, arch, env, exists: existsSync });
  if ('why' in found) {
    throw new ExchangeError({ code: 'transport.unavailable', summary: found.why, detail: found.advice });
  }
  log({ level: 'info', message: `Starting ${found.executable}: ${found.reason}.` });
  const child = await startPowerShell(found);
  const deadline = clock() + connection.powerShell.startTimeoutMs;
  const pool = await PowerShellPool.open({ process: child, signal, deadline, clock });
  const powerShell = new ChildPowerShell(pool);
  try {
    const bounds = { signal, deadline: clock() + OPENING_MS };
    const { opening, version, build, endpoint } = await connectExchange(connection, powerShell, bounds);
    log({ level: 'info', message: `Connected to ${endpoint || opening.name}: Exchange ${version} ${build}`.trim() });
    return new LocalSession({ transport: 'child', powerShell, opening, version, build, clock });
  } catch (error) {
    await powerShell.close();
    throw error;
  }
}
