import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { Command, type Option } from 'commander';
import { decodeManageSettings, decodeSecuritySettings, settingsFromJson, type TaskName } from '../protocol';

const ROOT = join(__dirname, '..');
const SUBCOMMANDS = [
  'run',
  'serve',
  'plan',
  'decode',
  'journal',
  'doctor',
  'report',
  'support-bundle',
  'lab',
  'devhost',
];

/** All pages of the repository that people read. */
function pages(): string[] {
  const docs = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.md'),
  );
  const others = ['README.md', 'CHANGELOG.md', 'psrp/README.md'].filter((name) => existsSync(join(ROOT, name)));
  return [...others, ...docs.map((name) => `docs/${name.replaceAll('\\', '/')}`)].sort();
}

const textOf = (page: string): string => readFileSync(join(ROOT, page), 'utf8');

/** A page without its code, in which brackets are no links. */
function prose(page: string): string {
  return textOf(page)
    .replace(/^( *)```[\s\S]*?^\1```/gm, '')
    .replace(/`[^`\n]*`/g, '');
}

/** The anchors that GitHub gives a page's headings. */
function anchors(page: string): Set<string> {
  const found = new Set<string>();
  for (const [, heading = ''] of textOf(page).matchAll(/^#{1,6} (.+)$/gm)) {
    const words = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const anchor = words.replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-');
    found.add(found.has(anchor) ? `${anchor}-1` : anchor);
  }
  return found;
}

interface Link {
  readonly page: string;
  readonly target: string;
}

function links(page: string): Link[] {
  return [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => ({ page, target }));
}

/** Code blocks and code in sentences: what people may copy. */
function code(page: string): string[] {
  const text = textOf(page);
  const fenced = [...text.matchAll(/^( *)```(?:sh|text|)\n([\s\S]*?)^\1```/gm)].map(([, , body = '']) => body);
  const indented = [...text.matchAll(/^(?: {4}).+$/gm)].map(([line]) => line);
  const inline = [...text.matchAll(/`([^`\n]+)`/g)].map(([, body = '']) => body);
  return [...fenced, ...indented, ...inline].flatMap((block) => block.split('\n'));
}

