import type { Context } from 'mocha';
import type { Connection } from '../../../../protocol';
import { findEdgeParts } from '../../../../plugin/transports/in-process/edge-parts';
import { InProcessPowerShell } from '../../../../plugin/transports/in-process/in-process-powershell';
import { loadBridge } from '../../../../plugin/transports/in-process/load-bridge';
import { findPowerShellHome } from '../../../../plugin/transports/in-process/powershell-home';
import { thisProcess } from '../../../../plugin/transports/in-process/surroundings';
import type { ErrorRecord, PSValue } from '../../../../psrp';
import type { Pipeline } from '../../../../plugin/transports/in-process/bridge-messages';

/** A connection of the kind that needs least, for finding a PowerShell. */
const CONNECTION = {
  target: { kind: 'exchangeOnline' },
  powerShell: { edition: 'powerShell', executable: '', exchangeOnlineModule: '', startTimeoutMs: 60_000 },
} as unknown as Connection;

/** Bounds that no test reaches. */
export const inAMinute = (): { signal: AbortSignal; deadline: number } => ({
  signal: new AbortController().signal,
  deadline: Date.now() + 60_000,
});

/** A runspace of a real PowerShell in this process; skips the tests, and says why, where that cannot be. */
export async function openRealRunspace(
  context: Context,
  options: { readonly stopMs?: number } = {},
): Promise<InProcessPowerShell> {
  const surroundings = thisProcess();
  const found = await attempt(context, () => findPowerShellHome(CONNECTION, surroundings));
  const parts = await attempt(context, () => findEdgeParts(found, surroundings));
  const bridge = loadBridge(parts, process);
  return InProcessPowerShell.open({ bridge, home: found.folder, clock: Date.now, ...inAMinute(), ...options });
}

async function attempt<T>(context: Context, find: () => T | Promise<T>): Promise<T> {
  try {
    return await find();
  } catch (error) {
    if (context.test) context.test.title += ` (skipped: ${(error as Error).message})`;
    return context.skip();
  }
}

/** Everything that a pipeline gave. */
export interface Given {
  readonly values: readonly PSValue[];
  readonly errors: readonly ErrorRecord[];
  readonly warnings: readonly string[];
}

/** Runs a script to its end. */
export async function runScript(
  powerShell: InProcessPowerShell,
  text: string,
  parameters: Readonly<Record<string, PSValue>> = {},
  more: Partial<Pipeline> = {},
): Promise<Given> {
  const pipeline: Pipeline = { kind: 'script', text, parameters: new Map(Object.entries(parameters)), ...more };
  return collect(powerShell, pipeline);
}

/** Runs a pipeline to its end. */
export async function collect(powerShell: InProcessPowerShell, pipeline: Pipeline): Promise<Given> {
  const values: PSValue[] = [];
  const errors: ErrorRecord[] = [];
  const warnings: string[] = [];
  const listener = {
    onError: (record: ErrorRecord): void => void errors.push(record),
    onWarning: (message: string): void => void warnings.push(message),
  };
  for await (const value of powerShell.run(pipeline, 'The test', inAMinute(), listener)) values.push(value);
  return { values, errors, warnings };
}
