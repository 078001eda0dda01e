import { PSDateTime, PSObject, type PSValue } from '../ps-object';
import { integerField, listField, payloadObject, textField } from './read-fields';
import { PSPrimitive } from '../values/ps-primitive';

/** A record of the information stream (Write-Information, Write-Host); from protocol version 2.3. */
export interface InformationRecord {
  /** Whatever was written; Write-Host writes an object with a Message. */
  readonly messageData: PSValue;
  readonly source: string | undefined;
  readonly timeGenerated: PSDateTime | undefined;
  readonly tags: readonly string[];
  readonly user: string | undefined;
  readonly computer: string | undefined;
  readonly processId: number | undefined;
}

/** A record from what travelled. */
export function decodeInformationRecord(value: PSValue | undefined): InformationRecord {
  const object = payloadObject(value, 'INFORMATION_RECORD');
  const time = object.get('TimeGenerated');
  return {
    messageData: object.get('MessageData') ?? null,
    source: textField(object, 'Source'),
    timeGenerated: time instanceof PSDateTime ? time : undefined,
    tags: listField(object, 'Tags').map(String),
    user: textField(object, 'User'),
    computer: textField(object, 'Computer'),
    processId: integerField(object, 'ProcessId'),
  };
}

/** What travels of a record. */
export function encodeInformationRecord(record: InformationRecord): PSObject {
  const unsigned = (value: number): PSPrimitive => new PSPrimitive('U32', String(value));
  const properties = new Map<string, PSValue>([
    ['MessageData', record.messageData],
    ['Source', record.source ?? null],
    ['TimeGenerated', record.timeGenerated ?? null],
    ['Tags', record.tags],
    ['User', record.user ?? null],
    ['Computer', record.computer ?? null],
    ['ProcessId', unsigned(record.processId ?? 0)],
    ['NativeThreadId', unsigned(0)],
    ['ManagedThreadId', unsigned(0)],
  ]);
  const types = ['System.Management.Automation.InformationRecord', 'System.Object'];
  return new PSObject(properties, types, textOf(record.messageData), undefined, 0);
}

function textOf(value: PSValue): string {
  return value === null || Array.isArray(value) ? '' : String(value);
}
