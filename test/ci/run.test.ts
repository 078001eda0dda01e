import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { eventually } from '../support/eventually';

const SCRIPT = join(__dirname, '../../.ci/run');

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly lastLine: string;
}

/** The script with programs that stand in for npm and for those of the system. */
class CiRun {
  readonly folder = mkdtempSync(join(tmpdir(), 'eas-ci-'));
  readonly leftover = join(this.folder, 'leftover');
  private child: ChildProcess | undefined;

  /** @param dpkg whether the system's packages are there */
  constructor(dpkg: 'has everything' | 'has nothing' = 'has everything') {
    symlinkSync(join(__dirname, 'fixtures/npm'), join(this.folder, 'npm'));
    const program = (name: string, code: number): void => {
      writeFileSync(join(this.folder, name), `#!/bin/sh\nexit ${code}\n`, { mode: 0o755 });
    };
    program('dpkg', dpkg === 'has everything' ? 0 : 1);
    program('dotnet', 0);
    for (const name of ['apt-get', 'sudo']) program(name, 100);
  }

  async end(environment: Readonly<Record<string, string>> = {}, onStart?: () => Promise<void>): Promise<Ended> {
    const child = spawn('bash', [SCRIPT], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        EAS_CI_SECONDS: '60',
        EAS_TEST_COUNTS: '', // those of the run that this test belongs to
        FAKE_LEFTOVER: this.leftover,
        ...environment,
        PATH: [this.folder, process.env['PATH']].join(delimiter),
      },
    });
    this.child = child;
    const [output, [code]] = await Promise.all([
      text(child.stdout),
      once(child, 'exit') as Promise<[number | null]>,
      onStart?.(),
    ]);
    return { code, output, lastLine: output.trimEnd().split('\n').at(-1) ?? '' };
  }

  signal(): void {
    this.child?.kill('SIGTERM');
  }

  /** What a command left running, out of reach of whoever ends the command. */
  isLeftoverAlive(): boolean {
    try {
      // What has ended and was not waited for has no command line.
      return readFileSync(`/proc/${readFileSync(this.leftover, 'utf8').trim()}/cmdline`, 'utf8') !== '';
    } catch {
      return false;
    }
  }

  dispose(): void {
    this.child?.kill('SIGKILL');
    rmSync(this.folder, { recursive: true });
  }
}

describe('.ci/run', function () {
  if (process.platform !== 'linux') return;
  this.timeout(30_000);
  let run: CiRun;
  afterEach(() => {
    run.dispose();
  });

  it('counts the tests and its own steps, and ends with 0 where nothing failed', async () => {
    run = new CiRun();
    const { code, output, lastLine } = await run.end();
    assert.equal(lastLine, '27 passed, 0 failed', output);
    assert.match(output, /^2 skipped$/m);
    assert.equal(code, 0);
    assert.equal(output.match(/^npm test$/gm), null, 'the check has run the tests already');
  });

  it('ends with 1 where a test failed, and says at the end which, and why', async () => {
    run = new CiRun();
    const { code, output, lastLine } = await run.end({ FAKE_run_check: 'failingTest' });
    const said = output.slice(output.lastIndexOf('What failed:'));
    assert.match(said, /^What failed:\nA phone is wiped once\n {2}2 !== 1\nnpm run check\n\n2 skipped\n/);
    assert.equal(lastLine, '25 passed, 2 failed');
    assert.equal(code, 1);
  });

  it('runs the tests, too, where the check ends before them', async () => {
    run = new CiRun();
    const { code, output, lastLine } = await run.end({ FAKE_run_check: 'fails' });
    assert.match(output, /FAILED: npm run check[^]*^npm test$/m);
    assert.equal(lastLine, '27 passed, 1 failed');
    assert.equal(code, 1);
  });

  it('ends a command that hangs, with all that it started, and runs the others', async () => {
    run = new CiRun();
    const { code, output, lastLine } = await run.end({ EAS_CI_COMMAND_SECONDS: '1', FAKE_run_check: 'hangs' });
    assert.match(output, /did not end in time[^]*FAILED: npm run check[^]*ok: npm run test:browser/);
    assert.equal(lastLine, '21 passed, 1 failed', output);
    assert.equal(code, 1);
    assert.equal(run.isLeftoverAlive(), false);
  });

  it('begins nothing when its time is over', async () => {
    run = new CiRun();
    const hanging = { FAKE_ci: 'hangs', FAKE_run_check: 'hangs' };
    const { code, output, lastLine } = await run.end({ EAS_CI_SECONDS: '1', ...hanging });
    assert.match(output, /no time is left for: npm run test:browser/);
    assert.match(lastLine, /^\d+ passed, [1-9] failed$/);
    assert.equal(code, 1);
  });

  it('ended by a signal it counts what there was', async () => {
    run = new CiRun();
    const { code, lastLine } = await run.end({ FAKE_run_check: 'hangs' }, async () => {
      await eventually(() => existsSync(run.leftover) && run.isLeftoverAlive(), 'a command hangs');
      run.signal();
    });
    assert.match(lastLine, /^\d+ passed, 1 failed$/);
    assert.equal(code, 1);
    assert.equal(run.isLeftoverAlive(), false);
  });

  it('says which packages cannot be installed, and runs what can be run', async () => {
    run = new CiRun('has nothing');
    const { code, output, lastLine } = await run.end();
    assert.match(output, /FAILED: system packages[^]*skipped: no KDC[^]*ok: npm run check/);
    assert.equal(lastLine, '26 passed, 1 failed', output);
    assert.equal(code, 1);
  });

  it('needs no folder for temporary files but the usual one', async () => {
    run = new CiRun();
    assert.equal((await run.end({ TMPDIR: '/nonexistent' })).code, 0);
  });

  it('needs no home that can be written to, and leaves npm the settings that are there', async () => {
    run = new CiRun();
    const { code, output } = await run.end({ HOME: '/nonexistent', NPM_CONFIG_USERCONFIG: '' });
    assert.equal(code, 0);
    assert.match(output, /^settings in \/nonexistent\/\.npmrc$/m);
  });
});
