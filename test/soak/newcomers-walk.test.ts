import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandsIn, walk } from '../support/newcomers-walk';

const TEN_MINUTES = 600_000;

describe('The walk from a fresh clone to a wiped phone', function () {
  this.timeout(TEN_MINUTES + 60_000);

  it('takes less than ten minutes, with every command as it is printed', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = mkdtempSync(join(tmpdir(), 'eas-clone-'));
    try {
      const begun = Date.now();
      execFileSync('git', ['clone', '--quiet', join(__dirname, '../..'), folder]);
      const walked = await walk(commandsIn(join(folder, 'docs/getting-started.md')), folder, TEN_MINUTES);
      const { erasedPhones } = JSON.parse(walked.at(-1)?.output ?? '') as { erasedPhones: { effect: string }[] };
      assert.ok(erasedPhones.some(({ effect }) => effect === 'wholeDevice'));
      console.log(`      ${String(Math.round((Date.now() - begun) / 1000))} s from the clone to the wiped phone`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
