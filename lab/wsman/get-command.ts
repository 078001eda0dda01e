import { PSDictionary, PSObject, type CommandArgument, type PSValue } from '../../psrp';
import type { CmdletRunner } from '../cmdlets';
import { notRecognized } from '../powershell/cmdlet-call';
import type { CmdletReference } from '../reference/reference';

/** What PowerShell gives every command besides. */
const COMMON = [
  'Verbose',
  'Debug',
  'ErrorAction',
  'WarningAction',
  'ErrorVariable',
  'WarningVariable',
  'OutVariable',
  'OutBuffer',
];

/**
 * Get-Command with names, as a restricted endpoint of Exchange shows it: the commands that the account may use, each with
 * the parameters that it may use. Import-PSSession makes its proxies of what it gives.
 * @throws CmdletError for a name that is not there
 */
export function* getCommand(
  given: readonly CommandArgument[],
  runner: CmdletRunner,
  reference: CmdletReference,
): Iterable<PSObject> {
  const { version } = runner.organization.site;
  for (const name of namesIn(given)) {
    const cmdlet = runner.knows(name) ? reference.find(name, version) : undefined;
    if (cmdlet === undefined) throw notRecognized(name);
    const own = [...new Set(cmdlet.parameters.values())].filter(({ versions }) => versions.includes(version));
    const parameters = [...own.map((parameter) => parameter.name), ...COMMON].map((key): [PSValue, PSValue] => [
      key,
      'System.Management.Automation.ParameterMetadata',
    ]);
    const properties: [string, PSValue][] = [
      ['Name', cmdlet.name],
      ['CommandType', 'Function'],
      ['Parameters', new PSDictionary(new Map(parameters))],
    ];
    const types = [
      'System.Management.Automation.FunctionInfo',
      'System.Management.Automation.CommandInfo',
      'System.Object',
    ];
    yield new PSObject(new Map(properties), types, cmdlet.name);
  }
}

function namesIn(given: readonly CommandArgument[]): string[] {
  const value = given.find(({ name }) => name === undefined || name.toLowerCase() === 'name')?.value;
  return (Array.isArray(value) ? (value as readonly PSValue[]) : [value ?? '']).map(String);
}
