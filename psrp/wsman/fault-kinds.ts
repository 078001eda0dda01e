import type { WsmanFaultKind } from './wsman-fault';

/** The kinds that a server can refuse with. */
export type RefusalKind = Exclude<WsmanFaultKind, 'http' | 'other'>;

interface Refusal {
  /** The Code of WSManFault, from wsmerror.h and winerror.h. */
  readonly code: number;
  /** Who is to blame, or the SOAP code itself when it has no subcode. */
  readonly by: 's:Sender' | 's:Receiver' | 's:MustUnderstand';
  readonly subcode?: string;
  /** The last part of the FaultDetail URI of [DSP0226]. */
  readonly detail?: string;
  /** WinRM's own words. */
  readonly text: string;
}

const SERVICE = 'The WS-Management service cannot process the request';

/** How WinRM says what. It answers every fault with HTTP status 500. */
export const REFUSALS: Readonly<Record<RefusalKind, Refusal>> = {
  timedOut: {
    code: 0x80338029,
    by: 's:Receiver',
    subcode: 'w:TimedOut',
    text: 'The WS-Management service cannot complete the operation within the time specified in OperationTimeout. ',
  },
  shellNotFound: {
    code: 0x8033805b,
    by: 's:Sender',
    subcode: 'w:InvalidSelectors',
    detail: 'UnexpectedSelectors',
    text: `${SERVICE} because the request contained invalid selectors for the resource. `,
  },
  commandNotFound: {
    code: 0x8033805b,
    by: 's:Sender',
    subcode: 'w:InvalidSelectors',
    detail: 'UnexpectedSelectors',
    text: 'The Windows Remote Shell received a request to perform an operation on a command identifier that does not exist. Either the command has completed execution or the client specified an invalid command identifier. ',
  },
  accessDenied: { code: 5, by: 's:Sender', subcode: 'w:AccessDenied', text: 'Access is denied. ' },
  quotaExceeded: {
    code: 0x803381a5,
    by: 's:Sender',
    subcode: 'w:QuotaLimit',
    text: `${SERVICE}. This user is allowed a maximum number of 18 concurrent shells, which has been exceeded. Close existing shells or raise the quota for this user. `,
  },
  serverBusy: {
    code: 0x803381a7,
    by: 's:Sender',
    subcode: 'w:QuotaLimit',
    text: `${SERVICE}. The user load quota has been exceeded. Send future requests at a slower rate or raise the quota for this user. `,
  },
  aborted: {
    code: 995,
    by: 's:Receiver',
    subcode: 'w:InternalError',
    text: 'The I/O operation has been aborted because of either a thread exit or an application request. ',
  },
  envelopeTooLarge: {
    code: 0x80338049,
    by: 's:Sender',
    subcode: 'w:EncodingLimit',
    detail: 'ServiceEnvelopeLimit',
    text: `${SERVICE}. The SOAP packet exceeds the maximum envelope size of the service. `,
  },
  resourceUriNotFound: {
    code: 0x80338000,
    by: 's:Sender',
    subcode: 'a:DestinationUnreachable',
    detail: 'InvalidResourceURI',
    text: `${SERVICE}. The resource URI was not found in the WS-Management catalog. The catalog contains the metadata that describes resources, or logical endpoints. `,
  },
  actionNotSupported: {
    code: 0x80338001,
    by: 's:Sender',
    subcode: 'a:ActionNotSupported',
    text: `${SERVICE}. The action is not supported by the service. `,
  },
  headerRequired: {
    code: 0x80338011,
    by: 's:Sender',
    subcode: 'a:MessageInformationHeaderRequired',
    text: `${SERVICE}. The request does not contain a required SOAP header. `,
  },
  invalidHeader: {
    code: 0x8033800f,
    by: 's:Sender',
    subcode: 'a:InvalidMessageInformationHeader',
    text: `${SERVICE}. The request contains one or more invalid SOAP headers. `,
  },
  mustUnderstand: {
    code: 0x80338010,
    by: 's:MustUnderstand',
    text: `${SERVICE} because it contains a SOAP header that the service must understand and does not. `,
  },
  invalidXml: {
    code: 0x80338041,
    by: 's:Sender',
    subcode: 'w:SchemaValidationError',
    text: `${SERVICE}. The SOAP XML in the message does not match the corresponding XML schema definition. `,
  },
  invalidOptions: {
    code: 0x80338051,
    by: 's:Sender',
    subcode: 'w:InvalidOptions',
    detail: 'NotSupported',
    text: `${SERVICE}. An option that must be complied with is not supported. `,
  },
  internalError: {
    code: 1359,
    by: 's:Receiver',
    subcode: 'w:InternalError',
    text: 'An internal error occurred. ',
  },
};

/** Quotas of shells, commands, users and operations, besides the one that REFUSALS has. */
const QUOTA_CODES = [0x8033803f, 0x803381a6, 0x803381ab, 0x803381e4, 0x803381e5, 0x803381e6, 0x803381e9, 0x803381ea];
/** Load quotas: of the system, of a plug-in's operations, of a user's. */
const BUSY_CODES = [0x803381a8, 0x803381e7, 0x803381e8];
const INVALID_RESOURCE_URI = 0x8033803b;

/** What the codes of a fault mean. One and the same code says that a shell or that a command is unknown. */
export function kindOfFault(code: number | undefined, subcode: string, forCommand: boolean): WsmanFaultKind {
  if (code === REFUSALS.shellNotFound.code) return forCommand ? 'commandNotFound' : 'shellNotFound';
  if (code === INVALID_RESOURCE_URI) return 'resourceUriNotFound';
  if (code !== undefined && QUOTA_CODES.includes(code)) return 'quotaExceeded';
  if (code !== undefined && BUSY_CODES.includes(code)) return 'serverBusy';
  const kinds = Object.entries(REFUSALS) as [RefusalKind, Refusal][];
  const byCode = kinds.find(([, refusal]) => refusal.code === code);
  const bySubcode = kinds.find(
    ([kind, { by, subcode: name = by }]) => kind !== 'aborted' && localName(name) === subcode,
  );
  return (byCode ?? bySubcode)?.[0] ?? 'other';
}

/** A name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
