import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { ConsoleDesk, clientFolders, openConsole, readManifest, type Console, type RunRecord } from '../../devhost';
import type { ConsoleHost } from '../../devhost/console';
import { encodeFrame, jsonToMessage, messageToJson, settingsFromJson, type TaskName } from '../../protocol';
import { writeInventory, type SampleOptions } from '../cli/inventory-sample';
import { memoryLog, settingsJson } from './host-under-test';
import { scratchFolder } from './scratch-folder';

const project = join(__dirname, '../..');
type Json = Record<string, unknown>;

/** An answer of the console. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly json: Json;
}

/** A console whose host does what the test says. */
export class ConsoleHarness {
  readonly folders;
  readonly desk: ConsoleDesk;
  readonly log = memoryLog();
  readonly calls: string[] = [];
  readonly #runs: RunRecord[] = [];
  #console: Console | undefined;
  /** What a rehearsal returns: the JSON of a SecurityResult. */
  rehearsal: Json = {};
  /** What the source waits for before it answers. */
  sourcePause: () => Promise<unknown> = () => Promise.resolve();
  /** The settings of the source, by task; both the same at first. */
  settings: Json = JSON.parse(settingsJson()) as Json;

  constructor(dataDir = scratchFolder()) {
    const manifest = readManifest(join(project, 'manifest.json'), join(project, 'manifest.schema.json'));
    this.folders = clientFolders(dataDir, manifest);
    this.desk = new ConsoleDesk({
      manifest,
      folders: this.folders,
      source: async (task) => {
        await this.sourcePause();
        return settingsFromJson(task, JSON.stringify(this.settings));
      },
      organization: 'a test',
      log: this.log,
      now: Date.now,
    });
    this.desk.attach(this.#host());
  }

  get console(): Console {
    if (!this.#console) throw new Error('The console is not open.');
    return this.#console;
  }

  /** Opens it, with a page of two small files unless another is given. */
  async open(webFolder = smallPage()): Promise<this> {
    this.#console = await openConsole(this.desk, { port: 0, webFolder });
    await this.desk.load();
    return this;
  }

  async close(): Promise<void> {
    await this.#console?.close();
  }

  /** An inventory run ends. */
  async inventory(sample: SampleOptions): Promise<void> {
    const runId = sample.stateId ?? 'run-1';
    const resultsFile = join(this.folders.results('EASConnectorManage'), `${runId}.pb`);
    mkdirSync(dirname(resultsFile), { recursive: true });
    writeInventory(resultsFile, { runId, ...sample });
    const { isFull = true, baseStateId = '' } = sample;
    const inventory = { isFull, baseStateId, resumesRunId: '', stateId: runId };
    await this.#ended({ ...record(runId, 'EASConnectorManage', resultsFile), inventory });
  }

  /** A security run ends with a result, or several. */
  async security(result: Json | readonly Json[], runId = `security-${String(this.#runs.length)}`): Promise<void> {
    const resultsFile = join(this.folders.results('EASConnectorSecurity'), `${runId}.pb`);
    mkdirSync(dirname(resultsFile), { recursive: true });
    const results = [result].flat() as readonly Json[];
    const frames = results.map((one, at) =>
      encodeFrame(jsonToMessage('SecurityResult', { sequence: String(at + 1), ...one })),
    );
    writeFileSync(resultsFile, Buffer.concat(frames));
    await this.#ended(record(runId, 'EASConnectorSecurity', resultsFile));
  }

  /** The settings that the next security run would get. */
  async handedOut(): Promise<Json> {
    const { bytes, problems } = await this.desk.source('EASConnectorSecurity');
    if (!bytes) throw new Error(JSON.stringify(problems));
    return messageToJson('SecuritySettings', bytes) as Json;
  }

  /** Asks as the page does. */
  async ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const own = { authorization: `Bearer ${this.console.token}`, 'content-type': 'application/json' };
    const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
    return send(this.console.url, method, path, text, { ...own, ...headers });
  }

  /** Asks, and gives the JSON of a good answer. */
  async get(path: string): Promise<Json> {
    const { status, json, text } = await this.ask('GET', path);
    if (status !== 200) throw new Error(`${String(status)} ${text}`);
    return json;
  }

  async #ended(run: RunRecord): Promise<void> {
    this.#runs.push(run);
    this.desk.observer.runEnded?.(run);
    await this.desk.idle();
  }

  #host(): ConsoleHost {
    return {
      status: () => [],
      history: (task) => this.#runs.filter((run) => run.task === task),
      cancel: (task, reason) => this.calls.push(`cancel ${task} ${reason}`) > 0,
      refresh: (task) => {
        this.calls.push(`refresh ${task}`);
        return Promise.resolve();
      },
      between: (_task, work) => work(),
      runNow: (task) => {
        this.calls.push(`run ${task}`);
        return Promise.resolve(record('r', task, ''));
      },
      rehearse: async (_task, _settings, events) => {
        await events.store(jsonToMessage('SecurityResult', { sequence: '1', ...this.rehearsal }));
        return { outcome: 'succeeded', problems: [], isReported: true };
      },
    };
  }
}

/** A built page, as far as the server can tell. */
export function smallPage(): string {
  const folder = scratchFolder();
  writeFileSync(join(folder, 'index.html'), '<script type="module" src="/app.js" nonce="__NONCE__"></script>');
  writeFileSync(join(folder, 'app.js'), 'export {};');
  writeFileSync(join(folder, 'secret.txt'), 'not for the page');
  return folder;
}

function record(runId: string, task: TaskName, resultsFile: string): RunRecord {
  const at = new Date().toISOString();
  const times = { startedAt: at, endedAt: at, durationMs: 1 };
  return { runId, task, trigger: 'runNow', ...times, outcome: 'succeeded', problems: [], results: 1, resultsFile };
}

/** Sends a request just as it is given: fetch would set Host and mend the path. */
export function send(
  url: string,
  method: string,
  path: string,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const options = { hostname, port, method, path, headers, agent: false, timeout: 5000 };
    const outgoing = request(options, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => (text += piece));
      response.on('end', () => {
        const isJson = (response.headers['content-type'] ?? '').startsWith('application/json');
        const json = (isJson ? JSON.parse(text) : {}) as Json;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json });
      });
    });
    outgoing.on('timeout', () => outgoing.destroy(new Error('no answer')));
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** Sends bytes just as they are, and gives the first line of the answer. */
export function sendRaw(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.setTimeout(5000, () => socket.destroy(new Error('no answer')));
    socket.once('data', (piece) => {
      socket.destroy();
      resolve(piece.toString('latin1').split('\r\n')[0] ?? '');
    });
    socket.on('error', reject);
  });
}
