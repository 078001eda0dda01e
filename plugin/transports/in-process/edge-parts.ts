import { dirname, join } from 'node:path';
import { locate, runtimeMajor, unavailable, type PowerShellHome } from './powershell-home';
import type { Surroundings } from './surroundings';

/** What has to be loaded into the process. */
export interface EdgeParts {
  /** The folder of the npm package edge-js. */
  readonly packageDir: string;
  /** The native library, if it is not the one in the package. */
  readonly nativeLibrary: string | undefined;
  /** The folder with edge-js' own half for .NET; undefined for .NET Framework, where it is in the native library. */
  readonly bootstrapDir: string | undefined;
  /** The compiled C# class. */
  readonly assembly: string;
}

const BUILD = 'Run "npm run build:edge" in the folder of the connector';
const FRAMEWORK = 'Microsoft.NETCore.App';
/** The name of the compiled C# class. */
const ASSEMBLY = 'EasConnector.InProcess.dll';

/**
 * Finds the parts for a PowerShell, and .NET itself. Everything is looked for before anything is loaded: what has been
 * loaded into a process stays there.
 * @throws ExchangeError transport.unavailable: what is missing, and what to install or to run
 */
export function findEdgeParts(powerShell: PowerShellHome, surroundings: Surroundings): EdgeParts {
  const packageDir = surroundings.edgePackageDir;
  if (packageDir === undefined) {
    throw unavailable(
      'the npm package edge-js is not installed.',
      `Run "npm install --include=optional" in the folder of the connector, then "npm run build:edge".`,
    );
  }
  const isFramework = powerShell.edition === 'windowsPowerShell';
  const nativeLibrary = findNativeLibrary(packageDir, isFramework, surroundings);
  const assembly = join(surroundings.builtDir, isFramework ? 'framework' : 'core', ASSEMBLY);
  requireBuilt(assembly, "the connector's C# class has not been compiled.", isFramework, surroundings);
  if (isFramework) return { packageDir, nativeLibrary, bootstrapDir: undefined, assembly };
  const bootstrapDir = join(surroundings.builtDir, 'edge-js');
  const bootstrap = join(bootstrapDir, 'EdgeJs.dll');
  requireBuilt(bootstrap, "edge-js' half for .NET has not been compiled.", isFramework, surroundings);
  checkRuntime(join(bootstrapDir, 'EdgeJs.runtimeconfig.json'), powerShell, surroundings);
  return { packageDir, nativeLibrary, bootstrapDir, assembly };
}

/** The package has libraries for Windows and macOS; elsewhere one is built. */
function findNativeLibrary(packageDir: string, isFramework: boolean, surroundings: Surroundings): string | undefined {
  const { platform, arch, nodeVersion, nodeAbi, builtDir, exists } = surroundings;
  const name = isFramework ? 'edge_nativeclr.node' : 'edge_coreclr.node';
  const [major = ''] = nodeVersion.split('.');
  const shipped = join(packageDir, 'lib', 'native', platform, arch, major, name);
  const built = join(builtDir, 'native', nodeAbi, name);
  const found = [built, shipped].find(exists);
  if (found !== undefined) return found;
  throw unavailable(
    `edge-js has no native library for Node ${nodeVersion} on ${platform} ${arch}.`,
    platform === 'win32'
      ? 'Use a version of Node that edge-js has one for: 20, 22, 24 or 26.'
      : `${BUILD}; it needs a C++ compiler, make and Python.`,
  );
}

function requireBuilt(path: string, summary: string, isFramework: boolean, { exists }: Surroundings): void {
  if (exists(path)) return;
  const needs = isFramework ? 'it needs Windows PowerShell 5.1.' : 'it needs the .NET SDK.';
  throw unavailable(summary, `${BUILD}; ${needs} (${path} is missing.)`);
}

/** .NET must be there in the version that the parts were built for, and PowerShell must not need a newer one. */
function checkRuntime(config: string, powerShell: PowerShellHome, surroundings: Surroundings): void {
  const major = runtimeMajor(config, surroundings);
  if (powerShell.runtimeMajor > major) {
    throw unavailable(
      `this PowerShell is made for .NET ${powerShell.runtimeMajor}, and the connector's C# was compiled for .NET ${major}.`,
      `Install the .NET SDK ${powerShell.runtimeMajor}. ${BUILD}.`,
    );
  }
  const dotnet = dotnetFolder(surroundings);
  if (dotnet === undefined) {
    throw unavailable(
      '.NET was not found.',
      `Install the .NET runtime ${major}; its program dotnet must be on the PATH of this process.`,
    );
  }
  const installed = surroundings.names(join(dotnet, 'shared', FRAMEWORK));
  if (!installed.some((version) => version.startsWith(`${major}.`))) {
    throw unavailable(
      `the .NET runtime ${major} is not installed.`,
      `Install it; ${join(dotnet, 'shared', FRAMEWORK)} has ${installed.join(', ') || 'none'}.`,
    );
  }
}

/** Where edge-js itself looks for .NET. */
function dotnetFolder(surroundings: Surroundings): string | undefined {
  const { platform, env, exists, realPath } = surroundings;
  if (platform === 'win32') {
    const places = [env['DOTNET_ROOT'], join(env['ProgramFiles'] ?? 'C:\\Program Files', 'dotnet')];
    const place = places.find((folder) => folder !== undefined && exists(join(folder, 'dotnet.exe')));
    if (place !== undefined) return place;
  }
  const program = locate('dotnet', surroundings);
  return program === undefined ? undefined : dirname(realPath(program));
}
