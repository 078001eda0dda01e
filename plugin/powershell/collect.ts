import { PSObject, type ErrorRecord, type PSValue } from '../../psrp';
import type { PipelineBounds, PipelineListener } from './local-power-shell';

/** Runs a pipeline of a few objects to its end; its errors come beside the objects. */
export async function collect(
  run: (bounds: PipelineBounds, listener: PipelineListener) => AsyncIterable<PSValue>,
  bounds: PipelineBounds,
): Promise<{ objects: PSObject[]; errors: ErrorRecord[] }> {
  const objects: PSObject[] = [];
  const errors: ErrorRecord[] = [];
  const listener = {
    onError: (record: ErrorRecord): void => {
      errors.push(record);
    },
    onWarning: () => undefined,
  };
  for await (const value of run(bounds, listener)) if (value instanceof PSObject) objects.push(value);
  return { objects, errors };
}
