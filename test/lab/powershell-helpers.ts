import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Lab, startLab } from '../../lab';
import type { LabOptions } from '../../lab/lab';
import { describeWithPowerShell, realPowerShell } from '../support/real-power-shell';
import { START } from './lab-helpers';
import { labJournal } from '../support/lab-journal';

export { describeWithPowerShell, realPowerShell };

/** A line of the journal. */
export interface JournalLine {
  readonly front: string;
  readonly user: string;
  readonly cmdlet: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly result?: { readonly objects: number; readonly hasMore: boolean };
  readonly error?: { readonly className: string; readonly message: string };
  readonly fault?: string;
}

/** An error, as the scripts of the tests describe it. */
export interface ErrorFacts {
  readonly id: string;
  readonly type: string;
  readonly category: string;
  readonly message: string;
  readonly target: string;
}

const PRELUDE = `
$ProgressPreference = 'SilentlyContinue'
$PSStyle.OutputRendering = 'PlainText'
$lab = Get-Content -Raw -LiteralPath $args[0] | ConvertFrom-Json
$powershell = $lab.powershell
function Describe($record) {
    @{ id = $record.FullyQualifiedErrorId; type = $record.Exception.GetType().FullName; message = [string] $record
        category = [string] $record.CategoryInfo.Category; target = [string] $record.TargetObject }
}
function Catch-Error([scriptblock] $script) { try { [void] (& $script) } catch { return Describe $_ }; return $null }
function Get-LabState { Invoke-RestMethod "$($lab.control.url)/lab/state" -Headers @{ Authorization = "Bearer $($lab.control.token)" } }
$result = . {
`;
const POSTLUDE = `
}
[Console]::Out.WriteLine('RESULT:' + (ConvertTo-Json -InputObject $result -Depth 8 -Compress -EscapeHandling EscapeNonAscii))
`;

/** A lab with a real PowerShell beside it. */
export class PowerShellBench {
  private constructor(
    readonly lab: Lab,
    private readonly folder: string,
    private readonly program: string,
  ) {}

  static async open(options: Partial<LabOptions> = {}): Promise<PowerShellBench> {
    const lab = await startLab({ devices: 40, seed: 7, version: 'SE', clock: { start: START }, ...options });
    const folder = mkdtempSync(join(tmpdir(), 'eas-powershell-'));
    writeFileSync(join(folder, 'lab.json'), JSON.stringify(lab.description));
    return new PowerShellBench(lab, folder, realPowerShell() ?? '');
  }

  /** Runs a script, in which $lab is the lab's description; gives what it puts out, by way of JSON. */
  async run<T>(script: string): Promise<T> {
    const file = join(this.folder, 'script.ps1');
    writeFileSync(file, `\ufeff${PRELUDE}${script}${POSTLUDE}`);
    const arguments_ = ['-NoLogo', '-NoProfile', '-NonInteractive', '-File', file, join(this.folder, 'lab.json')];
    const child = spawn(this.program, arguments_, { stdio: ['ignore', 'pipe', 'pipe'] });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (bytes: Buffer) => (stdout += bytes.toString('utf8')));
    child.stderr.on('data', (bytes: Buffer) => (stderr += bytes.toString('utf8')));
    await new Promise((resolve) => child.once('close', resolve));
    const line = stdout.split('\n').find((text) => text.startsWith('RESULT:'));
    if (line === undefined) throw new Error(`The script ended without a result.\n${stdout}\n${stderr}`);
    return JSON.parse(line.slice('RESULT:'.length)) as T;
  }

  /** Runs a script that uses the lab's cmdlets as a module. */
  async runModule<T>(script: string): Promise<T> {
    return this.run(`Import-Module $powershell.module -DisableNameChecking\n${script}`);
  }

  /** The journal's lines of some cmdlets; all, if none is named. */
  async journal(...cmdlets: string[]): Promise<JournalLine[]> {
    const entries = await labJournal<JournalLine>(this.lab);
    return entries.filter(({ cmdlet }) => cmdlets.length === 0 || cmdlets.includes(cmdlet));
  }

  async close(): Promise<void> {
    await this.lab.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Waits until there is something; fails after ten seconds. */
export async function eventually<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const found = await look();
    if (found !== undefined) return found;
    await delay(50);
  }
  throw new Error('It has not happened within ten seconds.');
}