describe('The documentation', () => {
  it('has no link to a file or heading that is not there', () => {
    const broken: string[] = [];
    for (const { page, target } of pages().flatMap(links)) {
      if (/^(https?|mailto):/.test(target)) continue;
      const [path = '', anchor] = target.split('#');
      const file =
        path === ''
          ? page
          : relative(ROOT, resolve(ROOT, dirname(page), decodeURIComponent(path))).replaceAll('\\', '/');
      if (!existsSync(join(ROOT, file))) broken.push(`${page}: ${target}`);
      else if (anchor !== undefined && !anchors(file).has(anchor)) broken.push(`${page}: ${target} (no such heading)`);
    }
    assert.deepEqual(broken, []);
  });

  it('can all be reached from the README', () => {
    const reached = new Set<string>();
    const visit = (page: string): void => {
      if (reached.has(page)) return;
      reached.add(page);
      for (const { target } of links(page)) {
        if (/^https?:/.test(target)) continue;
        const file = relative(ROOT, resolve(ROOT, dirname(page), target.split('#')[0] || page)).replaceAll('\\', '/');
        const isFolder = existsSync(join(ROOT, file)) && statSync(join(ROOT, file)).isDirectory();
        if (isFolder) for (const name of pages().filter((one) => one.startsWith(`${file}/`))) visit(name);
        else if (file.endsWith('.md') && existsSync(join(ROOT, file))) visit(file);
      }
    };
    visit('README.md');
    assert.deepEqual(
      pages().filter((page) => !reached.has(page) && page !== 'CHANGELOG.md'),
      [],
    );
  });

  it('names only commands and options that exist', function () {
    // It loads the whole command line, which takes its time when nothing else has loaded it before.
    this.timeout(90_000);
    const known = optionsOfCommands();
    const wrong: string[] = [];
    for (const page of pages()) {
      for (const line of code(page)) {
        for (const [, text = ''] of line.matchAll(/(?:eas-connector|npm run -s cli --|npm start --) ([^|&#]*)/g)) {
          // npm start is the dev host, with its options.
          const words = (line.includes('npm start --') ? `devhost ${text}` : text).trim().split(/\s+/);
          const command = words.find((word) => SUBCOMMANDS.includes(word));
          const options = words.filter((word) => /^--[a-z]/.test(word)).map((word) => word.replace(/[^a-z-].*$/, ''));
          if (command === undefined) {
            if (/^[a-z][a-z-]+$/.test(words[0] ?? '')) wrong.push(`${page}: ${line.trim()}`);
            continue;
          }
          for (const option of options) {
            if (!known.get(command)?.has(option)) wrong.push(`${page}: ${command} ${option}`);
          }
        }
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('has every option of every command, with its default, on the page of the command', function () {
    this.timeout(90_000);
    const cli = textOf('docs/cli.md');
    const section = (name: string): string =>
      new RegExp(`^## \`${name}\`$[\\s\\S]*?(?=^## )`, 'm').exec(cli)?.[0] ?? '';
    const pages: Readonly<Record<string, string>> = {
      report: textOf('docs/reports.md'),
      lab: textOf('docs/lab.md'),
      devhost: textOf('docs/devhost.md'),
    };
    const missing = [...commandsByName()].flatMap(([name, program]) => {
      const page = pages[name] ?? section(name);
      return optionsBelow(program).flatMap(({ long, defaultValue }) => {
        const lines = page.split('\n').filter((line) => line.includes(String(long)));
        const hasDefault = typeof defaultValue === 'string' || typeof defaultValue === 'number';
        const isSaid =
          !hasDefault || page.includes('are as of `run`') || lines.some((line) => line.includes(String(defaultValue)));
        return lines.length > 0 && isSaid ? [] : [`${name} ${String(long)}`];
      });
    });
    assert.deepEqual(missing, []);
  });

  it('says how long the examples of hosts are', () => {
    const page = textOf('docs/hosts/README.md');
    const told = [...page.matchAll(/\]\(([\w/.]+)\), (\d+) lines/g)].map(([, target = '', lines]) => [
      target,
      Number(lines),
    ]);
    const files: Readonly<Record<string, string>> = {
      'node/host.cjs': 'node/host.cjs',
      'csharp/README.md': 'csharp/Program.cs',
    };
    assert.deepEqual(
      told,
      Object.entries(files).map(([target, file]) => [
        target,
        textOf(`docs/hosts/${file}`).trimEnd().split('\n').length,
      ]),
    );
  });

  it('has the defaults of settings that the connector has', () => {
    const json = JSON.stringify({
      contractVersion: '1.0',
      host: { enabled: true },
      connection: { id: 'c', remotePowerShell: { urls: ['https://ex01.contoso.com/PowerShell/'] } },
    });
    const settings = {
      ...decodeManageSettings(settingsFromJson('EASConnectorManage', json).bytes!).settings!,
      ...decodeSecuritySettings(settingsFromJson('EASConnectorSecurity', json).bytes!).settings!,
    };
    const manage = decodeManageSettings(settingsFromJson('EASConnectorManage', json).bytes!).settings!;
    const { limits, logging, safety, host, connection } = settings;
    const hours = (ms: number): string => `${String(ms / 3_600_000)} hours`;
    const told: Readonly<Record<string, string>> = {
      manageInterval: host.manageIntervalMs === 86_400_000 ? 'a day' : '?',
      securityInterval: host.securityIntervalMs === 300_000 ? 'five minutes' : '?',
      runTimeout: `${hours(manage.limits.runTimeoutMs)} for EASConnectorManage and ${String(limits.runTimeoutMs / 60_000)} minutes`,
      commandTimeout: `${String(limits.commandTimeoutMs / 60_000)} minutes`,
      maxConcurrentCommands: `${String(manage.limits.maxConcurrentCommands)} for EASConnectorManage and ${String(limits.maxConcurrentCommands)} for`,
      maxThrottleWait: `${String(limits.maxThrottleWaitMs / 60_000)} minutes`,
      maxUnacknowledgedResults: String(limits.maxUnacknowledgedResults),
      partnershipsPerResult: String(limits.partnershipsPerResult),
      maxFileMib: String(logging.maxFileBytes / 1_048_576),
      maxFiles: String(logging.maxFiles),
      statisticsMaxAge: hours(manage.inventory.statisticsMaxAgeMs),
      fullEveryRuns: String(manage.inventory.fullEveryRuns),
      vanishedGrace: hours(manage.inventory.vanishedGraceMs),
      maxDestructivePerRun: String(safety.maxDestructivePerRun),
      maxDestructivePerDay: String(safety.maxDestructivePerDay),
      retryFor: hours(safety.retryForMs),
      blockWaitsForWipe: hours(safety.blockWaitsForWipeMs),
      unacknowledgedWipeAfter: hours(safety.unacknowledgedWipeAfterMs),
      silentAfter: `${String(safety.silentAfterMs / 86_400_000)} days`,
      startTimeout: `${String(connection.powerShell.startTimeoutMs / 1000)} s`,
      connectTimeout: `${String(connection.network.connectTimeoutMs / 1000)} s`,
    };
    const page = textOf('docs/settings.md');
    for (const [name, value] of Object.entries(told)) {
      const line = page.split('\n').find((one) => one.startsWith(`| \`${name}\``)) ?? '';
      assert.match(line, new RegExp(`(The default is|is the default[,:]) ${value.replaceAll('.', '\\.')}\\b`), name);
    }
  });

  it('names only npm scripts that exist', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
    const named = pages().flatMap((page) =>
      code(page).flatMap((line) =>
        [...line.matchAll(/npm run (?:-s |--silent )?([a-z][a-z:-]*)/g)].map(([, script = '']) => `${page}: ${script}`),
      ),
    );
    assert.deepEqual(
      named.filter((one) => !Object.hasOwn(scripts, one.split(': ')[1] ?? '')),
      [],
    );
  });

  it('has settings in its guide for administrators that are good as they stand', () => {
    const blocks = [...textOf('docs/administrators-guide.md').matchAll(/^( *)```json\n([\s\S]*?)^\1```/gm)].map(
      ([, , body = '']) => body,
    );
    const whole = blocks.filter((block) => block.trimStart().startsWith('{'));
    assert.ok(whole.length >= 5);
    for (const block of whole.filter((one) => /"(exchangeOnline|remotePowerShell|managementTools)"/.test(one))) {
      for (const task of ['EASConnectorManage', 'EASConnectorSecurity'] as const satisfies readonly TaskName[]) {
        assert.deepEqual(settingsFromJson(task, block).problems, [], block);
      }
    }
  });

  it('explains only problem codes that exist', () => {
    const codes = new Set(
      [...textOf('docs/problem-codes.md').matchAll(/^\| `([\w.]+)`/gm)].map(([, name = '']) => name),
    );
    const explained = [...textOf('docs/troubleshooting.md').matchAll(/\| `([a-z]+\.[\w.]+)` +\|$/gm)].map(
      ([, name = '']) => name,
    );
    assert.ok(explained.length > 30);
    assert.deepEqual(
      explained.filter((name) => !codes.has(name)),
      [],
    );
  });
});

/** Each command, as the command line itself has it. */
function commandsByName(): ReadonlyMap<string, Command> {
  const load = createRequire(__filename);
  return new Map(
    SUBCOMMANDS.map((name) => {
      const program = new Command();
      (load(`../cli/${name}`) as { register(program: Command): void }).register(program);
      return [name, program];
    }),
  );
}

/** The options of a command and of its own subcommands. */
function optionsBelow(command: Command): Option[] {
  return [...command.options, ...command.commands.flatMap(optionsBelow)];
}

function optionsOfCommands(): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    [...commandsByName()].map(([name, program]) => [
      name,
      new Set(['--help', ...optionsBelow(program).flatMap(({ long }) => long ?? [])]),
    ]),
  );
}
