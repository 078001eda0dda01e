/** The names of WS-Management ([MS-WSMV] 2.2.1), with the prefixes that WinRM itself writes. */
export const NAMESPACE = {
  soap: 'http://www.w3.org/2003/05/soap-envelope',
  addressing: 'http://schemas.xmlsoap.org/ws/2004/08/addressing',
  transfer: 'http://schemas.xmlsoap.org/ws/2004/09/transfer',
  wsman: 'http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd',
  windows: 'http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd',
  shell: 'http://schemas.microsoft.com/wbem/wsman/1/windows/shell',
  fault: 'http://schemas.microsoft.com/wbem/wsman/1/wsmanfault',
  powershell: 'http://schemas.microsoft.com/powershell',
  xml: 'http://www.w3.org/XML/1998/namespace',
} as const;

/** Declarations of the prefixes, for the root of an envelope. */
export const PREFIXES = {
  'xmlns:s': NAMESPACE.soap,
  'xmlns:a': NAMESPACE.addressing,
  'xmlns:x': NAMESPACE.transfer,
  'xmlns:w': NAMESPACE.wsman,
  'xmlns:p': NAMESPACE.windows,
  'xmlns:rsp': NAMESPACE.shell,
} as const;

/** The Action of each operation's request; that of the answer has `Response` behind it. */
export const ACTION = {
  Create: `${NAMESPACE.transfer}/Create`,
  Command: `${NAMESPACE.shell}/Command`,
  Send: `${NAMESPACE.shell}/Send`,
  Receive: `${NAMESPACE.shell}/Receive`,
  Signal: `${NAMESPACE.shell}/Signal`,
  Delete: `${NAMESPACE.transfer}/Delete`,
} as const;

/** ReplyTo of a request and To of an answer: by the same connection. */
export const ANONYMOUS = `${NAMESPACE.addressing}/role/anonymous`;
/** The resource URI of Exchange's PowerShell. */
export const EXCHANGE_RESOURCE_URI = `${NAMESPACE.powershell}/Microsoft.Exchange`;
/** The state of a command that has sent everything. */
export const COMMAND_DONE = `${NAMESPACE.shell}/CommandState/Done`;

/** A GUID as WS-Addressing has it in MessageID and RelatesTo, and WinRM in SessionId and OperationID. */
export function uuid(guid: string): string {
  return `uuid:${guid.toUpperCase()}`;
}
