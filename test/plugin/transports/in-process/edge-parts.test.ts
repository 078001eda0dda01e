import assert from 'node:assert/strict';
import type { Connection } from '../../../../protocol';
import { findEdgeParts, type EdgeParts } from '../../../../plugin/transports/in-process/edge-parts';
import { findPowerShellHome } from '../../../../plugin/transports/in-process/powershell-home';
import type { Surroundings } from '../../../../plugin/transports/in-process/surroundings';

const connection = (edition: string, executable = ''): Connection =>
  ({
    target: { kind: 'exchangeOnline' },
    powerShell: { edition, executable, exchangeOnlineModule: '', startTimeoutMs: 1000 },
  }) as unknown as Connection;

const runtimeConfig = (version: string): string =>
  JSON.stringify({ runtimeOptions: { framework: { name: 'Microsoft.NETCore.App', version } } });

const FILES: Readonly<Record<string, string>> = {
  '/bin/pwsh': '',
  '/opt/ps/pwsh': '',
  '/opt/ps/System.Management.Automation.dll': '',
  '/opt/ps/pwsh.runtimeconfig.json': runtimeConfig('10.0.0'),
  '/built/native/115/edge_coreclr.node': '',
  '/built/core/EasConnector.InProcess.dll': '',
  '/built/edge-js/EdgeJs.dll': '',
  '/built/edge-js/EdgeJs.runtimeconfig.json': runtimeConfig('10.0.1'),
  '/bin/dotnet': '',
  '/usr/share/dotnet/dotnet': '',
};

const LINKS: Readonly<Record<string, string>> = {
  '/bin/pwsh': '/opt/ps/pwsh',
  '/bin/dotnet': '/usr/share/dotnet/dotnet',
};

/** A Linux computer that has everything, but for what is left out or changed. */
function computer(missing: readonly string[] = [], changes: Partial<Surroundings> = {}, files = FILES): Surroundings {
  const has = (path: string): boolean => path in files && !missing.includes(path);
  return {
    platform: 'linux',
    arch: 'x64',
    nodeVersion: '20.20.2',
    nodeAbi: '115',
    env: { PATH: '/usr/bin:/bin' },
    builtDir: '/built',
    edgePackageDir: '/node_modules/edge-js',
    exists: has,
    names: (folder) => (folder === '/usr/share/dotnet/shared/Microsoft.NETCore.App' ? ['8.0.1', '10.0.4'] : []),
    text: (path) => (has(path) ? files[path] : undefined),
    realPath: (path) => LINKS[path] ?? path,
    askHome: () => Promise.reject(new Error('not asked for')),
    ...changes,
  };
}

async function find(surroundings: Surroundings, settings = connection('auto')): Promise<EdgeParts> {
  return findEdgeParts(await findPowerShellHome(settings, surroundings), surroundings);
}

async function advice(surroundings: Surroundings, settings = connection('auto')): Promise<string> {
  try {
    await find(surroundings, settings);
  } catch (error) {
    const { code, message, detail } = error as { code: string; message: string; detail: string };
    assert.equal(code, 'transport.unavailable');
    return `${message} ${detail}`;
  }
  throw new Error('nothing was missing');
}

describe('What the transport inProcess needs', () => {
  it('is found where it is', async () => {
    assert.deepEqual(await find(computer()), {
      packageDir: '/node_modules/edge-js',
      nativeLibrary: '/built/native/115/edge_coreclr.node',
      bootstrapDir: '/built/edge-js',
      assembly: '/built/core/EasConnector.InProcess.dll',
    });
  });

  it('names edge-js when it is not installed', async () => {
    assert.match(await advice(computer([], { edgePackageDir: undefined })), /edge-js is not installed.*npm install/);
  });

  it('names the native library, and what building it needs', async () => {
    const text = await advice(computer(['/built/native/115/edge_coreclr.node']));
    assert.match(text, /no native library for Node 20\.20\.2 on linux x64.*npm run build:edge.*compiler/);
  });

  it('takes the native library of the package where it has one', async () => {
    const shipped = '/node_modules/edge-js/lib/native/linux/x64/20/edge_coreclr.node';
    const missing = ['/built/native/115/edge_coreclr.node'];
    assert.equal((await find(computer(missing, {}, { ...FILES, [shipped]: '' }))).nativeLibrary, shipped);
  });

  it('names the two C# parts, and what compiling them needs', async () => {
    const text = await advice(computer(['/built/core/EasConnector.InProcess.dll']));
    assert.match(text, /C# class has not been compiled.*npm run build:edge.*\.NET SDK/);
    assert.match(await advice(computer(['/built/edge-js/EdgeJs.dll'])), /edge-js' half for \.NET.*npm run build:edge/);
  });

  it('names .NET when it is not on the PATH, and its version when that is missing', async () => {
    assert.match(await advice(computer(['/bin/dotnet'])), /\.NET was not found.*\.NET runtime 10.*PATH/);
    const text = await advice(computer([], { names: () => ['8.0.1'] }));
    assert.match(text, /runtime 10 is not installed.*has 8\.0\.1/);
  });

  it('tells when PowerShell needs a newer .NET than the parts were compiled for', async () => {
    const older = { ...FILES, '/built/edge-js/EdgeJs.runtimeconfig.json': runtimeConfig('8.0.0') };
    assert.match(await advice(computer([], {}, older)), /made for \.NET 10.*compiled for \.NET 8.*SDK 10.*build:edge/);
  });

  it('names PowerShell when there is none', async () => {
    assert.match(await advice(computer(['/bin/pwsh'])), /PowerShell was not found.*Install PowerShell 7/);
    assert.match(await advice(computer(), connection('auto', 'nowhere')), /not found as nowhere/);
    assert.match(await advice(computer(), connection('windowsPowerShell')), /Windows PowerShell.*Windows only/);
  });

  it('asks a PowerShell that is a stand-in where it lives', async () => {
    const alone = { realPath: (path: string): string => path.replace('/bin/pwsh', '/tools/pwsh') };
    const home = await findPowerShellHome(
      connection('auto'),
      computer([], { ...alone, askHome: () => Promise.resolve('/opt/ps') }),
    );
    assert.deepEqual(home, { edition: 'powerShell', folder: '/opt/ps', runtimeMajor: 10 });
    assert.match(
      await advice(computer([], { ...alone, askHome: () => Promise.resolve('/tmp') })),
      /not a PowerShell 7/,
    );
    assert.match(await advice(computer([], alone)), /does not start/);
  });

  it('is less for Windows PowerShell: no SDK, no .NET besides that of Windows', async () => {
    const shipped = '/node_modules/edge-js/lib/native/win32/x64/20/edge_nativeclr.node';
    const assembly = '/built/framework/EasConnector.InProcess.dll';
    const windows = 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe';
    const files = { [shipped]: '', [assembly]: '', [windows]: '' };
    const changes = { platform: 'win32' as const, env: { SystemRoot: 'C:\\Windows' } };
    const parts = await find(computer([], changes, files), connection('windowsPowerShell'));
    assert.deepEqual(parts, {
      packageDir: '/node_modules/edge-js',
      nativeLibrary: shipped,
      bootstrapDir: undefined,
      assembly,
    });
    const text = await advice(computer([assembly], changes, files), connection('windowsPowerShell'));
    assert.match(text, /C# class has not been compiled.*needs Windows PowerShell 5\.1/);
  });
});
