/** Runspace pool states by their number; .NET's names. */
export const RUNSPACE_POOL_STATES = [
  'BeforeOpen',
  'Opening',
  'Opened',
  'Closed',
  'Closing',
  'Broken',
  'Disconnecting',
  'Disconnected',
  'Connecting',
] as const;

/** The state of a runspace pool. */
export type RunspacePoolState = (typeof RUNSPACE_POOL_STATES)[number];

/** Pipeline (PSInvocation) states by their number. */
export const PIPELINE_STATES = [
  'NotStarted',
  'Running',
  'Stopping',
  'Stopped',
  'Completed',
  'Failed',
  'Disconnected',
] as const;

/** The state of a pipeline. */
export type PipelineState = (typeof PIPELINE_STATES)[number];

/** Whether a pipeline in this state produces nothing more. */
export function isFinal(state: PipelineState): boolean {
  return state === 'Stopped' || state === 'Completed' || state === 'Failed';
}
