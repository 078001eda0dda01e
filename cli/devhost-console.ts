import { join } from 'node:path';
import { ConsoleDesk, openConsole, type Console, type DevHost, type SchedulerLog } from '../devhost';
import { CliError } from './cli-error';
import type { DevHostCommandOptions, DevHostPlace } from './devhost';
import { EXIT } from './exit-codes';
import type { Organization } from './organization';

/** The page, as `npm run build` puts it. */
const WEB_FOLDER = join(__dirname, '../devhost/console/web');

/** The desk on which the console's settings and orders lie: they hold on this data folder, with or without its page. */
export function openDesk(
  { manifest, folders }: DevHostPlace,
  organization: Organization,
  log: SchedulerLog,
): ConsoleDesk {
  try {
    const { settings: source, description } = organization;
    return new ConsoleDesk({ manifest, folders, source, organization: description, log, now: Date.now });
  } catch (error) {
    throw new CliError(EXIT.failed, error instanceof Error ? error.message : String(error));
  }
}

/**
 * Opens the console of a dev host, unless it runs once only or without a console.
 * @returns why there is none, for a person, if one was wanted
 */
export async function openDeskConsole(
  desk: ConsoleDesk,
  host: DevHost,
  { console: isWanted = true, consolePort: port = 0, once }: DevHostCommandOptions,
): Promise<Console | string | undefined> {
  desk.attach(host);
  if (!isWanted || once) return undefined;
  try {
    return await openConsole(desk, { port, webFolder: WEB_FOLDER });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    if (port !== 0) throw new CliError(EXIT.unavailable, `The console cannot be opened on port ${port}: ${why}`);
    return why;
  }
}
