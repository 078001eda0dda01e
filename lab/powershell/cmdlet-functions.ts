import type { ExchangeVersion } from '../../plugin/exchange/exchange-version';
import type { CmdletReference, ReferenceCmdlet, ReferenceParameter } from '../reference/reference';

/**
 * The types of parameters that PowerShell converts itself. Exchange's IdParameter types take text. What can be several
 * things, as a list with changes or "Unlimited", stays an object; the lab checks it.
 */
const TYPES: Readonly<Record<string, string>> = {
  SwitchParameter: 'switch',
  Boolean: 'System.Nullable[bool]',
  Int32: 'System.Nullable[int]',
  UInt32: 'System.Nullable[uint32]',
  Guid: 'guid',
  PSCredential: 'pscredential',
  'String[]': 'string[]',
  MultiValuedProperty: 'object',
  ProxyAddressCollection: 'object',
  ApprovedApplicationCollection: 'object',
  Unlimited: 'object',
};

const IDENTIFIER = /^[A-Za-z_]\w*$/;

/**
 * The text of a PowerShell script with the cmdlets of a version as functions: the parameters that Microsoft's reference
 * gives it, with their types and aliases, so that PowerShell itself refuses what Exchange would.
 */
export function cmdletFunctions(
  names: readonly string[],
  reference: CmdletReference,
  version: ExchangeVersion,
): string {
  const cmdlets = names.flatMap((name) => reference.find(name, version) ?? []);
  const enums = new Map<string, readonly string[]>();
  for (const cmdlet of cmdlets) {
    for (const { type } of parametersOf(cmdlet, version)) {
      const members = enumMembers(type, reference);
      if (members !== undefined) enums.set(type.replace('[]', ''), members);
    }
  }
  return [
    `# Made by the lab of Microsoft's reference: the cmdlets of Exchange ${version}.`,
    `$script:LabCmdletNames = @(${names.map((name) => `'${name}'`).join(', ')})`,
    ...[...enums].map(([name, members]) => `enum ${name} { ${members.join('; ')} }`),
    ...cmdlets.map((cmdlet) => functionText(cmdlet, reference, version)),
    '',
  ].join('\n\n');
}

function functionText(cmdlet: ReferenceCmdlet, reference: CmdletReference, version: ExchangeVersion): string {
  const parameters = parametersOf(cmdlet, version);
  const asks = parameters.some(({ name }) => name === 'Confirm');
  const own = parameters.filter(({ name }) => name !== 'Confirm' && name !== 'WhatIf');
  const binding = asks
    ? `SupportsShouldProcess = $true, ConfirmImpact = '${/^(Clear|Remove)-/.test(cmdlet.name) ? 'High' : 'Medium'}', `
    : '';
  const invoke = (extra: string): string => `Invoke-LabCmdlet '${cmdlet.name}' $PSCmdlet $PSBoundParameters${extra}`;
  const target = ['Identity', 'Name'].find((name) => own.some((parameter) => parameter.name === name));
  const body = asks
    ? [
        `        if (Test-LabConsent $PSCmdlet "${target === undefined ? cmdlet.name : `$${target}`}") { ${invoke(' @{ Confirm = $false }')} }`,
        `        elseif ($WhatIfPreference) { ${invoke(' @{ WhatIf = $true }')} }`,
      ]
    : [`        ${invoke('')}`];
  return [
    `function ${cmdlet.name} {`,
    `    [CmdletBinding(${binding}PositionalBinding = $false)]`,
    '    param(',
    own.map((parameter) => `        ${parameterText(parameter, cmdlet, reference, version)}`).join(',\n'),
    '    )',
    '    process {',
    ...body,
    '    }',
    '}',
  ].join('\n');
}

function parameterText(
  parameter: ReferenceParameter,
  cmdlet: ReferenceCmdlet,
  reference: CmdletReference,
  version: ExchangeVersion,
): string {
  const marks: string[] = [];
  if (isMandatory(parameter.name, cmdlet, version)) marks.push('Mandatory = $true');
  if (parameter.name === 'Identity') {
    marks.push('Position = 0', 'ValueFromPipeline = $true', 'ValueFromPipelineByPropertyName = $true');
  }
  const aliases =
    parameter.aliases.length > 0 ? `[Alias(${parameter.aliases.map((alias) => `'${alias}'`).join(', ')})] ` : '';
  const attribute = marks.length > 0 ? `[Parameter(${marks.join(', ')})] ` : '';
  return `${attribute}${aliases}[${typeText(parameter.type, reference)}] $${parameter.name}`;
}

/** Whether all parameter sets demand it; which set was meant, the lab finds out. */
function isMandatory(name: string, cmdlet: ReferenceCmdlet, version: ExchangeVersion): boolean {
  const exists = cmdlet.parameters.get(name.toLowerCase())?.versions.includes(version) === true;
  return exists && cmdlet.sets.length > 0 && cmdlet.sets.every((set) => set.required.includes(name));
}

function typeText(type: string, reference: CmdletReference): string {
  const known = TYPES[type];
  if (known !== undefined) return known;
  if (enumMembers(type, reference) !== undefined) return type;
  return type.endsWith('[]') ? 'string[]' : 'string';
}

/** The members of an enumeration, if PowerShell can have it as one. */
function enumMembers(type: string, reference: CmdletReference): readonly string[] | undefined {
  const members = reference.acceptedValues(type);
  return members?.every((member) => IDENTIFIER.test(member)) === true ? members : undefined;
}

/** The parameters that the version has, each once. */
function parametersOf(cmdlet: ReferenceCmdlet, version: ExchangeVersion): ReferenceParameter[] {
  return [...new Set(cmdlet.parameters.values())].filter(({ versions }) => versions.includes(version));
}
