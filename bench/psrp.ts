import { execFileSync, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { SaxesParser } from 'saxes';
import {
  ClientRunspacePool,
  ClixmlReader,
  command,
  decodeClixml,
  encodeClixml,
  encodeObjs,
  OutOfProcClient,
  OutOfProcServer,
  PSDateTime,
  PSGuid,
  PSObject,
  ServerRunspacePool,
  type ClientPipeline,
  type PSValue,
} from '../psrp';
import type { Benchmark, BenchmarkTable } from './benchmark';

const OBJECTS = 200;
/** Each way is measured this often, by turns, and the best turn counts: others use the computer too. */
const TURNS = 100;
const AIM = 2;

/** A device as Exchange has it: 16 properties. */
function device(index: number): PSObject {
  const properties = new Map<string, PSValue>([
    ['FriendlyName', `Phone ${index}`],
    ['DeviceId', `APPL${index}0934875ABC`],
    ['DeviceImei', ''],
    ['DeviceMobileOperator', null],
    ['DeviceOS', 'iOS 17.4.1 21E236'],
    ['DeviceOSLanguage', 'en-US'],
    ['DeviceType', 'iPhone'],
    ['DeviceUserAgent', 'Apple-iPhone14C5/2104.236'],
    ['DeviceModel', 'iPhone14C5'],
    ['FirstSyncTime', new PSDateTime(1_704_164_645 + index, 123_456_700)],
    ['UserDisplayName', `contoso.example/Users/Åsa & Bo ${index}`],
    ['IsManaged', false],
    ['DeviceAccessStateReason', 5],
    ['Guid', new PSGuid(randomUUID())],
    ['ClientVersion', '16.1'],
    ['Size', 1_234_567_890_123],
  ]);
  const typeNames = [
    'Deserialized.Microsoft.Exchange.Data.Directory.SystemConfiguration.MobileDevice',
    'System.Object',
  ];
  return new PSObject(properties, typeNames, `device ${index}`);
}

/** A pass of the parser that does nothing with what it finds. */
function barePass(documents: readonly string[]): () => void {
  const parser = new SaxesParser({ position: false });
  let found = 0;
  parser.on('opentag', (tag) => (found += tag.name.length));
  parser.on('closetag', () => (found += 1));
  parser.on('text', (text) => (found += text.length));
  return () => {
    for (const document of documents) parser.write(document).close();
    if (found < 0) throw new Error('unreachable');
  };
}

function decoding(documents: readonly string[]): () => void {
  const reader = new ClixmlReader();
  return () => {
    for (const document of documents) {
      reader.write(document);
      reader.end();
    }
  };
}

/** Two ends of the line protocol with a pipeline between them. */
function openEnds(): { client: OutOfProcClient; server: OutOfProcServer; pipeline: ClientPipeline } {
  const client = new OutOfProcClient(new ClientRunspacePool({ newGuid: randomUUID }));
  const server = new OutOfProcServer(new ServerRunspacePool());
  client.pool.open();
  let pipeline: ClientPipeline | undefined;
  for (;;) {
    for (let line = client.dataToSend(); line; line = client.dataToSend()) server.receiveData(line);
    for (let event = server.nextEvent(); event; event = server.nextEvent()) {
      if (event.type === 'initRunspacePool') server.pool.accept();
      if (event.type === 'createPipeline') event.pipeline.start();
    }
    for (let line = server.dataToSend(); line; line = server.dataToSend()) client.receiveData(line);
    while (client.nextEvent());
    if (pipeline && server.pool.openPipelines.length > 0) return { client, server, pipeline };
    if (client.pool.state === 'Opened' && !pipeline) {
      pipeline = client.pool.createPipeline({ commands: [command('Get-MobileDevice')] });
      pipeline.start();
    }
  }
}

/** The whole way: the server's pipeline to its lines, and those lines to the client's events. */
function wholeWay(values: readonly PSObject[]): { write: () => void; read: () => void } {
  const { client, server, pipeline } = openEnds();
  const writer = server.pool.pipeline(pipeline.id);
  let lines: Uint8Array[] = [];
  const write = (): void => {
    lines = [];
    for (const value of values) writer?.writeOutput(value);
    for (let line = server.dataToSend(); line; line = server.dataToSend()) lines.push(line);
  };
  const read = (): void => {
    let outputs = 0;
    for (const line of lines) {
      client.receiveData(line);
      for (let event = client.nextEvent(); event; event = client.nextEvent()) if (event.type === 'output') outputs++;
    }
    if (outputs !== values.length) throw new Error(`${outputs} of ${values.length} objects arrived`);
  };
  return { write, read };
}

/** Microseconds an object of each way, the best of many turns. */
function measure(ways: Readonly<Record<string, () => void>>): Map<string, number> {
  const best = new Map<string, number>();
  for (let turn = 0; turn < TURNS; turn++) {
    for (const [name, way] of Object.entries(ways)) {
      const start = performance.now();
      way();
      const each = ((performance.now() - start) * 1000) / OBJECTS;
      best.set(name, Math.min(best.get(name) ?? Infinity, each));
    }
  }
  return best;
}

/** PowerShell's own PSSerializer on the same objects; undefined without a PowerShell. */
function powerShellDeserialize(values: readonly PSObject[], program: string): number | undefined {
  if (spawnSync(program, ['--version'], { timeout: 30_000 }).status !== 0) return undefined;
  const script =
    '$documents = [Console]::In.ReadToEnd() -split "`n"; $best = [double]::MaxValue; foreach ($turn in 1..30) { ' +
    '$watch = [Diagnostics.Stopwatch]::StartNew(); foreach ($one in $documents) { $null = [Management.Automation.PSSerializer]::Deserialize($one) }; ' +
    '$best = [Math]::Min($best, $watch.Elapsed.TotalMilliseconds * 1000 / $documents.Count) }; $best.ToString([cultureinfo]::InvariantCulture)';
  const input = values.map((value) => encodeObjs([value])).join('\n');
  const options = { input, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } } as const;
  return Number(execFileSync(program, ['-NoLogo', '-NoProfile', '-Command', script], options));
}

