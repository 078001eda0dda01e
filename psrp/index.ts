// Values.
export { PSDateTime, PSGuid, PSObject, PSTimeSpan } from './ps-object';
export type { DateTimeKind, PSValue } from './ps-object';
export { PSDictionary } from './values/ps-dictionary';
export { PSList } from './values/ps-list';
export type { ListInfo, ListTag } from './values/ps-list';
export { PSPrimitive } from './values/ps-primitive';
export type { NumberTag, PrimitiveTag } from './values/ps-primitive';
export { PSSecureString } from './values/ps-secure-string';
export type { SecureStringCipher } from './values/ps-secure-string';
export { bag, credential, customObject, enumValue } from './values/well-known';

// CLIXML.
export { decodeClixml, decodeObjs, encodeClixml, encodeObjs } from './clixml/clixml';
export { DEFAULT_CLIXML_LIMITS } from './clixml/clixml-limits';
export type { ClixmlLimits } from './clixml/clixml-limits';
export { ClixmlReader } from './clixml/clixml-reader';
export type { ClixmlItem, ClixmlReaderOptions } from './clixml/clixml-reader';
export type { ClixmlWriterOptions } from './clixml/clixml-writer';

// Runspace pools and pipelines, both ends.
export { ClientRunspacePool } from './session/client-runspace-pool';
export type { ClientRunspacePoolOptions } from './session/client-runspace-pool';
export type { ClientPipeline } from './session/client-pipeline';
export type { ClientEvent, ClientPipelineEvent, ClientPoolEvent, UnexpectedMessage } from './session/client-events';
export { ServerRunspacePool } from './session/server-runspace-pool';
export type { ServerPipeline } from './session/server-pipeline';
export type { ServerEvent } from './session/server-events';
export type { RunspacePoolOptions } from './session/runspace-pool';
export type { OutgoingData, OutgoingStream, TakeOptions } from './session/outgoing-queue';
export { DEFAULT_POOL_LIMITS } from './session/pool-limits';
export type { PoolLimits } from './session/pool-limits';
export type { RsaKeyPair, RsaPublicKey, SessionCrypto } from './session/session-crypto';

// What travels in the messages.
export { command, script } from './messages/pipeline';
export type {
  CommandArgument,
  MergedStream,
  MergeTarget,
  PipelineCommand,
  PipelineDefinition,
} from './messages/pipeline';
export { decodeErrorRecord, encodeErrorRecord, errorRecord } from './messages/error-record';
export type { ErrorCategoryInfo, ErrorRecord } from './messages/error-record';
export type { ErrorCategory } from './messages/error-category';
export type { ExceptionInfo } from './messages/exception-info';
export type { InvocationInfo } from './messages/invocation-info';
export type { InformationalRecord, InformationalStream } from './messages/informational-record';
export type { InformationRecord } from './messages/information-record';
export type { ProgressRecord } from './messages/progress-record';
export type { HostCall, HostResponse } from './messages/host-call';
export type { InitRunspacePool } from './messages/init-runspace-pool';
export type { CommandMetadataQuery } from './messages/command-metadata';
export type { SessionCapability } from './messages/session-capability';
export type { ProtocolVersion } from './messages/protocol-version';
export type { StateChange } from './messages/state-payload';
export type { PipelineState, RunspacePoolState } from './messages/states';

// The line protocol over standard input and output.
export { OutOfProcClient } from './out-of-proc/out-of-proc-client';
export type { AwaitedAck, OutOfProcEvent, OutOfProcOptions } from './out-of-proc/out-of-proc-client';
export { OutOfProcServer } from './out-of-proc/out-of-proc-server';
export type { OutOfProcServerEvent } from './out-of-proc/out-of-proc-server';
export type { ControlName } from './out-of-proc/packet';

// WSMan, both ends.
export { WsmanClient } from './wsman/wsman-client';
export type { FailedRequest, WsmanEvent } from './wsman/client-events';
export type { WsmanClientOptions } from './wsman/request-writer';
export type { WsmanFault, WsmanFaultKind } from './wsman/wsman-fault';
export type { WsmanOperation, WsmanRequest } from './wsman/wsman-request';
export { decodeRequest } from './wsman/decode-request';
export type { IncomingRequest } from './wsman/decode-request';
export { encodeFault, WsmanFaultError } from './wsman/encode-fault';
export type { EncodedAnswer, FaultDetails } from './wsman/encode-fault';
export { WsmanShell } from './wsman/wsman-shell';
export type { WsmanAnswer, WsmanServerEvent, WsmanShellOptions } from './wsman/wsman-shell';
export type { XmlLimits } from './wsman/xml-element';

// What transports and tools need of the wire.
export { base64Decode, base64Encode } from './wire/base64';
export { Defragmenter } from './wire/defragmenter';
export type { DefragmenterLimits } from './wire/defragmenter';
export { FRAGMENT_HEADER_LENGTH, readFragmentHeader } from './wire/fragment';
export type { FragmentHeader } from './wire/fragment';
export { EMPTY_GUID, isGuid } from './wire/guid-bytes';
export { decodeMessage, encodeMessage } from './wire/message';
export type { Destination, Message } from './wire/message';
export { MessageType, messageTypeName } from './wire/message-type';

// Errors.
export { InvalidStateError } from './errors/invalid-state-error';
export { LimitError } from './errors/limit-error';
export { ProtocolError } from './errors/protocol-error';
export type { ProtocolPart } from './errors/protocol-error';
export { PSRPError } from './errors/psrp-error';
export { SessionKeyError } from './errors/session-key-error';
export { UnsupportedVersionError } from './errors/unsupported-version-error';
