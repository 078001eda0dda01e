import assert from 'node:assert/strict';
import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { unzipSync } from 'fflate';
import { ProcessRunner, readManifest } from '../devhost';
import { manifestTask } from '../devhost/manifest';
import { startLab, type Lab } from '../lab';
import { messageToJson, settingsFromJson, TASK_NAMES, type TaskName } from '../protocol';

type Json = Record<string, unknown>;

const ROOT = join(__dirname, '..');
const RESULTS = { EASConnectorManage: 'ManageResult', EASConnectorSecurity: 'SecurityResult' } as const;

/** A program of a client in Node: loads the plugin, runs a task, says what came of it and what it has loaded. */
const CLIENT = `
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const [folder, task, settings, data] = process.argv.slice(2);
const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
const plugin = require(join(folder, manifest.main));
const results = [];
plugin[task](readFileSync(settings), {
  dataDir: join(data, 'state'), logDir: join(data, task), runId: 'r', signal: new AbortController().signal,
  emit: async (result) => { results.push(Buffer.from(result).toString('base64')); },
  progress() {}, log() {},
}).then((completed) => {
  const loaded = Object.keys(require.cache).filter((path) => path !== __filename);
  process.stdout.write(JSON.stringify({ completed, results, loaded }));
});
`;

/** Links of the pages in a package, of our own and not of packages in it, that lead to nothing in it. */
function deadLinks(names: readonly string[], textOf: (name: string) => string): string[] {
  const pages = names.filter((name) => /^(docs\/.*|psrp\/.*|[A-Z]+)\.md$/.test(name));
  assert.ok(pages.length > 25, String(pages.length));
  return pages.flatMap((page) =>
    [...textOf(page).matchAll(/\]\(([^)\s#]+)[^)\s]*\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !/^(https?|mailto):/.test(target))
      .map((target) => posix.join(posix.dirname(page), target).replace(/\/$/, ''))
      .filter((target) => !names.some((name) => name === target || name.startsWith(`${target}/`)))
      .map((target) => `${page}: ${target}`),
  );
}

describe('The archive for clients', function () {
  this.timeout(120_000);
  // A name with a space: plugin folders have them.
  const scratch = mkdtempSync(join(tmpdir(), 'eas package '));
  const plugins = join(scratch, 'plugins');
  const plugin = join(plugins, 'eas-connector');
  let lab: Lab | undefined;
  let archive: string;

  const pack = (out: string): string => {
    execFileSync(process.execPath, ['scripts/package.mjs', '--out', out], { cwd: ROOT });
    return join(out, String(readdirSync(out).find((name) => name.endsWith('.zip'))));
  };

  before(async function () {
    // `npm test` builds first; mocha alone does not.
    if (!existsSync(join(ROOT, 'dist/cli/main.js'))) this.skip();
    archive = pack(join(scratch, 'first'));
    for (const [name, bytes] of Object.entries(unzipSync(readFileSync(archive)))) {
      mkdirSync(dirname(join(plugins, name)), { recursive: true });
      writeFileSync(join(plugins, name), bytes);
    }
    chmodSync(join(plugin, 'dist/cli/main.js'), 0o755);
    lab = await startLab({ devices: 25, seed: 7, version: 'Online', dataDir: join(scratch, 'lab') });
  });
  after(async () => {
    await lab?.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  /** Runs a Node program in the scratch folder, without what would lead it to other packages. */
  function run(args: readonly string[]): Promise<{ stdout: string; stderr: string; status: number }> {
    const env = { ...process.env, NODE_PATH: '', NODE_OPTIONS: '' };
    const options = { cwd: scratch, env, timeout: 60_000, maxBuffer: 64 * 1024 * 1024 };
    return new Promise((resolve) => {
      const child = execFile(process.execPath, args, options, (_, stdout, stderr) => {
        resolve({ stdout, stderr, status: child.exitCode ?? -1 });
      });
    });
  }

  /** The lab's settings of a task as a message, for a connection of their own so that each binding has its own state. */
  function settings(task: TaskName, id: string): Uint8Array {
    const files = lab!.description.settings!;
    const json = JSON.parse(
      readFileSync(task === 'EASConnectorManage' ? files.manage : files.security, 'utf8'),
    ) as Json;
    const connection = { ...(json['connection'] as Json), id };
    return settingsFromJson(task, JSON.stringify({ ...json, connection })).bytes!;
  }

  /** The last result's summary says that everything was done. */
  function assertDone(task: TaskName, outcome: string, results: readonly Uint8Array[]): void {
    assert.equal(outcome, 'succeeded');
    const last = messageToJson(RESULTS[task], results.at(-1)!) as { summary?: Json };
    assert.ok(last.summary);
    if (task === 'EASConnectorManage') {
      const all = results.map((bytes) => messageToJson(RESULTS[task], bytes) as { partnerships?: unknown[] });
      assert.equal(all.flatMap(({ partnerships = [] }) => partnerships).length, 25);
    }
  }

  it('has the same bytes whenever it is made, and its checksum beside it', () => {
    const [first, second] = [readFileSync(archive), readFileSync(pack(join(scratch, 'second')))];
    const digest = createHash('sha256').update(first).digest('hex');
    assert.equal(createHash('sha256').update(second).digest('hex'), digest);
    const line = readFileSync(`${archive}.sha256`, 'utf8');
    assert.match(line, new RegExp(`^${digest}  eas-connector-[\\w.+-]+\\.zip\n$`));
  });

  it('has code, packages, manifest, contract and licences, and nothing of development', () => {
    const names = Object.keys(unzipSync(readFileSync(archive))).map((name) => name.replace(/^eas-connector\//, ''));
    for (const name of [
      'manifest.json',
      'manifest.schema.json',
      'package.json',
      'LICENSE',
      'README.md',
      'protocol/easconnector/v1/settings.proto',
      'dist/tasks/index.js',
      'dist/cli/main.js',
      'dist/cli/doctor.js',
      'node_modules/protobufjs/package.json',
      'node_modules/protobufjs/LICENSE',
    ]) {
      assert.ok(names.includes(name), name);
    }
    const foreign =
      /^dist\/(lab|devhost|test|bench)\/|^dist\/cli\/(lab|devhost|organization)\.js|\.map$|^node_modules\/(typescript|mocha|edge-js|kerberos)\//;
    assert.deepEqual(
      names.filter((name) => foreign.test(name)),
      [],
    );
    assert.ok(names.some((name) => name.startsWith(`node_modules/@lmdb/lmdb-${process.platform}-${process.arch}/`)));
  });

  it('has every page and example that its own pages lead to', () => {
    const names = Object.keys(unzipSync(readFileSync(archive))).map((name) => name.replace(/^eas-connector\//, ''));
    assert.deepEqual(
      deadLinks(names, (name) => readFileSync(join(plugin, name), 'utf8')),
      [],
    );
  });

  it('names every package that is inside, with its licence', () => {
    const notices = readFileSync(join(plugin, 'THIRD-PARTY-NOTICES.md'), 'utf8');
    const inside = readdirSync(plugin, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => /node_modules\/(@[^/]+\/)?[^/@]+\/package\.json$/.test(name));
    assert.ok(inside.length > 50);
    for (const name of inside) {
      const { name: own, version } = JSON.parse(readFileSync(join(plugin, name), 'utf8')) as {
        name: string;
        version: string;
      };
      assert.ok(notices.includes(`## ${own} ${version}\n`), `${own} ${version}`);
    }
    // Every section has a text that somebody could rely on, with who grants it.
    const sections = notices.split(/^## /m).slice(1);
    for (const section of sections) {
      assert.match(section, /^\S+ \S+\n\nLicence: [^\n]+\n\n```text\n[\s\S]{300,}\n```/, section.slice(0, 80));
      assert.match(section, /copyright|unlicense/i, section.slice(0, 80));
    }
    // The native library of LMDB has others' code in it.
    assert.match(notices, /The OpenLDAP Public License/);
    assert.match(notices, /## protobufjs \S+\n\nLicence: BSD-3-Clause\n\n```text\n[\s\S]{200}/);
  });

  for (const task of TASK_NAMES) {
    it(`runs ${task} in a client's own process, from a folder of its own, with no repository in reach`, async () => {
      const client = join(scratch, 'client.cjs');
      writeFileSync(client, CLIENT);
      const file = join(scratch, 'settings.bin');
      writeFileSync(file, settings(task, 'in-process'));
      const { stdout, stderr, status } = await run([client, plugin, task, file, join(scratch, 'data')]);
      assert.equal(status, 0, stderr);
      const ran = JSON.parse(stdout) as { completed: { outcome: string }; results: string[]; loaded: string[] };
      assertDone(
        task,
        ran.completed.outcome,
        ran.results.map((text) => Buffer.from(text, 'base64')),
      );
      assert.deepEqual(
        ran.loaded.filter((path) => !path.startsWith(plugin)),
        [],
      );
    });

    it(`runs ${task} in a process of its own, as a host in any language does`, async () => {
      const manifest = readManifest(join(plugin, 'manifest.json'), join(plugin, 'manifest.schema.json'));
      const results: Uint8Array[] = [];
      const { outcome, problems } = await new ProcessRunner(manifest).run(
        {
          task: manifestTask(manifest, task),
          runId: 'r',
          settings: settings(task, 'process'),
          dataDir: join(scratch, 'process', 'state'),
          logDir: join(scratch, 'process', task),
        },
        {
          store: (bytes) => {
            results.push(bytes);
            return Promise.resolve();
          },
          progress: () => undefined,
          log: () => undefined,
        },
        new AbortController().signal,
      );
      assert.deepEqual(
        problems.filter(({ severity }) => severity === 'error'),
        [],
      );
      assertDone(task, outcome, results);
    });
  }

  it('has its command, which says what it was made without', async () => {
    const command = (...args: string[]) => run([join(plugin, 'dist/cli/main.js'), ...args]);
    assert.match((await command('--version')).stdout, /^\d+\.\d+\.\d+\n$/);
    const missing = await command('lab');
    assert.equal(missing.status, 69);
    assert.match(missing.stderr, /The command lab is not part of this installation/);
    const doctor = await command('doctor', '--settings', lab!.description.settings!.manage, '--json');
    const { steps } = JSON.parse(doctor.stdout) as { steps: { id: string; verdict: string }[] };
    assert.equal(steps.find(({ id }) => id === 'session.organization')?.verdict, 'ok');
  });
});

describe('npm pack', function () {
  this.timeout(120_000);

  before(function () {
    if (!existsSync(join(ROOT, 'dist/cli/main.js'))) this.skip();
  });

  it('has what main, types, bin and exports name, and nothing of development', () => {
    const npm = process.env['npm_execpath'];
    const [program, first] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
    const args = [...first, 'pack', '--dry-run', '--json', '--ignore-scripts'];
    const answer = JSON.parse(
      execFileSync(program, args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    ) as { files: { path: string }[] }[] | Record<string, { files: { path: string }[] }>;
    const [packed] = Object.values(answer);
    const paths = (packed?.files ?? []).map(({ path }) => path);
    const { main, types, bin, exports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      main: string;
      types: string;
      bin: Record<string, string>;
      exports: Record<string, string | Record<string, string>>;
    };
    const targets = Object.values(exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target),
    );
    const named = [main, types, ...Object.values(bin), ...targets.filter((target) => !target.includes('*'))];
    for (const path of named) assert.ok(paths.includes(path.replace(/^\.\//, '')), path);
    assert.ok(paths.includes('protocol/easconnector/v1/settings.proto'));
    assert.deepEqual(
      deadLinks(paths, (name) => readFileSync(join(ROOT, name), 'utf8')),
      [],
    );
    const foreign =
      /^(test|bench|lab|devhost|scripts)\/|^dist\/(test|bench|lab|devhost)\/|\.map$|tsbuildinfo$|\.ts$(?<!\.d\.ts)/;
    assert.deepEqual(
      paths.filter((path) => foreign.test(path)),
      [],
    );
  });

  it('has types that a strict TypeScript host compiles against', () => {
    const folder = mkdtempSync(join(tmpdir(), 'eas-consumer-'));
    const modules = join(folder, 'node_modules');
    mkdirSync(join(modules, 'eas-connector'), { recursive: true });
    // Only what the package has: compiled code and package.json, with its dependencies beside it.
    writeFileSync(
      join(folder, 'host.ts'),
      `import { EASConnectorManage, EASConnectorSecurity, type Host, type Completed } from 'eas-connector';
import { settingsFromJson, messageToJson } from 'eas-connector/protocol';
const host: Host = {
  dataDir: 'd', logDir: 'l', runId: 'r', signal: new AbortController().signal,
  emit: async (result: Uint8Array) => { console.log(messageToJson('ManageResult', result)); },
  progress: ({ phase, done, total }) => { console.log(phase, done, total); },
  log: ({ level, message }) => { console.log(level, message); },
};
const { bytes, problems } = settingsFromJson('EASConnectorManage', '{}');
const completed: Promise<Completed> = EASConnectorManage(bytes ?? new Uint8Array(), host);
void completed.then(({ outcome }) => { if (outcome === 'succeeded') console.log(problems.length); });
// @ts-expect-error a host has to take results
void EASConnectorSecurity(new Uint8Array(), { ...host, emit: undefined });
`,
    );
    const options = {
      strict: true,
      noEmit: true,
      target: 'es2022',
      module: 'node16',
      skipLibCheck: false,
      types: ['node'],
    };
    const paths = {
      'eas-connector': [join(ROOT, 'dist/tasks/index.d.ts')],
      'eas-connector/protocol': [join(ROOT, 'dist/protocol/index.d.ts')],
    };
    const typeRoots = [join(ROOT, 'node_modules/@types')];
    const config = { compilerOptions: { ...options, paths, typeRoots }, files: ['host.ts'] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    const compiled = spawnSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', folder], {
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true });
    assert.equal(compiled.stdout, '');
    assert.equal(compiled.status, 0);
  });
});
