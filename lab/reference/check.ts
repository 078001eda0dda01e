import { ListChange } from '../../plugin/exchange/command';
import type { ExchangeVersion } from '../../plugin/exchange/exchange-version';
import type { CmdletReference, ReferenceCmdlet, ReferenceParameter } from './reference';

/** What is wrong with a call, in Exchange's words. */
export interface ReferenceProblem {
  readonly kind: 'unknownCmdlet' | 'unknownParameter' | 'missingParameter' | 'parameterSet' | 'wrongValue';
  /** Empty if the problem is not about one parameter. */
  readonly parameter: string;
  /** The class of the exception that PowerShell throws. */
  readonly className: string;
  readonly message: string;
}

/** The parameters that PowerShell gives to every cmdlet. */
const COMMON_PARAMETERS: ReadonlySet<string> = new Set(
  (
    'Verbose Debug ErrorAction WarningAction InformationAction ErrorVariable WarningVariable InformationVariable ' +
    'OutVariable OutBuffer PipelineVariable'
  )
    .toLowerCase()
    .split(' '),
);

/** Checks a call against the reference; an empty list means that the version would bind it. */
export function checkCall(
  reference: CmdletReference,
  cmdletName: string,
  parameters: ReadonlyMap<string, unknown>,
  version: ExchangeVersion,
): ReferenceProblem[] {
  const cmdlet = reference.find(cmdletName, version);
  if (cmdlet === undefined) return [unknownCmdlet(cmdletName)];
  const problems: ReferenceProblem[] = [];
  const given = new Set<string>();
  for (const [name, value] of parameters) {
    if (COMMON_PARAMETERS.has(name.toLowerCase())) continue;
    const parameter = cmdlet.parameters.get(name.toLowerCase());
    if (parameter?.versions.includes(version) !== true) {
      problems.push(unknownParameter(name));
      continue;
    }
    given.add(parameter.name);
    const wrong = wrongValue(reference, parameter, value);
    if (wrong !== undefined) problems.push(wrong);
  }
  const unbound = problems.length > 0 ? undefined : checkSets(cmdlet, given, version);
  return unbound === undefined ? problems : [...problems, unbound];
}

function checkSets(
  cmdlet: ReferenceCmdlet,
  given: ReadonlySet<string>,
  version: ExchangeVersion,
): ReferenceProblem | undefined {
  const fitting = cmdlet.sets.filter((set) => !set.without.some((name) => given.has(name)));
  if (fitting.length === 0) {
    return {
      kind: 'parameterSet',
      parameter: '',
      className: 'System.Management.Automation.ParameterBindingException',
      message: 'Parameter set cannot be resolved using the specified named parameters.',
    };
  }
  const exists = (name: string): boolean =>
    cmdlet.parameters.get(name.toLowerCase())?.versions.includes(version) === true;
  const missing = fitting.map((set) => set.required.filter((name) => exists(name) && !given.has(name)));
  if (missing.some((names) => names.length === 0)) return undefined;
  const names = missing[0] ?? [];
  return {
    kind: 'missingParameter',
    parameter: names[0] ?? '',
    className: 'System.Management.Automation.ParameterBindingException',
    message: `Cannot process command because of one or more missing mandatory parameters: ${names.join(' ')}.`,
  };
}

function unknownCmdlet(name: string): ReferenceProblem {
  return {
    kind: 'unknownCmdlet',
    parameter: '',
    className: 'System.Management.Automation.CommandNotFoundException',
    message:
      `The term '${name}' is not recognized as the name of a cmdlet, function, script file, or operable program. ` +
      'Check the spelling of the name, or if a path was included, verify that the path is correct and try again.',
  };
}

function unknownParameter(name: string): ReferenceProblem {
  return {
    kind: 'unknownParameter',
    parameter: name,
    className: 'System.Management.Automation.ParameterBindingException',
    message: `A parameter cannot be found that matches parameter name '${name}'.`,
  };
}

function wrongValue(
  reference: CmdletReference,
  parameter: ReferenceParameter,
  value: unknown,
): ReferenceProblem | undefined {
  switch (parameter.type) {
    case 'SwitchParameter':
      return typeof value === 'boolean' ? undefined : cannotConvert(parameter, value);
    case 'Boolean':
      // Some booleans may be $null (MapiHttpEnabled, SmtpClientAuthenticationDisabled); the reference is not exact there.
      return typeof value === 'boolean' || value === null ? undefined : cannotConvert(parameter, value);
    case 'Int32':
    case 'UInt32':
      return value === null || Number.isInteger(Number(value)) ? undefined : cannotConvert(parameter, value);
    case 'MultiValuedProperty':
    case 'String[]':
      return isListLike(value) ? undefined : cannotConvert(parameter, value);
    default:
      return wrongName(reference.acceptedValues(parameter.type), parameter, value);
  }
}

function isListLike(value: unknown): boolean {
  if (value === null || typeof value === 'string' || value instanceof ListChange) return true;
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function wrongName(
  accepted: readonly string[] | undefined,
  parameter: ReferenceParameter,
  value: unknown,
): ReferenceProblem | undefined {
  if (accepted === undefined || parameter.type.startsWith('MimeTextFormat')) return undefined;
  const names = (Array.isArray(value) ? value : [value]).map(String);
  const wrong = names.find((name) => !accepted.some((known) => known.toLowerCase() === name.toLowerCase()));
  if (wrong === undefined) return undefined;
  return transformation(
    parameter,
    `Cannot convert value "${wrong}" to type "${parameter.type}". Error: "Unable to match the identifier name ${wrong} ` +
      'to a valid enumerator name. Specify one of the following enumerator names and try again: ' +
      `${accepted.join(', ')}"`,
  );
}

function cannotConvert(parameter: ReferenceParameter, value: unknown): ReferenceProblem {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return transformation(parameter, `Cannot convert value "${text}" to type "System.${parameter.type}".`);
}

function transformation(parameter: ReferenceParameter, why: string): ReferenceProblem {
  return {
    kind: 'wrongValue',
    parameter: parameter.name,
    className: 'System.Management.Automation.ParameterBindingArgumentTransformationException',
    message: `Cannot process argument transformation on parameter '${parameter.name}'. ${why}`,
  };
}
