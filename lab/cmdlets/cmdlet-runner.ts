import type { PSObject } from '../../psrp';
import type { Organization } from '../organization/organization';
import { checkCall, type ReferenceProblem } from '../reference/check';
import type { CmdletReference, ReferenceCmdlet } from '../reference/reference';
import type { CmdletError } from './cmdlet-error';
import { bindingError, invalidArgument, promptFailed } from './cmdlet-error';
import { cmdletRegistry } from './cmdlet-registry';
import { Parameters } from './parameters';

/** A call as a front receives it. */
export interface Invocation {
  readonly cmdlet: string;
  /** Lists of changes as ListChange, lists as arrays, the rest as plain values. */
  readonly parameters: ReadonlyMap<string, unknown>;
  /** Who calls. */
  readonly user: string;
  /** The properties that are wanted; all, if absent. */
  readonly select?: readonly string[] | undefined;
  readonly warn: (message: string) => void;
}

/** Runs cmdlets against an organization, as the Exchange of its version would. All fronts call it. */
export class CmdletRunner {
  private readonly cmdlets = cmdletRegistry();

  constructor(
    readonly organization: Organization,
    private readonly reference: CmdletReference,
  ) {}

  /** Whether the version has the cmdlet, and the lab carries it out. */
  knows(cmdlet: string): boolean {
    const { version } = this.organization.site;
    return this.reference.find(cmdlet, version) !== undefined && this.cmdlets.has(cmdlet.toLowerCase());
  }

  /** The names of the cmdlets that this version has and the lab carries out. */
  names(): string[] {
    return this.reference.names(this.organization.site.version).filter((name) => this.cmdlets.has(name.toLowerCase()));
  }

  /**
   * Runs a cmdlet. Changes are done when this returns; objects are made as they are asked for.
   * @throws CmdletError now, or while objects are read
   */
  run(invocation: Invocation): Iterable<PSObject> {
    const { version } = this.organization.site;
    const [problem] = checkCall(this.reference, invocation.cmdlet, invocation.parameters, version);
    if (problem !== undefined) throw asError(problem);
    const cmdlet = this.reference.find(invocation.cmdlet, version);
    const body = this.cmdlets.get(invocation.cmdlet.toLowerCase());
    if (cmdlet === undefined || body === undefined) {
      throw invalidArgument(`The lab does not carry out ${invocation.cmdlet}.`, invocation.cmdlet);
    }
    const parameters = new Parameters(invocation.parameters, cmdlet);
    refuseNull(cmdlet, parameters);
    confirm(cmdlet, parameters);
    const { organization } = this;
    const { user, select, warn } = invocation;
    // A rehearsal: Exchange says what it would do, and does nothing.
    if (parameters.isOn('WhatIf') && /^(Clear|Remove)-/.test(cmdlet.name)) return [];
    return body({ organization, cmdlet, parameters, user, select, warn });
  }
}

function asError(problem: ReferenceProblem): CmdletError {
  return bindingError(problem.className, problem.message, problem.parameter);
}

/** A mandatory parameter does not take null or nothing, unlike the optional -Identity of most Get- cmdlets. */
function refuseNull(cmdlet: ReferenceCmdlet, parameters: Parameters): void {
  for (const name of new Set(cmdlet.sets.flatMap((set) => set.required))) {
    if (parameters.has(name) && parameters.text(name) === '') {
      const what = parameters.value(name) === null ? 'null' : 'an empty string';
      throw bindingError(
        'System.Management.Automation.ParameterBindingValidationException',
        `Cannot bind argument to parameter '${name}' because it is ${what}.`,
        name,
      );
    }
  }
}

/** Clear- and Remove- ask before they act, others only with -Confirm; there is nobody to answer. */
function confirm(cmdlet: ReferenceCmdlet, parameters: Parameters): void {
  if (!cmdlet.parameters.has('confirm') || parameters.isOn('WhatIf')) return;
  const asks = parameters.has('Confirm') ? parameters.isOn('Confirm') : /^(Clear|Remove)-/.test(cmdlet.name);
  if (asks) throw promptFailed(`Performing the operation "${cmdlet.name}" on "${parameters.text('Identity')}".`);
}
