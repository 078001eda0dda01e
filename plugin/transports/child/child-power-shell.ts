import type { PSValue } from '../../../psrp';
import type { Command } from '../../exchange/command';
import type { LocalPowerShell, PipelineBounds, PipelineListener } from '../../powershell/local-power-shell';
import type { OpeningArgument } from '../../powershell/openings/opening';
import type { PowerShellPool } from '../../powershell/power-shell-pool';
import { commandPipeline, scriptPipeline } from './pipelines';

/** A PowerShell in a process of its own, as sessions use it. */
export class ChildPowerShell implements LocalPowerShell {
  constructor(private readonly pool: PowerShellPool) {}

  get isBroken(): boolean {
    return this.pool.isBroken;
  }

  runCommand(command: Command, bounds: PipelineBounds, listener: PipelineListener): AsyncGenerator<PSValue> {
    return this.pool.run(commandPipeline(command), command.cmdlet, bounds, listener);
  }

  runScript(
    name: string,
    script: string,
    values: Readonly<Record<string, OpeningArgument>>,
    bounds: PipelineBounds,
    listener: PipelineListener,
  ): AsyncGenerator<PSValue> {
    return this.pool.run(scriptPipeline(script, values), name, bounds, listener);
  }

  close(): Promise<void> {
    return this.pool.close();
  }
}
