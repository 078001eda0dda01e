import { strict as assert } from 'node:assert';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import {
  NotRunningError,
  fetchStatus,
  openControlServer,
  requestRunNow,
  type RunRecord,
  type TaskStatus,
} from '../../devhost';
import type { TaskName } from '../../protocol';
import { scratchClient } from './host-under-test';

const RECORD = { runId: 'r1', task: 'EASConnectorSecurity', outcome: 'partial', problems: [] } as unknown as RunRecord;
const STATUS: TaskStatus = { task: 'EASConnectorManage', state: 'idle', intervalMs: 1000 };

/** A door to a host that answers as it is told. */
async function door(runNow: (task: TaskName) => Promise<RunRecord> = () => Promise.resolve(RECORD)): Promise<{
  file: string;
  close: () => Promise<void>;
}> {
  const file = scratchClient().control;
  const server = await openControlServer({ runNow, status: () => [STATUS] }, file);
  return { file, close: () => server.close() };
}

describe('The control endpoint of the dev host', () => {
  it('answers status and run-now to who has its file', async () => {
    const asked: string[] = [];
    const { file, close } = await door((task) => {
      asked.push(task);
      return Promise.resolve(RECORD);
    });
    assert.deepEqual(await fetchStatus(file), { pid: process.pid, tasks: [STATUS] });
    assert.deepEqual(await requestRunNow(file, 'EASConnectorSecurity'), RECORD);
    assert.deepEqual(asked, ['EASConnectorSecurity']);
    await close();
  });

  it('has a file that only this user can read, and takes it away when it closes', async function () {
    const { file, close } = await door();
    if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.match(readFileSync(file, 'utf8'), /"url":"http:\/\/127\.0\.0\.1:\d+"/);
    await close();
    assert.ok(!existsSync(file));
    await assert.rejects(fetchStatus(file), NotRunningError);
  });

  it('refuses who does not know the token, and paths that it does not have', async () => {
    const { file, close } = await door();
    const { url, token } = JSON.parse(readFileSync(file, 'utf8')) as { url: string; token: string };
    assert.equal((await fetch(`${url}/status`)).status, 401);
    const wrong = { authorization: `Bearer ${token.slice(0, -1)}x` };
    assert.equal((await fetch(`${url}/run-now/EASConnectorManage`, { method: 'POST', headers: wrong })).status, 401);
    const right = { authorization: `Bearer ${token}` };
    assert.equal((await fetch(`${url}/run-now/Other`, { method: 'POST', headers: right })).status, 404);
    assert.equal((await fetch(`${url}/run-now/EASConnectorManage`, { headers: right })).status, 404);
    await close();
  });

  it('lets the answer to a run that is under way go out before it closes', async () => {
    let end: (record: RunRecord) => void = () => undefined;
    const run = new Promise<RunRecord>((resolve) => (end = resolve));
    let begin: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const { file, close } = await door(() => {
      begin();
      return run;
    });
    const asked = requestRunNow(file, 'EASConnectorManage');
    await begun;
    const closed = close();
    end(RECORD);
    assert.deepEqual(await asked, RECORD);
    await closed;
  });

  it('that is left over from a killed dev host is recognized', async () => {
    const { file } = scratchFile();
    writeFileSync(file, JSON.stringify({ pid: 1, url: 'http://127.0.0.1:9', token: 't' }));
    await assert.rejects(fetchStatus(file), NotRunningError);
    writeFileSync(file, '{"pid":1,');
    await assert.rejects(fetchStatus(file), NotRunningError);
  });
});

function scratchFile(): { file: string } {
  return { file: `${scratchClient().root}/control.json` };
}
