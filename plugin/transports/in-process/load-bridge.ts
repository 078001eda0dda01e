import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Bridge } from './bridge';
import type { EdgeParts } from './edge-parts';
import { unavailable } from './powershell-home';

/** A method of a C# object, as edge-js hands it out. */
type EdgeFunction = (payload: Uint8Array, callback: (error: unknown, result: Uint8Array) => void) => void;

/** What is used of edge-js. */
interface Edge {
  func(options: { assemblyFile: string; typeName: string; methodName: string }): EdgeFunction;
}

/** What edge-js reads when it is loaded, and sets. */
const VARIABLES = ['EDGE_NATIVE', 'EDGE_USE_CORECLR', 'EDGE_USE_RUNTIME_CONFIG', 'EDGE_BOOTSTRAP_DIR', 'EDGE_APP_ROOT'];

/** Does nothing, for as long as the process lives. */
const keepWatching = (): void => undefined;

/**
 * Node watches over ended programs (SIGCHLD) only while one of its own runs, and then takes every handler away, that of
 * .NET too, which would wait for ever for the programs that PowerShell starts. A listener of ours keeps Node from that;
 * .NET, which comes later, passes the signal on to Node.
 */
function watchEndedPrograms(host: NodeJS.Process): void {
  if (host.platform === 'win32' || host.listeners('SIGCHLD').includes(keepWatching)) return;
  host.on('SIGCHLD', keepWatching);
}

/**
 * Loads edge-js, which loads .NET into this process for good, and makes one C# object.
 * @param host this process: edge-js takes its options from its environment, which is afterwards as it was
 * @throws ExchangeError transport.unavailable
 */
export function loadBridge(parts: EdgeParts, host: NodeJS.Process): Bridge {
  const { env } = host;
  const before = VARIABLES.map((name) => [name, env[name]] as const);
  let call: EdgeFunction;
  watchEndedPrograms(host);
  try {
    setVariables(env, [
      ['EDGE_NATIVE', parts.nativeLibrary],
      ['EDGE_USE_CORECLR', parts.bootstrapDir && '1'],
      // Without it the newest SDK would decide which .NET is loaded.
      ['EDGE_USE_RUNTIME_CONFIG', parts.bootstrapDir && '1'],
      ['EDGE_BOOTSTRAP_DIR', parts.bootstrapDir],
      ['EDGE_APP_ROOT', undefined],
    ]);
    const edge = createRequire(join(parts.packageDir, 'package.json'))(parts.packageDir) as Edge;
    call = edge.func({
      assemblyFile: parts.assembly,
      typeName: 'EasConnector.InProcess.Startup',
      methodName: 'Call',
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw unavailable(
      `edge-js does not load: ${reason}`,
      'Run "npm run build:edge" again. With EDGE_DEBUG=1 in the environment edge-js tells what it does.',
    );
  } finally {
    setVariables(env, before);
  }
  return {
    call: (request) =>
      new Promise((resolve, reject) => {
        call(request, (error, result) => {
          if (error === null || error === undefined) resolve(result);
          else
            reject(error instanceof Error ? error : new Error('edge-js gave an error that is none', { cause: error }));
        });
      }),
  };
}

function setVariables(
  env: Record<string, string | undefined>,
  values: readonly (readonly [string, string | undefined])[],
): void {
  for (const [name, value] of values) {
    if (value === undefined) Reflect.deleteProperty(env, name);
    else env[name] = value;
  }
}
