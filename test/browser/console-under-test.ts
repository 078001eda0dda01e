import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ConsoleDesk,
  DevHost,
  clientFolders,
  openConsole,
  openSchedulerLog,
  readManifest,
  type ClientFolders,
  type Console,
  type RunEnd,
  type Runner,
  type SettingsSource,
} from '../../devhost';
import { startLab, type Lab } from '../../lab';
import type { TaskEntryPoint } from '../../plugin/host/host';
import { settingsFromJson, type TaskName } from '../../protocol';
import * as plugin from '../../tasks';

const PROJECT = join(__dirname, '../..');
/** The built page. */
export const WEB_FOLDER = join(PROJECT, 'dist/devhost/console/web');

/** Builds the page, unless it is built. */
export function buildPage(): void {
  execFileSync(process.execPath, [join(PROJECT, 'scripts/build-console.mjs')], { timeout: 60_000 });
}

/** The plugin's own code in this process, in place of the built one that the manifest names. */
class SourceRunner implements Runner {
  readonly binding = 'inProcess';

  async run(...[request, events, signal]: Parameters<Runner['run']>): Promise<RunEnd> {
    const entryPoint: TaskEntryPoint = plugin[request.task.name as TaskName];
    const { dataDir, logDir, runId } = request;
    const completed = await entryPoint(request.settings, {
      ...{ dataDir, logDir, runId, signal },
      emit: (result) => events.store(result),
      progress: (progress) => {
        events.progress(progress);
      },
      log: (record) => {
        events.log(record);
      },
    });
    return { ...completed, isReported: true };
  }
}

/** A console with a dev host behind it, and a lab behind that. */
export interface ConsoleUnderTest {
  readonly console: Console;
  readonly desk: ConsoleDesk;
  readonly host: DevHost;
  readonly lab: Lab;
  readonly folders: ClientFolders;
  close(): Promise<void>;
}

/** How it is made. */
export interface UnderTestOptions {
  readonly devices: number;
  readonly runner?: Runner;
  readonly port?: number;
  readonly wipes?: number;
  /** Changes the lab's settings before the host gets them. */
  readonly change?: (task: TaskName, settings: Record<string, unknown>) => unknown;
}

/** Opens a console on a lab of its own. Nothing runs yet. */
export async function openConsoleUnderTest(options: UnderTestOptions): Promise<ConsoleUnderTest> {
  const dataDir = mkdtempSync(join(tmpdir(), 'eas-console-'));
  const lab = await startLab({
    devices: options.devices,
    seed: 7,
    wipes: options.wipes ?? 0,
    dataDir: join(dataDir, 'lab'),
  });
  const manifest = readManifest(join(PROJECT, 'manifest.json'), join(PROJECT, 'manifest.schema.json'));
  const folders = clientFolders(dataDir, manifest);
  const log = openSchedulerLog(folders.schedulerLog, Date.now);
  const source: SettingsSource = (task) => {
    const files = lab.description.settings;
    const file = task === 'EASConnectorManage' ? files?.manage : files?.security;
    const json = JSON.parse(readFileSync(file ?? '', 'utf8')) as Record<string, unknown>;
    return Promise.resolve(settingsFromJson(task, JSON.stringify(options.change?.(task, json) ?? json)));
  };
  const desk = new ConsoleDesk({ manifest, folders, source, organization: 'lab: contoso', log, now: Date.now });
  const runner = options.runner ?? new SourceRunner();
  const host = new DevHost({
    manifest,
    folders,
    runner,
    settings: desk.source,
    log,
    now: Date.now,
    observer: desk.observer,
  });
  desk.attach(host);
  const opened = await openConsole(desk, { port: options.port ?? 0, webFolder: WEB_FOLDER });
  await host.open();
  await desk.load();
  return {
    console: opened,
    desk,
    host,
    lab,
    folders,
    async close() {
      await host.stop('The test is over.');
      await desk.idle();
      await opened.close();
      await lab.close();
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
