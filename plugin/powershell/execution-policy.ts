import { ExchangeError } from '../exchange/exchange-error';
import { text } from '../exchange/properties';
import { collect } from './collect';
import type { LocalPowerShell, PipelineBounds } from './local-power-shell';

/** The scopes of the execution policy that Group Policy sets, and whom each is for. [about_Execution_Policies] */
const GROUP_POLICIES: ReadonlyMap<string, string> = new Map([
  ['MachinePolicy', 'the computer'],
  ['UserPolicy', 'the user'],
]);

/** Windows PowerShell says so in the language of Windows; the name of the exception is the same everywhere. */
const BY_POLICY = /running scripts is disabled|execution_?\s?polic|about_Execution_Policies/i;

const SCRIPT = `
Get-ExecutionPolicy -List | ForEach-Object {
  New-Object -TypeName PSObject -Property @{ Scope = [string] $_.Scope; Policy = [string] $_.ExecutionPolicy }
}
`;

/** Whether PowerShell refused to run a script because of its execution policy. */
export function isOfExecutionPolicy({ message, exception }: ExchangeError): boolean {
  return exception === 'PSSecurityException' || BY_POLICY.test(message);
}

/** The refusal as something that a person can act on: which policy it is, and who has set it. */
export async function executionPolicyError(
  powerShell: LocalPowerShell,
  refusal: ExchangeError,
  bounds: PipelineBounds,
): Promise<ExchangeError> {
  const policies = await readPolicies(powerShell, bounds);
  const set = policies.find(({ scope, policy }) => GROUP_POLICIES.has(scope) && policy !== 'Undefined');
  const cause = set
    ? `A Group Policy for ${GROUP_POLICIES.get(set.scope) ?? ''} sets ${set.policy} (${set.scope}), which no local setting overrides: have it changed to RemoteSigned or AllSigned, as the signatures of the scripts ask for.`
    : 'Allow signed scripts on this computer: Set-ExecutionPolicy RemoteSigned.';
  const list = policies.map(({ scope, policy }) => `${scope} ${policy}`).join(', ');
  return new ExchangeError({
    code: 'transport.unavailable',
    summary: set
      ? 'The execution policy that a Group Policy sets keeps PowerShell from running the scripts of Exchange.'
      : 'The execution policy keeps PowerShell from running the scripts of Exchange.',
    detail: [cause, list === '' ? '' : `Get-ExecutionPolicy -List: ${list}.`, refusal.message]
      .filter(Boolean)
      .join(' '),
    exception: refusal.exception,
    cause: refusal,
  });
}

/** None, if it cannot be read: the refusal itself is more important. */
async function readPolicies(
  powerShell: LocalPowerShell,
  bounds: PipelineBounds,
): Promise<{ scope: string; policy: string }[]> {
  const run = powerShell.runScript.bind(powerShell, 'Get-ExecutionPolicy', SCRIPT, {});
  try {
    const { objects } = await collect(run, bounds);
    return objects.map((object) => ({ scope: text(object, 'Scope'), policy: text(object, 'Policy') }));
  } catch {
    return [];
  }
}
