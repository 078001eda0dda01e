import type { PSValue } from '../ps-object';
import { parseNumber } from './number-text';
import { decodeString } from './escape';

/** The type of a `PR` element, which is how a progress record stands in a CLIXML file (in PSRP it is an Obj). */
export const PROGRESS_RECORD: readonly string[] = ['System.Management.Automation.ProgressRecord', 'System.Object'];

const NAMES: ReadonlyMap<string, string> = new Map([
  ['AV', 'Activity'],
  ['AI', 'ActivityId'],
  ['S', 'CurrentOperation'],
  ['PI', 'ParentActivityId'],
  ['PC', 'PercentComplete'],
  ['T', 'RecordType'],
  ['SR', 'SecondsRemaining'],
  ['SD', 'StatusDescription'],
]);

const NUMBERS = new Set(['AI', 'PI', 'PC', 'SR']);

/** The property that a child of a `PR` element stands for. */
export function progressProperty(tag: string, text: string): [string, PSValue] {
  if (tag === 'Nil') return ['CurrentOperation', null];
  const name = NAMES.get(tag) ?? tag;
  return [name, (NUMBERS.has(tag) ? parseNumber('I32', text) : undefined) ?? decodeString(text)];
}
