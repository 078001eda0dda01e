import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const WRITER = join(__dirname, 'full-disk.cjs');

interface Report {
  readonly outcomes: Readonly<Record<string, string>>;
  readonly kept: unknown;
}

describe('The state on a disk that is full', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'eas-full-'));
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('refuses every write with the reason, keeps what it had, and never ends the process', function () {
    // A limit of the shell for the size of files stands for the disk; Windows has none.
    if (process.platform === 'win32') this.skip();
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['-c', 'ulimit -f 128 && exec "$0" -r ts-node/register "$1" "$2"', process.execPath, WRITER, folder],
      { encoding: 'utf8', env: { ...process.env, TS_NODE_TRANSPILE_ONLY: 'true' } },
    );
    assert.equal(status, 0, stderr);
    const { outcomes, kept } = JSON.parse(stdout) as Report;
    for (const name of ['record', 'several', 'keyed', 'keyedNow']) {
      assert.match(
        outcomes[name] ?? '',
        /^state\.unavailable: (File too large|Input\/output error).* disk not full\.$/,
        name,
      );
    }
    assert.deepEqual([outcomes['small'], outcomes['after']], ['written', 'written']);
    assert.deepEqual(kept, [
      ['k', 1],
      ['l', 2],
    ]);
  });
});
