import { PSRPError } from '../errors/psrp-error';
import { encodeAnswer } from './encode-answer';
import { REFUSALS, type RefusalKind } from './fault-kinds';
import { NAMESPACE } from './names';
import { element, type Xml } from './xml-writer';

/** An answer as HTTP has it, `application/soap+xml;charset=UTF-8`. */
export interface EncodedAnswer {
  readonly status: number;
  readonly body: Uint8Array;
}

/** What a server refuses a request with. */
export interface FaultDetails {
  readonly kind: RefusalKind;
  /** WinRM's own text for the kind if left out. */
  readonly text?: string;
  /** Another code than the kind's own, such as that of another quota. */
  readonly code?: number;
  /** The provider within WinRM that refuses, which then wraps the text. */
  readonly provider?: string;
}

/** A request that is to be refused. */
export class WsmanFaultError extends PSRPError {
  override readonly name = 'WsmanFaultError';

  constructor(
    readonly details: FaultDetails,
    /** The MessageID of the request as it stood there, if it could be read. */
    readonly relatesTo: string | undefined,
  ) {
    super(`The request is refused (${details.kind}): ${details.text ?? REFUSALS[details.kind].text}`);
  }
}

/** A fault as WinRM writes it, with the genuine codes, subcode and HTTP status of its kind. */
export function encodeFault(
  details: FaultDetails,
  context: {
    readonly relatesTo: string | undefined;
    readonly newGuid: () => string;
    readonly machine?: string | undefined;
    readonly operationId?: string | undefined;
  },
): EncodedAnswer {
  const refusal = REFUSALS[details.kind];
  const { text = refusal.text, code = refusal.code, provider } = details;
  const language = { 'xml:lang': 'en-US' };
  const subcode =
    refusal.subcode === undefined ? [] : [element('s:Subcode', {}, [element('s:Value', {}, refusal.subcode)])];
  const detail: Xml =
    refusal.detail === undefined
      ? []
      : [element('w:FaultDetail', {}, `${NAMESPACE.wsman.replace('.xsd', '')}/faultDetail/${refusal.detail}`)];
  const message = provider === undefined ? text : [element('f:ProviderFault', { provider }, text)];
  const fault = element('s:Fault', {}, [
    element('s:Code', {}, [element('s:Value', {}, refusal.by), ...subcode]),
    element('s:Reason', {}, [element('s:Text', language, refusal.text)]),
    element('s:Detail', {}, [
      ...detail,
      element('f:WSManFault', { 'xmlns:f': NAMESPACE.fault, Code: String(code), Machine: context.machine }, [
        element('f:Message', {}, message),
      ]),
    ]),
  ]);
  const action =
    refusal.subcode?.startsWith('a:') === true ? NAMESPACE.addressing : NAMESPACE.wsman.replace('.xsd', '');
  return { status: 500, body: encodeAnswer({ ...context, action: `${action}/fault` }, [fault]) };
}
