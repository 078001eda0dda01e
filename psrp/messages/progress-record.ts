import type { PSObject, PSValue } from '../ps-object';
import { bag, enumValue } from '../values/well-known';
import { integerField, payloadObject, textField } from './read-fields';

/** A record of the progress stream. */
export interface ProgressRecord {
  readonly activityId: number;
  readonly activity: string;
  readonly statusDescription: string;
  readonly currentOperation: string | undefined;
  /** -1 for none. */
  readonly parentActivityId: number;
  /** 0 to 100; -1 for unknown. */
  readonly percentComplete: number;
  /** -1 for unknown. */
  readonly secondsRemaining: number;
  readonly recordType: 'Processing' | 'Completed';
}

/** A record from what travelled. */
export function decodeProgressRecord(value: PSValue | undefined): ProgressRecord {
  const object = payloadObject(value, 'PROGRESS_RECORD');
  const integer = (name: string): number => integerField(object, name) ?? -1;
  return {
    activityId: integer('ActivityId'),
    activity: textField(object, 'Activity') ?? '',
    statusDescription: textField(object, 'StatusDescription') ?? '',
    currentOperation: textField(object, 'CurrentOperation'),
    parentActivityId: integer('ParentActivityId'),
    percentComplete: integer('PercentComplete'),
    secondsRemaining: integer('SecondsRemaining'),
    recordType: integerField(object, 'Type') === 1 ? 'Completed' : 'Processing',
  };
}

/** What travels of a record. */
export function encodeProgressRecord(record: ProgressRecord): PSObject {
  const type = 'System.Management.Automation.ProgressRecordType';
  return bag([
    ['Activity', record.activity === '' ? ' ' : record.activity],
    ['ActivityId', record.activityId],
    ['StatusDescription', record.statusDescription],
    ['CurrentOperation', record.currentOperation ?? null],
    ['ParentActivityId', record.parentActivityId],
    ['PercentComplete', record.percentComplete],
    ['Type', enumValue(type, record.recordType, record.recordType === 'Completed' ? 1 : 0)],
    ['SecondsRemaining', record.secondsRemaining],
  ]);
}
