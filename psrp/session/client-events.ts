import type { ErrorRecord } from '../messages/error-record';
import type { HostCall } from '../messages/host-call';
import type { InformationRecord } from '../messages/information-record';
import type { InformationalRecord } from '../messages/informational-record';
import type { ProgressRecord } from '../messages/progress-record';
import type { SessionCapability } from '../messages/session-capability';
import type { StateChange } from '../messages/state-payload';
import type { PipelineState, RunspacePoolState } from '../messages/states';
import type { PSObject, PSValue } from '../ps-object';
import type { PSDictionary } from '../values/ps-dictionary';

/** What happens to a pool as a whole. */
export type ClientPoolEvent =
  | { readonly type: 'sessionCapability'; readonly capability: SessionCapability }
  | { readonly type: 'applicationPrivateData'; readonly data: PSDictionary | null }
  | ({ readonly type: 'runspacePoolState' } & StateChange<RunspacePoolState>)
  /** The answer to setMinRunspaces, setMaxRunspaces, resetRunspaceState (a Boolean) or getAvailableRunspaces. */
  | { readonly type: 'runspaceAvailability'; readonly callId: number | bigint; readonly result: PSValue }
  /** The server asks for the client's public key (2.1 only); it has been queued if there is cryptography. */
  | { readonly type: 'publicKeyRequest' }
  /** SecureStrings can travel from now on. */
  | { readonly type: 'sessionKey' }
  | { readonly type: 'userEvent'; readonly event: PSObject }
  | { readonly type: 'runspacePoolHostCall'; readonly call: HostCall };

/** What happens in a pipeline. */
export type ClientPipelineEvent = { readonly pipelineId: string } & (
  | { readonly type: 'output'; readonly value: PSValue }
  /** A record of the error stream: the pipeline goes on. */
  | { readonly type: 'error'; readonly record: ErrorRecord }
  | { readonly type: 'warning' | 'verbose' | 'debug'; readonly record: InformationalRecord }
  | { readonly type: 'progress'; readonly record: ProgressRecord }
  | { readonly type: 'information'; readonly record: InformationRecord }
  /** `error` is what ended a pipeline that is Failed. */
  | ({ readonly type: 'pipelineState' } & StateChange<PipelineState>)
  | { readonly type: 'pipelineHostCall'; readonly call: HostCall }
);

/** A message that this end has no use for: of an unknown type, for a closed pipeline, or at the wrong time. */
export interface UnexpectedMessage {
  readonly type: 'unexpectedMessage';
  /** The name of its type. */
  readonly messageType: string;
  readonly pipelineId: string;
}

/** What a client learns from its server. */
export type ClientEvent = ClientPoolEvent | ClientPipelineEvent | UnexpectedMessage;
