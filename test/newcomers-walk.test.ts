import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandsIn, walk, type WalkedCommand } from './support/newcomers-walk';

const ROOT = join(__dirname, '..');
const PROGRAM = join(ROOT, 'dist/cli/main.js');

describe('The walk from a clone to a wiped phone', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'eas-walk-'));
  let walked: readonly WalkedCommand[];

  before(async function () {
    // `npm test` builds first; mocha alone does not. The commands are those of a POSIX shell.
    const hasTools =
      process.platform !== 'win32' && ['bash', 'curl'].every((name) => spawnSync(name, ['--version']).status === 0);
    if (!existsSync(PROGRAM) || !hasTools) this.skip();
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    assert.equal(scripts['cli'], 'npm run --silent build && node dist/cli/main.js');
    const commands = commandsIn(join(ROOT, 'docs/getting-started.md'));
    assert.deepEqual(commands[0], 'npm ci');
    // Installed and built it is: what is left of `npm run cli` is the program. The soak does all of it, in a real clone.
    walked = await walk(
      commands.slice(1).map((command) => command.replace('npm run -s cli --', `"${process.execPath}" "${PROGRAM}"`)),
      folder,
      100_000,
    );
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const outputOf = (pattern: RegExp, nth = 0): string =>
    walked.filter(({ command }) => pattern.test(command))[nth]?.output ?? '';

  it('finds everything in order with the doctor, as it says', () => {
    assert.match(outputOf(/ doctor /), /Everything is in order\. Nothing was changed\./);
  });

  it('reads 50 partnerships and makes a page of them', () => {
    assert.match(outputOf(/ run EASConnectorManage /), /\b50 partnerships\b/);
    assert.match(readFileSync(join(folder, 'inventory.html'), 'utf8'), /^<!doctype html>/i);
  });

  it('plans what erases a whole phone first, orders it, and sees it acknowledged a day later', () => {
    assert.match(outputOf(/ plan /), /ERASES THE WHOLE PHONE: 1\n\s+lab-wipe-1 /);
    assert.match(outputOf(/ run EASConnectorSecurity /), /lab-wipe-1 +wipe +pending/);
    assert.match(
      outputOf(/ run EASConnectorSecurity /, 1),
      /lab-wipe-1 +wipe +succeeded +The device acknowledged the wipe/,
    );
    assert.match(outputOf(/ journal /), /lab-wipe-1/);
  });

  it('ends with a wiped phone', () => {
    const { erasedPhones } = JSON.parse(outputOf(/\/lab\/state"$/)) as {
      erasedPhones: { effect: string; count: number }[];
    };
    assert.equal(erasedPhones.filter(({ effect, count }) => effect === 'wholeDevice' && count === 1).length, 1);
  });
});
