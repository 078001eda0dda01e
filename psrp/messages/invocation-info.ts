import type { PSObject, PSValue } from '../ps-object';
import { enumValue } from '../values/well-known';
import { flagField, integerField, textField } from './read-fields';

/** Where a record was written: the command and its place in a script. */
export interface InvocationInfo {
  readonly commandName: string;
  readonly invocationName: string;
  readonly line: string;
  readonly offsetInLine: number;
  readonly scriptLineNumber: number;
  readonly scriptName: string | undefined;
  readonly positionMessage: string;
  readonly pipelineLength: number;
  readonly pipelinePosition: number;
  readonly historyId: number;
  readonly expectingInput: boolean;
  readonly boundParameters: PSValue;
  readonly unboundArguments: PSValue;
}

/** The invocation info in the properties of a record that was written with it (`addInvocationInfo`). */
export function decodeInvocationInfo(record: PSObject): InvocationInfo {
  return decode(record, 'InvocationInfo_', 'CommandInfo_Name');
}

/** The invocation info in an object of that type. */
export function decodeInvocationInfoObject(object: PSObject): InvocationInfo {
  return decode(object, '', 'MyCommand');
}

function decode(record: PSObject, prefix: string, command: string): InvocationInfo {
  const text = (name: string): string => textField(record, prefix + name) ?? '';
  const integer = (name: string): number => integerField(record, prefix + name) ?? 0;
  return {
    commandName: textField(record, command) ?? '',
    invocationName: text('InvocationName'),
    line: text('Line'),
    offsetInLine: integer('OffsetInLine'),
    scriptLineNumber: integer('ScriptLineNumber'),
    scriptName: textField(record, `${prefix}ScriptName`),
    positionMessage: text('PositionMessage'),
    pipelineLength: integer('PipelineLength'),
    pipelinePosition: integer('PipelinePosition'),
    historyId: integer('HistoryId'),
    expectingInput: flagField(record, `${prefix}ExpectingInput`),
    boundParameters: record.get(`${prefix}BoundParameters`) ?? null,
    unboundArguments: record.get(`${prefix}UnboundArguments`) ?? null,
  };
}

/** The properties of a record that hold an invocation info. */
export function encodeInvocationInfo(info: InvocationInfo): ReadonlyMap<string, PSValue> {
  const automation = 'System.Management.Automation';
  return new Map<string, PSValue>([
    ['InvocationInfo_BoundParameters', info.boundParameters],
    ['InvocationInfo_CommandOrigin', enumValue(`${automation}.CommandOrigin`, 'Internal', 1)],
    ['InvocationInfo_ExpectingInput', info.expectingInput],
    ['InvocationInfo_InvocationName', info.invocationName],
    ['InvocationInfo_Line', info.line],
    ['InvocationInfo_OffsetInLine', info.offsetInLine],
    ['InvocationInfo_HistoryId', info.historyId],
    ['InvocationInfo_PipelineIterationInfo', []],
    ['InvocationInfo_PipelineLength', info.pipelineLength],
    ['InvocationInfo_PipelinePosition', info.pipelinePosition],
    ['InvocationInfo_PSScriptRoot', ''],
    ['InvocationInfo_PSCommandPath', null],
    ['InvocationInfo_PositionMessage', info.positionMessage],
    ['InvocationInfo_ScriptLineNumber', info.scriptLineNumber],
    ['InvocationInfo_ScriptName', info.scriptName ?? null],
    ['InvocationInfo_UnboundArguments', info.unboundArguments],
    ['SerializeExtent', false],
    ['CommandInfo_CommandType', enumValue(`${automation}.CommandTypes`, 'Cmdlet', 8)],
    ['CommandInfo_Definition', info.commandName],
    ['CommandInfo_Name', info.commandName],
    ['CommandInfo_Visibility', enumValue(`${automation}.SessionStateEntryVisibility`, 'Public', 0)],
  ]);
}
