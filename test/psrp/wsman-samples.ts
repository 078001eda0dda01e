import { base64Encode } from '../../psrp';

/** GUIDs that count up: 00000000-0000-0000-0000-000000000001 and so on. */
export function numberedGuids(first = 1): () => string {
  let next = first;
  return () => `00000000-0000-0000-0000-${(next++).toString(16).padStart(12, '0')}`;
}

export function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}

export function bytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'utf8'));
}

const NAMESPACES =
  'xml:lang="en-US" xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing" ' +
  'xmlns:x="http://schemas.xmlsoap.org/ws/2004/09/transfer" xmlns:e="http://schemas.xmlsoap.org/ws/2004/08/eventing" ' +
  'xmlns:n="http://schemas.xmlsoap.org/ws/2004/09/enumeration" xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd" ' +
  'xmlns:rsp="http://schemas.microsoft.com/wbem/wsman/1/windows/shell" xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd"';

/** An answer as WinRM on Windows Server 2016 to 2025 writes it. */
export function winrmAnswer(relatesTo: string, action: string, body: string): Uint8Array {
  return bytes(
    `<s:Envelope ${NAMESPACES}><s:Header><a:Action>${action}</a:Action><a:MessageID>uuid:5E7669FD-5CEC-4E32-A74C-990027598280</a:MessageID>` +
      '<p:ActivityId>60D161C2-02EC-0001-DC8B-D160EC02D401</p:ActivityId>' +
      '<a:To>http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</a:To>' +
      `<a:RelatesTo>uuid:${relatesTo.toUpperCase()}</a:RelatesTo></s:Header><s:Body>${body}</s:Body></s:Envelope>`,
  );
}

/** A fault as WinRM writes it. */
export function winrmFault(
  relatesTo: string,
  fault: { code: string; subcode: string; reason: string; detail: string },
): Uint8Array {
  return winrmAnswer(
    relatesTo,
    'http://schemas.dmtf.org/wbem/wsman/1/wsman/fault',
    `<s:Fault><s:Code><s:Value>${fault.code}</s:Value><s:Subcode><s:Value>${fault.subcode}</s:Value></s:Subcode></s:Code>` +
      `<s:Reason><s:Text xml:lang="en-US">${fault.reason}</s:Text></s:Reason><s:Detail>${fault.detail}</s:Detail></s:Fault>`,
  );
}

/** A CreateResponse for the shell that a client asked for. */
export function winrmCreated(relatesTo: string, shellId: string): Uint8Array {
  return winrmAnswer(
    relatesTo,
    'http://schemas.xmlsoap.org/ws/2004/09/transfer/CreateResponse',
    '<x:ResourceCreated><a:Address>https://mail.example/PowerShell</a:Address><a:ReferenceParameters>' +
      '<w:ResourceURI>http://schemas.microsoft.com/powershell/Microsoft.Exchange</w:ResourceURI><w:SelectorSet>' +
      `<w:Selector Name="ShellId">${shellId}</w:Selector></w:SelectorSet></a:ReferenceParameters></x:ResourceCreated>` +
      `<rsp:Shell xmlns:rsp="http://schemas.microsoft.com/wbem/wsman/1/windows/shell"><rsp:ShellId>${shellId}</rsp:ShellId></rsp:Shell>`,
  );
}

/** A ReceiveResponse with a Stream for each piece. */
export function winrmReceived(relatesTo: string, pieces: readonly Uint8Array[]): Uint8Array {
  return winrmAnswer(
    relatesTo,
    'http://schemas.microsoft.com/wbem/wsman/1/windows/shell/ReceiveResponse',
    `<rsp:ReceiveResponse>${pieces
      .map((piece) => `<rsp:Stream Name="stdout">${text(base64Encode(piece))}</rsp:Stream>`)
      .join('')}</rsp:ReceiveResponse>`,
  );
}
