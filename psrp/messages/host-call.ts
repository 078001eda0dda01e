import type { PSObject, PSValue } from '../ps-object';
import { bag, enumValue } from '../values/well-known';
import { encodeErrorRecord, type ErrorRecord } from './error-record';
import { callIdOf } from './call-id';
import { callIdField, integerField, listField, payloadObject } from './read-fields';

/** A call of the client's host (MS-PSRP 2.2.3.17), by the number of its method. */
export interface HostCall {
  readonly callId: number | bigint;
  readonly methodId: number;
  readonly parameters: readonly PSValue[];
  /** Whether the server waits for an answer. */
  readonly expectsResponse: boolean;
}

/** The answer to a host call. */
export interface HostResponse {
  readonly callId: number | bigint;
  readonly methodId: number;
  readonly result: PSValue | undefined;
  readonly error: PSValue | undefined;
}

/** The call id of methods that give nothing back: nobody waits for them. */
const VOID_CALL = -100;

const METHOD_TYPE = 'System.Management.Automation.Remoting.RemoteHostMethodId';

/** A host call from what travelled. */
export function decodeHostCall(payload: PSValue | undefined): HostCall {
  const object = payloadObject(payload, 'HOST_CALL');
  const callId = callIdField(object, 'HOST_CALL');
  return {
    callId,
    methodId: integerField(object, 'mi') ?? 0,
    parameters: listField(object, 'mp'),
    expectsResponse: callId !== VOID_CALL,
  };
}

/** What travels of a host call. */
export function encodeHostCall(call: Omit<HostCall, 'expectsResponse'>): PSObject {
  return bag([
    ['ci', callIdOf(call.callId)],
    ['mi', enumValue(METHOD_TYPE, String(call.methodId), call.methodId)],
    ['mp', call.parameters],
  ]);
}

/** An answer with a result. */
export function encodeHostResult(call: HostCall, result: PSValue | undefined): PSObject {
  const head: [string, PSValue][] = result === undefined ? [] : [['mr', result]];
  return bag([...head, ...callOf(call)]);
}

/** An answer with an error: the command that asked gets it as an exception. */
export function encodeHostError(call: HostCall, error: ErrorRecord): PSObject {
  return bag([['me', encodeErrorRecord(error)], ...callOf(call)]);
}

/** An answer from what travelled. */
export function decodeHostResponse(payload: PSValue | undefined): HostResponse {
  const object = payloadObject(payload, 'HOST_RESPONSE');
  return {
    callId: callIdField(object, 'HOST_RESPONSE'),
    methodId: integerField(object, 'mi') ?? 0,
    result: object.get('mr'),
    error: object.get('me'),
  };
}

function callOf(call: HostCall): [string, PSValue][] {
  return [
    ['ci', callIdOf(call.callId)],
    ['mi', enumValue(METHOD_TYPE, String(call.methodId), call.methodId)],
  ];
}
