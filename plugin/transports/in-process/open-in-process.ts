import type { Connection, Limits } from '../../../protocol';
import type { ExchangeSession } from '../../exchange/exchange-session';
import { connectExchange } from '../../powershell/connect-exchange';
import { LocalSession } from '../../powershell/local-session';
import type { SessionDependencies } from '../session-dependencies';
import type { Bridge } from './bridge';
import { findEdgeParts, type EdgeParts } from './edge-parts';
import { findPowerShellHome } from './powershell-home';
import { InProcessPowerShell } from './in-process-powershell';
import { loadBridge } from './load-bridge';
import { thisProcess, type Surroundings } from './surroundings';

/** Connecting to Exchange takes its time: RemoteExchange.ps1 alone some ten seconds. */
const OPENING_MS = 180_000;

/** What opening depends on beside the session's dependencies; tests replace it. */
export interface InProcessHost {
  readonly surroundings: Surroundings;
  readonly load: (parts: EdgeParts) => Bridge;
}

/**
 * Opens a session over a PowerShell runspace inside this process, connected in the way that the settings ask for.
 * @throws ExchangeError
 */
export async function openInProcess(
  connection: Connection,
  _limits: Limits,
  { clock, signal, log }: SessionDependencies,
  host: InProcessHost = { surroundings: thisProcess(), load: (parts) => loadBridge(parts, process) },
): Promise<ExchangeSession> {
  const found = await findPowerShellHome(connection, host.surroundings);
  const bridge = host.load(findEdgeParts(found, host.surroundings));
  const startDeadline = clock() + connection.powerShell.startTimeoutMs;
  const powerShell = await InProcessPowerShell.open({
    bridge,
    home: found.folder,
    clock,
    signal,
    deadline: startDeadline,
  });
  log({ level: 'info', message: `PowerShell ${powerShell.version} runs inside this process.` });
  try {
    const bounds = { signal, deadline: clock() + OPENING_MS };
    const { opening, version, build, endpoint } = await connectExchange(connection, powerShell, bounds);
    log({ level: 'info', message: `Connected to ${endpoint || opening.name}: Exchange ${version} ${build}`.trim() });
    return new LocalSession({ transport: 'inProcess', powerShell, opening, version, build, clock });
  } catch (error) {
    await powerShell.close();
    throw error;
  }
}
