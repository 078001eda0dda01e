import type { PSObject, PSValue } from '../ps-object';
import { PSList } from '../values/ps-list';
import { bag, enumValue } from '../values/well-known';
import { noHostInfo } from './host-info';
import { apartmentState } from './init-runspace-pool';
import type { MergedStream, PipelineCommand, PipelineDefinition } from './pipeline';
import { isAtLeast, type ProtocolVersion } from './protocol-version';
import { flagField, integerField, listField, payloadObject, textField } from './read-fields';

const RESULTS = 'System.Management.Automation.Runspaces.PipelineResultTypes';
const STREAM_OPTIONS = 'System.Management.Automation.RemoteStreamOptions';
const LIST = [
  'System.Collections.Generic.List`1[[System.Management.Automation.PSObject, System.Management.Automation, Version=1.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35]]',
  'System.Object',
];

/** The names of PipelineResultTypes by number. */
const RESULT_TYPES = ['None', 'Output', 'Error', 'Warning', 'Verbose', 'Debug', 'Information', 'All', 'Null'] as const;
const ADD_INVOCATION_INFO = 15;

/** CREATE_PIPELINE for a client without a host. */
export function encodeCreatePipeline(definition: PipelineDefinition, version: ProtocolVersion): PSObject {
  const { commands, moreStatements = [], addInvocationInfo = false } = definition;
  const encode = (statement: readonly PipelineCommand[]): PSList =>
    PSList.with(
      statement.map((command) => encodeCommand(command, version)),
      { typeNames: LIST },
    );
  const powerShell: [string, PSValue][] = [
    ['IsNested', false],
    ['Cmds', encode(commands)],
    ['History', null],
    ['RedirectShellErrorOutputPipe', definition.goesOnAfterErrors ?? false],
  ];
  if (moreStatements.length > 0) {
    const all = [commands, ...moreStatements].map((statement) => bag([['Cmds', encode(statement)]]));
    powerShell.splice(1, 0, ['ExtraCmds', PSList.with(all, { typeNames: LIST })]);
  }
  const streams = enumValue(STREAM_OPTIONS, addInvocationInfo ? 'AddInvocationInfo' : '0', addInvocationInfo ? 15 : 0);
  return bag([
    ['NoInput', !(definition.hasInput ?? false)],
    ['ApartmentState', apartmentState()],
    ['RemoteStreamOptions', streams],
    ['AddToHistory', definition.addToHistory ?? false],
    ['HostInfo', noHostInfo()],
    ['PowerShell', bag(powerShell)],
    ['IsNested', false],
  ]);
}

function encodeCommand(command: PipelineCommand, version: ProtocolVersion): PSObject {
  const { merge = {} } = command;
  const result = (stream: MergedStream): PSObject => resultType(merge[stream] ?? 'None');
  const properties: [string, PSValue][] = [
    ['Cmd', command.name],
    ['IsScript', command.isScript ?? false],
    ['UseLocalScope', command.useLocalScope ?? null],
    ['MergeMyResult', resultType(merge.Error ? 'Error' : 'None')],
    ['MergeToResult', result('Error')],
    ['MergePreviousResults', resultType('None')],
  ];
  if (isAtLeast(version, '2.2')) {
    properties.push(['MergeError', result('Error')], ['MergeWarning', result('Warning')]);
    properties.push(['MergeVerbose', result('Verbose')], ['MergeDebug', result('Debug')]);
  }
  if (isAtLeast(version, '2.3')) properties.push(['MergeInformation', result('Information')]);
  const args = (command.arguments ?? []).map(({ name, value }) =>
    bag([
      ['N', name ?? null],
      ['V', value],
    ]),
  );
  return bag([...properties, ['Args', PSList.with(args, { typeNames: LIST })]]);
}

function resultType(name: (typeof RESULT_TYPES)[number]): PSObject {
  return enumValue(RESULTS, name, RESULT_TYPES.indexOf(name));
}

/** What a client wants to run. */
export function decodeCreatePipeline(payload: PSValue | undefined): PipelineDefinition & { readonly object: PSObject } {
  const object = payloadObject(payload, 'CREATE_PIPELINE');
  const powerShell = payloadObject(object.get('PowerShell'), "CREATE_PIPELINE's PowerShell");
  const [, ...more] = listField(powerShell, 'ExtraCmds');
  return {
    commands: decodeCommands(powerShell),
    moreStatements: more.map((statement) => decodeCommands(payloadObject(statement, 'a statement of ExtraCmds'))),
    hasInput: !flagField(object, 'NoInput'),
    addToHistory: flagField(object, 'AddToHistory'),
    goesOnAfterErrors: flagField(powerShell, 'RedirectShellErrorOutputPipe'),
    addInvocationInfo: (integerField(object, 'RemoteStreamOptions') ?? 0) === ADD_INVOCATION_INFO,
    object,
  };
}

function decodeCommands(powerShell: PSObject): PipelineCommand[] {
  return listField(powerShell, 'Cmds').map((item) => {
    const command = payloadObject(item, 'a command of CREATE_PIPELINE');
    const scope = command.get('UseLocalScope');
    const merge = decodeMerge(command);
    return {
      name: textField(command, 'Cmd') ?? '',
      isScript: flagField(command, 'IsScript'),
      ...(typeof scope === 'boolean' ? { useLocalScope: scope } : {}),
      arguments: listField(command, 'Args').map((arg) => {
        const argument = payloadObject(arg, 'an argument of CREATE_PIPELINE');
        return { name: textField(argument, 'N'), value: argument.get('V') ?? null };
      }),
      ...(merge ? { merge } : {}),
    };
  });
}

function decodeMerge(command: PSObject): PipelineCommand['merge'] {
  const merge: Partial<Record<MergedStream, 'Output' | 'Null'>> = {};
  for (const stream of ['Error', 'Warning', 'Verbose', 'Debug', 'Information'] as const) {
    const target = RESULT_TYPES[integerField(command, `Merge${stream}`) ?? 0];
    if (target === 'Output' || target === 'Null') merge[stream] = target;
  }
  const mine = RESULT_TYPES[integerField(command, 'MergeMyResult') ?? 0];
  if (mine === 'Error' && !merge.Error && integerField(command, 'MergeToResult') === 1) merge.Error = 'Output';
  return Object.keys(merge).length === 0 ? undefined : merge;
}
