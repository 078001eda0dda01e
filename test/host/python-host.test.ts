import * as assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FrameDecoder, MAX_PLUGIN_FRAME_BYTES, messageToJson } from '../../protocol';
import { connectorProgram } from '../support/connector-program';
import { fakeProgram } from './fake-program';
import { findPython } from './python';

const HOST = join(__dirname, '..', '..', 'docs', 'hosts', 'python', 'host.py');
/** A command line that a shell takes apart into these words. */
const commandLine = (...words: readonly string[]): string => words.map((word) => `'${word}'`).join(' ');
const REAL = commandLine(process.execPath, ...connectorProgram(), 'serve');

/** The messages in a file of results, as JSON. */
function resultsIn(path: string, message: string): unknown[] {
  const decoder = new FrameDecoder({ maxFrameBytes: MAX_PLUGIN_FRAME_BYTES });
  decoder.receive(readFileSync(path));
  const results: unknown[] = [];
  for (let frame = decoder.next(); frame; frame = decoder.next()) results.push(messageToJson(message, frame));
  assert.ok(decoder.isBetweenFrames);
  return results;
}

describe('The host in Python', function () {
  this.timeout(30_000);
  const program = fakeProgram();
  let python: string;
  let folder: string;

  before(function () {
    const found = findPython();
    if (found === undefined) {
      console.log('      skipped: python3-protobuf and protoc are not installed');
      this.skip();
    }
    python = found;
  });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'eas-python-host-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** The arguments of a run; what the fake task does is in the display name. */
  function args(behaviour: string, command = commandLine(process.execPath, program()), enabled = true): string[] {
    const settings = join(folder, 'settings.json');
    const json = { contractVersion: '1.0', host: { enabled }, connection: { id: 'one', displayName: behaviour } };
    writeFileSync(settings, JSON.stringify(json));
    const paths = ['--settings', settings, '--out', join(folder, 'results'), '--data-dir', join(folder, 'data')];
    return [HOST, 'EASConnectorManage', ...paths, '--command', command];
  }

  it('has fewer than 150 lines in each of its files', () => {
    for (const name of ['host.py', 'inventory.py', 'framing.py']) {
      assert.ok(
        readFileSync(join(HOST, '..', name), 'utf8')
          .trimEnd()
          .split('\n').length < 150,
        name,
      );
    }
  });

  it('drives a whole run and stores every result', () => {
    const ran = spawnSync(python, args('emit 50'), { encoding: 'utf8' });
    assert.equal(ran.status, 0, ran.stderr);
    assert.deepEqual(JSON.parse(ran.stdout), { outcome: 'RUN_OUTCOME_SUCCEEDED' });
    const expected = Array.from({ length: 50 }, (_, n) => ({ sequence: String(n + 1) }));
    assert.deepEqual(resultsIn(join(folder, 'results'), 'ManageResult'), expected);
    assert.match(ran.stderr, /Z INFO {2}The run begins\. task=EASConnectorManage\n/);
    assert.equal(readdirSync(join(folder, 'data', 'Client', 'Tasks', 'Inv', 'EASConnectorManage')).length, 1);
  });

  it('shows progress, log records and problems, and has an honest exit code', () => {
    const partial = spawnSync(python, args('progress 3'), { encoding: 'utf8' });
    assert.equal(partial.status, 2, partial.stderr);
    assert.match(partial.stderr, /counting: 3 of 3\n/);
    assert.match(partial.stderr, /WARN {2}counted to=3\n/);
    const failed = spawnSync(python, args('nonsense'), { encoding: 'utf8' });
    assert.equal(failed.status, 1);
    assert.match(failed.stdout, /"code": "internal\.error"/);
  });

  it('drives the connector itself', () => {
    const ran = spawnSync(python, args('', REAL, false), { encoding: 'utf8' });
    assert.match(ran.stdout, /"code": "settings\.(disabled|invalid)"/, ran.stderr);
    assert.match(ran.stderr, /The run begins\. task=EASConnectorManage\n/);
  });

  it('cancels the run when it is interrupted', async () => {
    const host = spawn(python, args('wait'), { stdio: ['ignore', 'pipe', 'pipe'] });
    await once(host.stderr, 'data');
    host.kill('SIGINT');
    const [code] = (await once(host, 'close')) as [number];
    assert.equal(code, 3);
  });
});
