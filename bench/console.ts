import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { ConsoleDesk, clientFolders, openConsole, readManifest, type Console, type RunRecord } from '../devhost';
import { encodeFrame, jsonToMessage } from '../protocol';
import type { Benchmark, BenchmarkTable } from './benchmark';

const PARTNERSHIPS = 100_000;
const PER_RESULT = 200;
const REQUESTS = 60;
const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 10, 22);

/** Queries of the list; a number stands for the turn, so that no two are the same. */
const QUERIES: readonly (readonly [string, (turn: number) => string])[] = [
  ['first page', () => 'sort=user'],
  ['a page in the middle', (turn) => `sort=user&offset=${String(turn * 1500)}`],
  ['by last sync, newest first', (turn) => `sort=lastSync&desc=true&offset=${String(turn * 50)}`],
  ['by operating system', (turn) => `sort=os&offset=${String(turn * 100)}`],
  ['a user searched', (turn) => `search=${FIRST[turn % FIRST.length] ?? ''}+${String(turn * 977)}`],
  ['a common word searched', (turn) => `search=iphone&offset=${String(turn * 50)}`],
  ['nothing found', (turn) => `search=nobody${String(turn)}`],
  ['quarantined, sorted by device', (turn) => `access=Quarantined&sort=device&offset=${String(turn * 20)}`],
  [
    'filtered and searched',
    (turn) => `family=Apple+Mail&online=online&attention=any&search=berg&offset=${String(turn)}`,
  ],
];

const FIRST = [
  'aino',
  'bert',
  'chiara',
  'dmitri',
  'elsa',
  'farid',
  'grace',
  'hiroshi',
  'ines',
  'jorg',
  'kofi',
  'linnea',
];
const LAST = ['berg', 'eriksson', 'kovacs', 'laine', 'okafor', 'papadopoulos', 'rossi', 'simic', 'williams', 'zhang'];
const DEVICES = [
  ['iPhone', 'iPhone16C2', 'iOS 18.6.2 22G100', 'CLIENT_FAMILY_APPLE_MAIL', '16.1'],
  ['iPhone', 'iPhone17C3', 'iOS 26.1 23B85', 'CLIENT_FAMILY_APPLE_MAIL', '16.1'],
  ['Android', 'SM-S921B', 'Android 14', 'CLIENT_FAMILY_ANDROID_MAIL', '16.1'],
  ['Outlook', 'Outlook for iOS and Android', 'Android 16', 'CLIENT_FAMILY_OUTLOOK_MOBILE', ''],
  ['Android', 'GT-I9505', 'Android 5.0.1', 'CLIENT_FAMILY_ANDROID_MAIL', '14.1'],
] as const;

