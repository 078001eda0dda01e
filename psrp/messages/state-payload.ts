import { ProtocolError } from '../errors/protocol-error';
import type { PSObject, PSValue } from '../ps-object';
import { bag } from '../values/well-known';
import { decodeErrorRecord, encodeErrorRecord, type ErrorRecord } from './error-record';
import { payloadObject, requiredInteger } from './read-fields';
import { PIPELINE_STATES, RUNSPACE_POOL_STATES, type PipelineState, type RunspacePoolState } from './states';

/** A state, and why it came to it. */
export interface StateChange<State> {
  readonly state: State;
  /** What broke the pool or ended the pipeline. */
  readonly error: ErrorRecord | undefined;
}

/** RUNSPACEPOOL_STATE. */
export function encodePoolState(state: RunspacePoolState, error?: ErrorRecord): PSObject {
  return encode('RunspaceState', RUNSPACE_POOL_STATES.indexOf(state), error);
}

/** RUNSPACEPOOL_STATE. */
export function decodePoolState(payload: PSValue | undefined): StateChange<RunspacePoolState> {
  return decode(payload, 'RunspaceState', RUNSPACE_POOL_STATES);
}

/** PIPELINE_STATE. */
export function encodePipelineState(state: PipelineState, error?: ErrorRecord): PSObject {
  return encode('PipelineState', PIPELINE_STATES.indexOf(state), error);
}

/** PIPELINE_STATE. */
export function decodePipelineState(payload: PSValue | undefined): StateChange<PipelineState> {
  return decode(payload, 'PipelineState', PIPELINE_STATES);
}

function encode(name: string, state: number, error: ErrorRecord | undefined): PSObject {
  return bag(
    error
      ? [
          [name, state],
          ['ExceptionAsErrorRecord', encodeErrorRecord(error)],
        ]
      : [[name, state]],
  );
}

function decode<State>(payload: PSValue | undefined, name: string, states: readonly State[]): StateChange<State> {
  const object = payloadObject(payload, name);
  const number = requiredInteger(object, name, name);
  const state = states[number];
  if (state === undefined) throw new ProtocolError('payload', `unknown ${name} ${number}`);
  const error = object.get('ExceptionAsErrorRecord');
  return { state, error: error === null || error === undefined ? undefined : decodeErrorRecord(error) };
}
