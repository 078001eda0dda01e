import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { openTaskLog, type OpenTaskLog, type TaskLogOptions } from '../../plugin/logs';
import type { LogRecord } from '../../plugin/host/host';
import { Secret } from '../../protocol';

describe('A task log', () => {
  let folder: string;
  let forwarded: LogRecord[];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'eas-log-'));
    forwarded = [];
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const open = (options: Partial<TaskLogOptions> = {}): OpenTaskLog =>
    openTaskLog({
      task: 'EASConnectorSecurity',
      folder: join(folder, 'Tasks', 'Inv'),
      runId: 'r1',
      level: 'debug',
      maxFileBytes: 1_000_000,
      maxFiles: 10,
      now: () => Date.UTC(2026, 10, 22, 8, 30, 0, 250),
      forward: (record) => forwarded.push(record),
      ...options,
    });

  const written = (): string =>
    readdirSync(join(folder, 'Tasks', 'Inv'))
      .map((name) => readFileSync(join(folder, 'Tasks', 'Inv', name), 'utf8'))
      .join('');

  it('writes one readable line a record, in the folder of the task, which it makes', async () => {
    const { log, close } = open();
    log.info('Session opened.', { transport: 'adminApi', ms: 12, isNew: true, nothing: undefined });
    log.child({ mailbox: 'Åsa Öberg' }).warn('No statistics.', { path: 'C:\\logs', empty: '' });
    await close();
    assert.equal(
      written(),
      '2026-11-22T08:30:00.250Z INFO  [r1] Session opened. transport=adminApi ms=12 isNew=true\n' +
        '2026-11-22T08:30:00.250Z WARN  [r1] No statistics. mailbox="Åsa Öberg" path="C:\\\\logs" empty=""\n',
    );
    assert.deepEqual(readdirSync(join(folder, 'Tasks', 'Inv')), ['EASConnectorSecurity-2026-11-22.log']);
  });

  it('keeps what is severe enough, and hands that to the host as well', async () => {
    const { log, close } = open({ level: 'warn' });
    log.debug('a');
    log.info('b');
    log.warn('c', { n: 1 });
    log.error('d');
    await close();
    assert.equal(written().split('\n').length, 3);
    assert.deepEqual(forwarded, [
      { level: 'warn', message: 'c', fields: { n: '1' } },
      { level: 'error', message: 'd', fields: {} },
    ]);
  });

  it('has everything on the disk when it is closed: a process that exits right then loses nothing', () => {
    const ran = spawnSync(process.execPath, [
      '-r',
      'ts-node/register',
      join(__dirname, 'fixtures', 'log-and-exit.ts'),
      folder,
    ]);
    assert.equal(ran.status, 0, String(ran.stderr));
    const lines = readFileSync(join(folder, 'EASConnectorManage-1970-01-01.log'), 'utf8').trimEnd().split('\n');
    assert.equal(lines.length, 2000);
    assert.match(lines.at(-1)!, /line 1999$/);
  });

  it('shares nothing with another log', async () => {
    const one = open({ runId: 'one' });
    const two = open({ runId: 'two', level: 'error' });
    one.log.hide([new Secret('only in one')]);
    one.log.info('only in one');
    two.log.error('only in one');
    await one.close();
    two.log.error('still open');
    await two.close();
    assert.match(written(), /\[one\] \[secret\]\n/);
    assert.match(written(), /\[two\] only in one\n.*\[two\] still open\n/);
  });

  it('prints secrets as [secret], whatever way they get in', async () => {
    const { log, close } = open();
    const secret = new Secret('Tr0ub4dor&3 "x"');
    const key = new Secret(
      '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0\nBAQEFAASCBKcwggSjAgEAAoI\n-----END PRIVATE KEY-----',
    );
    log.hide([secret, key, undefined]);
    log.info('field', { password: secret });
    log.info(`text ${secret.reveal()}`, { text: `a${secret.reveal()}b` });
    log.info(`json ${JSON.stringify({ p: secret.reveal() })}`);
    log.info(`url ?p=${encodeURIComponent(secret.reveal())}`);
    log.info(`base64 ${Buffer.from(secret.reveal()).toString('base64')}`);
    log.info('key BAQEFAASCBKcwggSjAgEAAoI', { whole: key.reveal() });
    log.info('object', { wrong: { password: 'x' } as never });
    await close();
    const all = written() + JSON.stringify(forwarded);
    assert.doesNotMatch(all, /Tr0ub4dor|MIIEv|BAQEFAAS|VHIwdWI0/);
    assert.match(all, /field password=\[secret\]\n.*text \[secret\] text=a\[secret\]b\n.*json \{"p":"\[secret\]"\}\n/);
    assert.match(all, /object wrong=\[object\]\n/);
  });

  it('does not mask what is too short to be a secret', async () => {
    const { log, close } = open();
    log.hide([new Secret('abc'), new Secret('')]);
    log.info('abcd');
    await close();
    assert.match(written(), /abcd\n/);
  });

  it('lets no text forge a line or command a terminal', async () => {
    const { log, close } = open();
    const name = 'iPhone\r\n2026-11-22T08:30:00.250Z ERROR [r1] forged\u001b[2J\u0085\u2028\u202e\u0000\ud800';
    log.info(name, { name, [name]: 1 });
    await close();
    assert.equal(written().split('\n').length, 2);
    assert.match(written(), /iPhone\\r\\n2026-11-22T.* forged\\u001b\[2J\\u0085\\u2028\\u202e\\u0000\\ud800/);
  });

  it('writes exactly one line for any record', async () => {
    let expected = 0;
    const { log, close } = open();
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        (message, name, value) => {
          log.info(message, { [name]: value });
          expected += 1;
        },
      ),
    );
    await close();
    const lines = written().split('\n');
    assert.equal(lines.pop(), '');
    assert.equal(lines.length, expected);
    for (const line of lines) {
      assert.match(line, /^2026-11-22T08:30:00\.250Z INFO {2}\[r1\] [^\u0000-\u001f\u007f-\u009f\u2028\u2029]*$/);
    }
  });

  it('cuts texts that are too long', async () => {
    const { log, close } = open();
    log.info('x'.repeat(20_000));
    await close();
    assert.match(written(), /x{16384}… \(3616 more characters\)\n/);
  });
});