/** What 100,000 partnerships cost the console: to read them from the disk, and to list, search, filter, sort and page them. */
export const consoleList: Benchmark = {
  name: 'console',
  title: "The console's list",
  async run(say) {
    const folder = mkdtempSync(join(tmpdir(), 'eas-bench-console-'));
    try {
      return [await measure(folder, say)];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function measure(folder: string, say: (line: string) => void): Promise<BenchmarkTable> {
  const project = process.cwd();
  const manifest = readManifest(join(project, 'manifest.json'), join(project, 'manifest.schema.json'));
  const folders = clientFolders(folder, manifest);
  const run = storedInventory(folders.results('EASConnectorManage'));
  say(`${String(PARTNERSHIPS)} partnerships are stored`);
  const desk = new ConsoleDesk({
    manifest,
    folders,
    source: () => Promise.resolve({ bytes: undefined, problems: [] }),
    organization: 'benchmark',
    log: { write: () => undefined, close: () => undefined },
    now: () => NOW,
  });
  const nothing = (): Promise<never> => Promise.reject(new Error('nothing runs here'));
  desk.attach({
    history: (task) => (task === run.task ? [run] : []),
    status: () => [],
    cancel: () => false,
    refresh: () => Promise.resolve(),
    runNow: nothing,
    rehearse: nothing,
    between: nothing,
  });
  const began = performance.now();
  await desk.load();
  const loaded = performance.now() - began;
  const opened = await openConsole(desk, { port: 0, webFolder: join(project, 'dist/devhost/console/web') });
  try {
    const rows: string[][] = [];
    for (const [name, query] of QUERIES) rows.push([name, ...(await timed(opened, query))]);
    const memory = `${String(Math.round(process.memoryUsage().rss / 1_048_576))} MiB`;
    const reading = `${(loaded / 1000).toFixed(1)} s`;
    return {
      text: `${PARTNERSHIPS.toLocaleString('en')} partnerships with statistics; ${String(REQUESTS)} different requests of 50 rows each, over HTTP from the same process. Reading the inventory from the disk takes ${reading}, with a turn for others every ${String(PER_RESULT)} partnerships; ${memory} of memory in all. The first request sorts.`,
      head: ['request', 'first', 'median', '95 %'],
      rows,
    };
  } finally {
    await opened.close();
  }
}

async function timed({ url, token }: Console, query: (turn: number) => string): Promise<string[]> {
  const times: number[] = [];
  for (let turn = 0; turn < REQUESTS; turn += 1) {
    const began = performance.now();
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(`${url}/api/partnerships?${query(turn)}`, { headers });
    const page = (await response.json()) as { readonly total: number };
    if (page.total !== PARTNERSHIPS) throw new Error(`The list has ${String(page.total)} partnerships.`);
    times.push(performance.now() - began);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return [times[0] ?? 0, at(0.5), at(0.95)].map((ms) => `${ms.toFixed(0)} ms`);
}

/** Writes an inventory as a host stores it. */
function storedInventory(folder: string): RunRecord {
  mkdirSync(folder, { recursive: true });
  const resultsFile = join(folder, 'run.pb');
  const frames: Uint8Array[] = [];
  const add = (result: object): void => {
    const sequence = String(frames.length + 1);
    frames.push(encodeFrame(jsonToMessage('ManageResult', { sequence, ...result })));
  };
  add({ start: { runId: 'run', connectionId: 'bench', isFull: true } });
  for (let first = 0; first < PARTNERSHIPS; first += PER_RESULT) {
    add({ partnerships: Array.from({ length: PER_RESULT }, (_, index) => partnership(first + index)) });
  }
  add({ summary: { isComplete: true, stateId: 'run', partnerships: PARTNERSHIPS } });
  writeFileSync(resultsFile, Buffer.concat(frames));
  const at = new Date(NOW).toISOString();
  return {
    runId: 'run',
    task: 'EASConnectorManage',
    trigger: 'schedule',
    startedAt: at,
    endedAt: at,
    durationMs: 1,
    outcome: 'succeeded',
    problems: [],
    results: frames.length,
    resultsFile,
    inventory: { isFull: true, baseStateId: '', resumesRunId: '', stateId: 'run' },
  };
}

function partnership(index: number): object {
  const first = FIRST[(index * 7) % FIRST.length] ?? '';
  const last = LAST[(index * 3) % LAST.length] ?? '';
  const user = `${first}.${last}${String(index >> 1)}`;
  const [deviceType, deviceModel, deviceOs, clientFamily, clientVersion] =
    DEVICES[index % DEVICES.length] ?? DEVICES[0];
  const ago = (ms: number): string => new Date(NOW - ms).toISOString();
  const synced = ago((index % 200) * DAY_MS * (index % 3 === 0 ? 1 : 0.01));
  const guid = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
  return {
    guid,
    firstSyncTime: ago((index % 900) * DAY_MS),
    identity: `contoso.com/Users/${user}/ExchangeActiveSyncDevices/${deviceType}§${guid}`,
    deviceId: `DEV${String(index * 7919)}`,
    mailboxGuid: `00000000-0000-4000-9000-${String(index >> 1).padStart(12, '0')}`,
    mailboxPrimarySmtpAddress: `${user}@contoso.com`,
    userDisplayName: `contoso.com/Users/${first} ${last} ${String(index)}`,
    friendlyName: `${deviceType} of ${first}`,
    ...{ deviceType, deviceModel, deviceOs, clientFamily, clientVersion, clientType: 'EAS' },
    deviceUserAgent: `${deviceType}-${deviceModel}/2302.85`,
    capabilities: { wipeErases: 'whole device', accountOnlyWipe: true, accessRules: true, mailboxPolicy: true },
    cutOffOnline: clientVersion === '14.1',
    deviceAccessState: index % 11 === 0 ? 'DEVICE_ACCESS_STATE_QUARANTINED' : 'DEVICE_ACCESS_STATE_ALLOWED',
    deviceAccessStateReason: 'Global',
    whenCreated: ago((index % 900) * DAY_MS),
    statistics: {
      readAt: ago(0),
      lastSuccessSync: synced,
      lastSyncAttemptTime: synced,
      numberOfFoldersSynced: 12,
      status: 'DeviceOk',
      devicePolicyApplied: 'Default',
      devicePolicyApplicationStatus: 'DEVICE_POLICY_APPLICATION_STATUS_APPLIED_IN_FULL',
      isOnline: index % 4 !== 0,
    },
  };
}
