import * as assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RotatingFile } from '../../plugin/logs/rotating-file';

const DAY = 86_400_000;
const NOON = Date.UTC(2026, 10, 22, 12);

describe('Log files', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'eas-files-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const fileWith = (maxFileBytes: number, maxFiles: number): RotatingFile =>
    new RotatingFile({ folder, name: 'Task', maxFileBytes, maxFiles });
  const names = (): string[] => readdirSync(folder).sort();
  const content = (name: string): string => readFileSync(join(folder, name), 'utf8');

  it('are begun anew when they are full, and the oldest are deleted', () => {
    const file = fileWith(10, 3);
    for (const line of ['12345', '67890', 'abcde', 'fghij', 'k', '2 a line longer than a file', '3', '4'])
      file.append(line, NOON);
    file.close();
    assert.deepEqual(names(), ['Task-2026-11-22.1.log', 'Task-2026-11-22.2.log', 'Task-2026-11-22.3.log']);
    assert.equal(content('Task-2026-11-22.2.log'), 'k\n2 a line longer than a file\n');
    assert.equal(content('Task-2026-11-22.3.log'), '3\n4\n');
  });

  it('count beyond nine in the right order', () => {
    const file = fileWith(1, 2);
    for (let n = 0; n <= 11; n += 1) file.append(String(n), NOON);
    file.close();
    assert.deepEqual(names(), ['Task-2026-11-22.10.log', 'Task-2026-11-22.11.log']);
  });

  it('begin with each day in UTC', () => {
    const file = fileWith(0, 0);
    file.append('late', Date.UTC(2026, 10, 22, 23, 59, 59, 999));
    file.append('early', Date.UTC(2026, 10, 23));
    file.close();
    assert.deepEqual(names(), ['Task-2026-11-22.log', 'Task-2026-11-23.log']);
  });

  it('are gone on with by the next run of the day', () => {
    for (const line of ['one', 'two']) {
      const file = fileWith(1000, 3);
      file.append(line, NOON);
      file.close();
    }
    assert.equal(content('Task-2026-11-22.log'), 'one\ntwo\n');
  });

  it('are those of this task and no others', () => {
    const others = [
      'Task-2020-01-01.log.bak',
      'Task-notes.log',
      'Task2-2020-01-01.log',
      'scheduler.log',
      'Task-2020-01-01.txt',
    ];
    for (const name of others) writeFileSync(join(folder, name), '');
    const file = fileWith(1, 1);
    for (let day = 0; day < 4; day += 1) file.append('x', NOON + day * DAY);
    file.close();
    assert.deepEqual(names(), [...others, 'Task-2026-11-25.log'].sort());
  });

  it('may be written by two runs at once', () => {
    const one = fileWith(60, 10);
    const two = fileWith(60, 10);
    for (let n = 0; n < 50; n += 1) {
      one.append(`one ${String(n)}`, NOON);
      two.append(`two ${String(n)}`, NOON);
    }
    one.close();
    two.close();
    const lines = names().flatMap((name) => content(name).trimEnd().split('\n'));
    assert.ok(lines.every((line) => /^(one|two) \d+$/.test(line)));
    assert.ok(names().length <= 10);
  });

  it('are tried afresh after a failure', () => {
    const blocker = join(folder, 'below');
    writeFileSync(blocker, '');
    const file = new RotatingFile({ folder: join(folder, 'below'), name: 'Task', maxFileBytes: 0, maxFiles: 0 });
    assert.throws(() => {
      file.append('lost', NOON);
    }, /EEXIST|ENOTDIR/);
    rmSync(blocker);
    file.append('kept', NOON);
    file.close();
    appendFileSync(join(folder, 'below', 'Task-2026-11-22.log'), '');
    assert.equal(readFileSync(join(folder, 'below', 'Task-2026-11-22.log'), 'utf8'), 'kept\n');
  });
});
