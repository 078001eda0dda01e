import { mkdir } from 'node:fs/promises';
import {
  DevHost,
  InProcessRunner,
  NotRunningError,
  ProcessRunner,
  fetchStatus,
  observeTogether,
  openControlServer,
  openSchedulerLog,
  type ControlServer,
} from '../devhost';
import { CliError } from './cli-error';
import type { DevHostCommandOptions, DevHostPlace } from './devhost';
import { openDesk, openDeskConsole } from './devhost-console';
import { EXIT, worstExitCode } from './exit-codes';
import { openOrganization, type Organization } from './organization';
import { labelled, placeLines } from './report/place-lines';
import type { Layout } from './report/run-lines';
import { listenForStop, stopped } from './stop-signal';
import { TerminalObserver } from './terminal-observer';
import { openDisplay } from './terminal/display';
import { layoutFor } from './terminal/layout';

/** Runs the dev host until it is stopped, or once; gives the exit code. */
export async function runDevHost(place: DevHostPlace, options: DevHostCommandOptions): Promise<number> {
  await refuseSecondHost(place);
  await makeFolder(place.folders.root);
  const stop = listenForStop(process.env);
  const organization = await openOrganization(place.folders.root, options);
  try {
    return await hostUntilStopped(place, options, organization, stop.signal);
  } finally {
    await organization.close();
    stop.dispose();
  }
}

async function hostUntilStopped(
  place: DevHostPlace,
  options: DevHostCommandOptions,
  organization: Organization,
  signal: AbortSignal,
): Promise<number> {
  const { manifest, folders } = place;
  const layout = layoutFor(process.stdout, process.env);
  const display = openDisplay(process.stdout, process.stderr, Date.now);
  display.print(headLines(place, options, organization, layout));
  const observer = new TerminalObserver(display, layout, folders);
  const log = openSchedulerLog(folders.schedulerLog, Date.now);
  const desk = openDesk(place, organization, log);
  const host = new DevHost({
    manifest,
    folders,
    runner: options.process ? new ProcessRunner(manifest) : new InProcessRunner(manifest),
    settings: desk.source,
    log,
    now: Date.now,
    observer: observeTogether([observer, desk.observer]),
  });
  const webConsole = await openDeskConsole(desk, host, options);
  if (webConsole)
    display.print(labelled('Console', [typeof webConsole === 'string' ? webConsole : webConsole.address]));
  const address = typeof webConsole === 'object' ? webConsole.address : undefined;
  let control: ControlServer | undefined;
  void stopped(signal).then(() => host.stop(String(signal.reason)));
  try {
    control = await openControlServer(host, folders.control, address);
    await host.open();
    if (address !== undefined) void desk.load();
    const records = await (options.once ? host.once() : host.start());
    await observer.idle();
    if (options.once || !signal.aborted) display.print(['', ...placeLines(place, records, layout)]);
    if (options.once) return worstExitCode(records.map(({ outcome }) => outcome));
    await stopped(signal);
    return EXIT.succeeded;
  } finally {
    await host.stop('Both tasks have run.');
    await observer.idle();
    await desk.idle();
    if (typeof webConsole === 'object') await webConsole.close();
    await control?.close();
  }
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new CliError(EXIT.cannotCreate, `The data folder cannot be made: ${String(error)}`);
  }
}

/** Two dev hosts on one folder would run each task twice. */
async function refuseSecondHost({ folders }: DevHostPlace): Promise<void> {
  try {
    const { pid } = await fetchStatus(folders.control);
    const message = `A dev host is already running on ${folders.root} (process ${pid}). Stop it, or give another --data-dir.`;
    throw new CliError(EXIT.unavailable, message);
  } catch (error) {
    if (!(error instanceof NotRunningError)) throw error;
  }
}

function headLines(
  { manifest, folders }: DevHostPlace,
  options: DevHostCommandOptions,
  organization: Organization,
  { style }: Layout,
): string[] {
  const binding = options.process ? 'one process a run' : 'in process';
  return [
    style.strong(`${manifest.displayName || manifest.name} ${manifest.version} in the dev host`) +
      style.faint(` (${binding})`),
    ...labelled('Organization', [organization.description]),
    ...labelled('Data folder', [folders.root]),
    ...(options.once ? [] : labelled('Stop with', ['Ctrl+C'])),
  ];
}
