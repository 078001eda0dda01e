import * as assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExchangeError } from '../../plugin/exchange/exchange-error';
import type { Host, LogRecord } from '../../plugin/host/host';
import { runTask, type TaskContext } from '../../plugin/host/run-task';
import { problem, Secret, type Completed } from '../../protocol';

const LOGGING = { level: 'info', maxFileBytes: 100_000, maxFiles: 5 } as const;
const NOON = Date.UTC(2026, 10, 22, 12);

describe('runTask', () => {
  let folder: string;
  let records: LogRecord[];
  let abort: AbortController;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'eas-run-'));
    records = [];
    abort = new AbortController();
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  function hostWith(logDir: string): Host {
    return {
      dataDir: folder,
      logDir,
      runId: 'r1',
      signal: abort.signal,
      emit: () => Promise.resolve(),
      progress: () => undefined,
      log: (record) => records.push(record),
    };
  }

  const run = (body: (context: TaskContext) => Promise<Completed>, logDir = folder): Promise<Completed> =>
    runTask('EASConnectorManage', hostWith(logDir), LOGGING, body, () => NOON);

  const lines = (): string[] =>
    readFileSync(join(folder, 'EASConnectorManage-2026-11-22.log'), 'utf8').trimEnd().split('\n');

  it('gives back what the body gives back, with the log on the disk and with the host', async () => {
    const truncated = problem('truncated', 'mailboxes', 'A list came back short.', 'Ask again.');
    const completed = await run(({ log }) => {
      log.info('at work', { devices: 3 });
      return Promise.resolve({ outcome: 'partial', problems: [truncated] });
    });
    assert.deepEqual(completed, { outcome: 'partial', problems: [truncated] });
    const [begin, work, found, end] = lines();
    assert.equal(begin, '2026-11-22T12:00:00.000Z INFO  [r1] The run begins. task=EASConnectorManage');
    assert.equal(work, '2026-11-22T12:00:00.000Z INFO  [r1] at work devices=3');
    assert.equal(
      found,
      '2026-11-22T12:00:00.000Z ERROR [r1] A list came back short. code=truncated path=mailboxes detail="Ask again."',
    );
    assert.equal(end, '2026-11-22T12:00:00.000Z INFO  [r1] The run has ended. outcome=partial seconds=0');
    assert.deepEqual(records[1], { level: 'info', message: 'at work', fields: { devices: '3' } });
    assert.equal(records.length, 4);
  });

  it('turns an ExchangeError into the problem that it is', async () => {
    const completed = await run(() =>
      Promise.reject(new ExchangeError({ code: 'auth.denied', summary: 'No.', cmdlet: 'Get-X' })),
    );
    assert.deepEqual(completed, { outcome: 'failed', problems: [problem('auth.denied', 'Get-X', 'No.')] });
  });

  it('turns anything else that is thrown into internal.error, with the stack in the file alone', async () => {
    for (const thrown of [new TypeError('x is not a function'), 'a string', undefined, Object.create(null) as object]) {
      const completed = await run(() => {
        throw thrown as Error;
      });
      assert.equal(completed.outcome, 'failed');
      assert.deepEqual(
        completed.problems.map(({ code }) => code),
        ['internal.error'],
      );
      assert.doesNotMatch(JSON.stringify([completed, records]), /run-task\.test/);
    }
    assert.match(
      lines().find((line) => line.includes('stack='))!,
      /TypeError: x is not a function\\n +at .*run-task\.test/,
    );
  });

  it('calls whatever is thrown after a cancellation a cancellation', async () => {
    const completed = await run(({ signal }) => {
      abort.abort(new DOMException('the user said so', 'AbortError'));
      return Promise.reject(signal.reason as Error);
    });
    assert.equal(completed.outcome, 'cancelled');
    assert.deepEqual(
      completed.problems.map(({ code }) => code),
      ['cancelled'],
    );
    assert.ok(lines().some((line) => line.includes('The host cancels the run. reason="the user said so"')));
  });

  it('goes on without a log file where it cannot be written, and tells the host once', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    const completed = await run(
      ({ log }) => {
        log.info('one');
        log.info('two');
        return Promise.resolve({ outcome: 'succeeded', problems: [] });
      },
      join(file, 'below'),
    );
    assert.equal(completed.outcome, 'succeeded');
    assert.equal(records.filter(({ message }) => message.includes('cannot be written')).length, 1);
    assert.ok(records.some(({ message }) => message === 'two'));
    assert.deepEqual(readdirSync(folder), ['a-file']);
  });

  it('goes on with a host that cannot take log records', async () => {
    const host = {
      ...hostWith(folder),
      log: (): never => {
        throw new Error('full');
      },
    };
    const completed = await runTask(
      'EASConnectorManage',
      host,
      undefined,
      () => Promise.resolve({ outcome: 'succeeded', problems: [] }),
      () => NOON,
    );
    assert.equal(completed.outcome, 'succeeded');
    assert.equal(lines().length, 2);
  });

  it('masks the secrets of the run in problems and in the log', async () => {
    const completed = await run(({ log }) => {
      log.hide([new Secret('s3cr3t-value')]);
      return Promise.reject(
        new ExchangeError({ code: 'auth.denied', summary: 'Bad key s3cr3t-value', detail: 'sent s3cr3t-value' }),
      );
    });
    assert.deepEqual(completed.problems, [problem('auth.denied', '', 'Bad key [secret]', 'sent [secret]')]);
    assert.doesNotMatch(lines().join('\n') + JSON.stringify(records), /s3cr3t/);
  });
});
