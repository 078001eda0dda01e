import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import type { ExchangeVersion } from '../../plugin/exchange/exchange-version';
import type { CmdletReference } from '../reference/reference';
import { cmdletFunctions } from './cmdlet-functions';

/** What the scripts in a lab's folder need to know. */
export interface InstallOptions {
  /** The lab's folder. */
  readonly folder: string;
  readonly version: ExchangeVersion;
  /** The cmdlets that there are. */
  readonly names: readonly string[];
  readonly reference: CmdletReference;
  /** Where the endpoint is, and its token. */
  readonly url: string;
  readonly token: string;
  /** The full names of the servers; empty for Exchange Online. */
  readonly servers: readonly string[];
  readonly tenant: string;
  /** The environment in which the lab runs. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The files with which a PowerShell reaches the lab. */
export interface InstalledScripts {
  readonly module: string;
  readonly hostModule: string;
  readonly remoteExchange: string;
  readonly onlineModule: string;
  /** A PowerShell 7 that has the host module loaded in server mode; absent if the lab found none to start. */
  readonly executable?: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Of the module that the lab stands in for; there is none of July 2026 or later with a lower number. */
const ONLINE_MODULE_VERSION = '3.11.0';

/** Writes the scripts into the lab's folder. They are made anew at every start, for the version and the address. */
export function installScripts(options: InstallOptions): InstalledScripts {
  const folder = join(options.folder, 'powershell');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const source = join(__dirname, 'scripts');
  for (const file of readdirSync(source)) copyFileSync(join(source, file), join(folder, file));
  const write = (name: string, text: string, mode = 0o600): string => {
    const path = join(folder, name);
    writeFileSync(path, text, { mode });
    return path;
  };
  const powershell = findPowerShell(options.environment);
  const { names, reference, version } = options;
  write('Cmdlets.ps1', cmdletFunctions(names, reference, version));
  const manifest = (name: string, number: string, functions: readonly string[]): string =>
    write(`${name}.psd1`, manifestText(`${name}.psm1`, number, functions));
  const installed = {
    module: manifest('ExchangeLab', '1.0.0', names),
    hostModule: manifest('LabHost', '1.0.0', ['New-PSSession', 'New-PSSessionOption', 'Get-PSSnapin', 'Add-PSSnapin']),
    remoteExchange: join(folder, 'RemoteExchange.ps1'),
    onlineModule: writeOnlineModule(folder, names),
  };
  const programs = powershell === undefined ? undefined : writePrograms(folder, powershell, installed, names);
  const { url, token, servers, tenant } = options;
  const sshFolder = programs?.sshFolder ?? '';
  write('endpoint.json', JSON.stringify({ url, token, version, servers, tenant, sshFolder, cmdlets: names }));
  const before = (first: string, name: string): string =>
    [first, options.environment[name] ?? []].flat().join(delimiter);
  const modules = { PSModulePath: before(join(folder, 'modules'), 'PSModulePath') };
  if (programs === undefined) return { ...installed, environment: modules };
  const environment = { ...modules, PATH: before(programs.binFolder, 'PATH') };
  return { ...installed, executable: join(programs.binFolder, 'pwsh'), environment };
}

/** The manifest stands in a folder of its name, so that PowerShell finds the module by its name too. */
function writeOnlineModule(folder: string, names: readonly string[]): string {
  const place = join(folder, 'modules', 'ExchangeOnlineManagement');
  mkdirSync(place, { recursive: true });
  const path = join(place, 'ExchangeOnlineManagement.psd1');
  const functions = ['Connect-ExchangeOnline', 'Disconnect-ExchangeOnline', 'Get-ConnectionInformation'];
  const own = names.filter((name) => name.startsWith('Get-EXO'));
  const root = '../../ExchangeOnlineManagement.psm1';
  writeFileSync(path, manifestText(root, ONLINE_MODULE_VERSION, [...functions, ...own]));
  return path;
}

/** The lab's own `ssh`, which starts a restricted shell, and its `pwsh`, which has New-PSSession for WSMan in it. */
function writePrograms(
  folder: string,
  powershell: string,
  modules: Pick<InstalledScripts, 'module' | 'hostModule'>,
  names: readonly string[],
): { readonly sshFolder: string; readonly binFolder: string } {
  const [sshFolder, binFolder] = [join(folder, 'ssh'), join(folder, 'bin')];
  const shell = join(folder, 'shell.pssc');
  const host = join(folder, 'host.pssc');
  // A name with a wildcard is only compared; for a plain one PowerShell would look through all modules that there are.
  const visible = names.map((name) => literal(`${name.slice(0, -1)}[${name.slice(-1)}]`)).join(', ');
  writeFileSync(
    shell,
    sessionText('RestrictedRemoteServer', 'NoLanguage', modules.module, `VisibleFunctions = @(${visible})`),
  );
  writeFileSync(host, sessionText('Default', 'FullLanguage', modules.hostModule, ''));
  const program = (path: string, lines: readonly string[]): void => {
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, ['#!/bin/sh', ...lines, ''].join('\n'), { mode: 0o700 });
  };
  // The last argument is the subsystem that New-PSSession asks for: the shell's ticket.
  program(join(sshFolder, 'ssh'), [
    'for ticket; do :; done',
    'export EAS_LAB_SHELL="$ticket"',
    `exec ${quoted(powershell)} -s -NoLogo -NoProfile -ConfigurationFile ${quoted(shell)}`,
  ]);
  program(join(binFolder, 'pwsh'), [
    'for argument; do case "$argument" in',
    `-s|-servermode|-ServerMode) exec ${quoted(powershell)} -ConfigurationFile ${quoted(host)} "$@";;`,
    'esac; done',
    `exec ${quoted(powershell)} "$@"`,
  ]);
  return { sshFolder, binFolder };
}

/** The PowerShell 7 of this computer: EAS_PWSH, or `pwsh` on the PATH. Not on Windows, where sessions are WinRM's. */
function findPowerShell(environment: InstallOptions['environment']): string | undefined {
  if (process.platform === 'win32') return undefined;
  const named = environment['EAS_PWSH'] ?? '';
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const places = named === '' ? folders.map((folder) => join(folder, 'pwsh')) : [resolve(named)];
  return places.find((place) => existsSync(place) && statSync(place).isFile());
}

function manifestText(rootModule: string, version: string, functions: readonly string[]): string {
  return [
    '@{',
    `    RootModule        = ${literal(rootModule)}`,
    `    ModuleVersion     = '${version}'`,
    "    PowerShellVersion = '5.1'",
    "    Description       = 'Part of the lab of the EAS connector: talks to a simulated Exchange organization.'",
    `    FunctionsToExport = @(${functions.map(literal).join(', ')})`,
    '    CmdletsToExport   = @()',
    '    AliasesToExport   = @()',
    '}',
    '',
  ].join('\n');
}

function sessionText(type: string, language: string, module: string, more: string): string {
  return [
    '@{',
    "    SchemaVersion   = '2.0.0.0'",
    "    GUID            = '5c8a5f3e-7d0b-4a8e-9f55-5b1f6f0c1d27'",
    `    SessionType     = '${type}'`,
    `    LanguageMode    = '${language}'`,
    `    ModulesToImport = ${literal(module)}`,
    `    ${more}`,
    '}',
    '',
  ].join('\n');
}

/** A text in single quotes, as PowerShell reads it. */
function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A text in single quotes, as a POSIX shell reads it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
