import type { CommandMetadataQuery } from '../messages/command-metadata';
import type { HostResponse } from '../messages/host-call';
import type { InitRunspacePool } from '../messages/init-runspace-pool';
import type { PipelineDefinition } from '../messages/pipeline';
import type { SessionCapability } from '../messages/session-capability';
import type { PSValue } from '../ps-object';
import type { UnexpectedMessage } from './client-events';
import type { ServerPipeline } from './server-pipeline';

/** What a server learns from its client. */
export type ServerEvent =
  /** The versions are agreed on; the answer has been queued. */
  | { readonly type: 'sessionCapability'; readonly capability: SessionCapability }
  /** The client asks for a pool: answer with `accept` or `refuse`. */
  | { readonly type: 'initRunspacePool'; readonly init: InitRunspacePool }
  /** The client wants to run something: `start` the pipeline, or `fail` it. */
  | { readonly type: 'createPipeline'; readonly pipeline: ServerPipeline; readonly definition: PipelineDefinition }
  /** The client asks which commands there are: answer as with a pipeline. */
  | { readonly type: 'getCommandMetadata'; readonly pipeline: ServerPipeline; readonly query: CommandMetadataQuery }
  | { readonly type: 'input'; readonly pipeline: ServerPipeline; readonly value: PSValue }
  | { readonly type: 'endOfInput'; readonly pipeline: ServerPipeline }
  /** SecureStrings can travel from now on; the answer has been queued. */
  | { readonly type: 'sessionKey' }
  /** Answer with `respond`. */
  | { readonly type: 'setMaxRunspaces' | 'setMinRunspaces'; readonly callId: number | bigint; readonly count: number }
  | { readonly type: 'getAvailableRunspaces' | 'resetRunspaceState'; readonly callId: number | bigint }
  | {
      readonly type: 'hostResponse';
      readonly response: HostResponse;
      /** Undefined for a call of the pool. */
      readonly pipeline: ServerPipeline | undefined;
    }
  | UnexpectedMessage;