/** pypsrp on the same objects; undefined without a Python that has it. */
function pypsrpDeserialize(documents: readonly string[], python: string | undefined): number | undefined {
  if (python === undefined) return undefined;
  const script = [
    'import sys, time',
    'from pypsrp.serializer import Serializer',
    "documents = sys.stdin.read().split('\\n')",
    'best = float("inf")',
    'for turn in range(10):',
    '  start = time.perf_counter()',
    '  for one in documents: Serializer().deserialize(one)',
    '  best = min(best, (time.perf_counter() - start) * 1e6 / len(documents))',
    'print(best)',
  ].join('\n');
  return Number(execFileSync(python, ['-c', script], { input: documents.join('\n'), encoding: 'utf8' }));
}

/** Other readers of CLIXML on this computer. */
export interface OtherReaders {
  readonly pwsh: string;
  /** A Python that has pypsrp. */
  readonly python: string | undefined;
}

/** What an object of 16 properties costs to read and to write, next to a bare pass of the XML parser. */
export const psrp: Benchmark = psrpWith({ pwsh: process.env['EAS_PWSH'] ?? 'pwsh', python: undefined });

/** The same with other readers beside it. */
export function psrpWith({ pwsh, python }: OtherReaders): Benchmark {
  return {
    name: 'psrp',
    title: 'PSRP: objects of 16 properties',
    run(say) {
      const values = Array.from({ length: OBJECTS }, (_, index) => device(index));
      const documents = values.map((value) => encodeClixml(value));
      const bytes = documents.map((document) => new Uint8Array(Buffer.from(document)));
      const whole = wholeWay(values);
      const results = measure({
        'bare pass of saxes': barePass(documents),
        'decode CLIXML': decoding(documents),
        'decode CLIXML from bytes, a reader each': () => {
          for (const document of bytes) decodeClixml(document);
        },
        'encode CLIXML': () => {
          for (const value of values) encodeClixml(value);
        },
        'server: object to line': whole.write,
        'client: line to event': whole.read,
      });
      const powerShell = powerShellDeserialize(values, pwsh);
      if (powerShell !== undefined) results.set("PowerShell's PSSerializer.Deserialize", powerShell);
      const pypsrp = pypsrpDeserialize(documents, python);
      if (pypsrp !== undefined) results.set('pypsrp, deserialize', pypsrp);
      const bare = results.get('bare pass of saxes') ?? NaN;
      const ratio = (results.get('decode CLIXML') ?? NaN) / bare;
      say(`decoding takes ${ratio.toFixed(2)} times the bare pass; the aim is at most ${AIM}`);
      return Promise.resolve([tableOf(results, bare, documents[0]?.length ?? 0)]);
    },
  };
}

function tableOf(results: ReadonlyMap<string, number>, bare: number, characters: number): BenchmarkTable {
  return {
    text: `${OBJECTS} objects of 16 properties, ${characters} characters of CLIXML each; the best of ${TURNS} turns.`,
    head: ['what', 'µs an object', 'bare passes'],
    rows: [...results].map(([name, each]) => [name, each.toFixed(1), (each / bare).toFixed(2)]),
  };
}
