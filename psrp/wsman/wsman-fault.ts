/**
 * What a fault means, as far as its codes tell. `http`: the answer had no SOAP fault in it (a proxy's page, a refused log-on,
 * nothing at all), so only the HTTP status and `text` tell.
 */
export type WsmanFaultKind =
  /** Nothing came within the operation time-out: for a Receive no fault at all, and never seen by who drives a client. */
  | 'timedOut'
  | 'shellNotFound'
  | 'commandNotFound'
  | 'accessDenied'
  /** Too many shells, commands or operations of this user, or altogether. */
  | 'quotaExceeded'
  /** The load quota (requests in a time): come again later. */
  | 'serverBusy'
  | 'aborted'
  | 'envelopeTooLarge'
  | 'resourceUriNotFound'
  | 'actionNotSupported'
  | 'headerRequired'
  | 'invalidHeader'
  | 'mustUnderstand'
  | 'invalidXml'
  | 'invalidOptions'
  | 'internalError'
  | 'http'
  | 'other';

/** A refusal: a SOAP fault with what WinRM adds to it, or an HTTP answer without one. */
export interface WsmanFault {
  readonly kind: WsmanFaultKind;
  /** Of HTTP. */
  readonly status: number;
  /** The SOAP subcode without its prefix (`TimedOut`, `AccessDenied`), or the code if it has none; empty for `http`. */
  readonly subcode: string;
  /** The Code of WSManFault: a Win32 error or an HRESULT, unsigned. */
  readonly code: number | undefined;
  /** The computer that names itself as the source. */
  readonly machine: string | undefined;
  /** The provider within WinRM that refused, such as `Shell provider` or `microsoft.powershell`. */
  readonly provider: string | undefined;
  /** What it says to a person: WinRM's message, else the reason; for `http` the start of the answer. */
  readonly text: string;
}
