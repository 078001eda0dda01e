import { PSObject, type PSValue } from '../ps-object';
import { decodeInvocationInfo, encodeInvocationInfo, type InvocationInfo } from './invocation-info';
import { flagField, textField } from './read-fields';

/** A record of the warning, verbose or debug stream. */
export interface InformationalRecord {
  readonly message: string;
  readonly invocationInfo?: InvocationInfo | undefined;
}

/** The three streams that have such records. */
export type InformationalStream = 'Warning' | 'Verbose' | 'Debug';

/** A record from what travelled. */
export function decodeInformationalRecord(value: PSValue | undefined): InformationalRecord {
  if (!(value instanceof PSObject)) return { message: value === null || value === undefined ? '' : String(value) };
  const message = textField(value, 'InformationalRecord_Message') ?? value.text ?? '';
  const extended = flagField(value, 'InformationalRecord_SerializeInvocationInfo');
  return extended ? { message, invocationInfo: decodeInvocationInfo(value) } : { message };
}

/** What travels of a record. */
export function encodeInformationalRecord(stream: InformationalStream, record: InformationalRecord): PSObject {
  const { message, invocationInfo } = record;
  const notes = new Map<string, PSValue>([
    ['InformationalRecord_Message', message],
    ['InformationalRecord_SerializeInvocationInfo', invocationInfo !== undefined],
  ]);
  if (invocationInfo) {
    for (const [name, value] of encodeInvocationInfo(invocationInfo)) notes.set(name, value);
    notes.set('InformationalRecord_PipelineIterationInfo', []);
  }
  const base = 'System.Management.Automation.InformationalRecord';
  const types = [`System.Management.Automation.${stream}Record`, base, 'System.Object'];
  return new PSObject(notes, types, message, undefined, 0);
}
