import type { ExchangeVersion } from '../../plugin/exchange/exchange-version';
import type { Connection } from '../../protocol';
import { DUTIES, byCmdlet, neededCommands, type Duty } from './needed-commands';

/** What the script is made for. */
export interface RoleScriptOrder {
  readonly target: Connection['target'];
  readonly version: ExchangeVersion;
  readonly duties: readonly Duty[];
  /** The organizational units that the settings include. */
  readonly organizationalUnits: readonly string[];
}

/** Built-in roles, the narrower ones first: each cmdlet is taken from the first that has it. */
const PREFERRED_ROLES = [
  'View-Only Recipients',
  'View-Only Configuration',
  'User Options',
  'Recipient Policies',
  'Organization Client Access',
  'Mail Recipients',
];

/** What PowerShell gives every cmdlet, and role entries list all the same. Without them errors could not be handled. */
const COMMON_PARAMETERS = [
  'Debug',
  'ErrorAction',
  'ErrorVariable',
  'OutBuffer',
  'OutVariable',
  'Verbose',
  'WarningAction',
  'WarningVariable',
];

/**
 * The PowerShell script that gives an account just the cmdlets and parameters that the connector needs: one role for
 * each built-in role that has them, without its other entries, and one role group. Run again, it adds what is missing.
 * Which built-in role has a cmdlet the script asks Exchange itself, because it differs between versions.
 */
export function roleScript(order: RoleScriptOrder): string {
  const { target, version, duties } = order;
  const needed = byCmdlet(neededCommands(version, duties)).filter(({ cmdlet }) => cmdlet !== 'Get-Command');
  const isOnline = target.kind === 'exchangeOnline';
  const entries = needed.map(({ cmdlet, parameters }) => `  ${quoted(cmdlet)} = ${list(parameters)}`);
  return [
    ...heading(order),
    ...(isOnline ? onlineParameters(target.clientId) : onPremisesParameters(target)),
    '',
    "$ErrorActionPreference = 'Stop'",
    '# The cmdlets and parameters that the connector sends.',
    '$needed = @{',
    ...entries,
    '}',
    `$common = ${list(COMMON_PARAMETERS)}`,
    `$preferred = ${list(PREFERRED_ROLES)}`,
    CHOOSE_ROLES,
    MAKE_ROLES,
    makeRoleGroup(order),
    isOnline ? ONLINE_MEMBER : ON_PREMISES_MEMBER,
    "Get-RoleGroup -Identity $RoleGroup | Format-List -Property 'Name', 'Roles', 'Members'",
    '',
  ].join('\n');
}

function heading({ target, version, duties }: RoleScriptOrder): string[] {
  const where =
    target.kind === 'exchangeOnline'
      ? '# Run it in Exchange Online PowerShell (Connect-ExchangeOnline), as a member of Organization Management.'
      : '# Run it in the Exchange Management Shell, as a member of Organization Management.';
  return [
    `# The rights of the EAS connector in Exchange ${version}, and no others. It lets its account:`,
    ...duties.map((duty) => `# - ${DUTIES[duty]}`),
    where,
    ...(target.kind === 'exchangeOnline'
      ? [
          '# The application needs the permission Exchange.ManageAsApp as well (Office 365 Exchange Online, application',
          '# permission, with consent), and no directory role: a directory role would give it more than this.',
        ]
      : []),
  ];
}

function onPremisesParameters(target: Exclude<Connection['target'], { kind: 'exchangeOnline' }>): string[] {
  const username = target.kind === 'remotePowerShell' ? target.username : '';
  return [
    'param(',
    "  [string] $RoleGroup = 'EAS Connector',",
    '  # The account under which the connector signs in.',
    username === ''
      ? '  [Parameter(Mandatory = $true)] [string] $Account'
      : `  [string] $Account = ${quoted(username)}`,
    ')',
  ];
}

function onlineParameters(clientId: string): string[] {
  const mandatory = '[Parameter(Mandatory = $true)] [string]';
  return [
    'param(',
    "  [string] $RoleGroup = 'EAS Connector',",
    '  # The application (client) ID.',
    clientId === '' ? `  ${mandatory} $AppId,` : `  [string] $AppId = ${quoted(clientId)},`,
    '  # The object ID of the enterprise application (the service principal), not that of the app registration.',
    `  ${mandatory} $ObjectId`,
    ')',
  ];
}

const CHOOSE_ROLES = `
# For each cmdlet the built-in role to take it from.
$plan = @{}
foreach ($cmdlet in $needed.Keys) {
  $having = @{ Cmdlet = $cmdlet }
  if ($needed[$cmdlet].Count -gt 0) { $having.CmdletParameters = $needed[$cmdlet] }
  $roles = @(Get-ManagementRole @having |
    Where-Object { $_.IsRootRole -and -not $_.IsEndUserRole } | ForEach-Object { [string] $_.Name })
  if ($roles.Count -eq 0) { throw "No built-in role has $cmdlet with $($needed[$cmdlet] -join ', ')." }
  $parent = @($preferred | Where-Object { $roles -contains $_ }) + $roles | Select-Object -First 1
  $plan[$parent] = @($plan[$parent] | Where-Object { $_ }) + $cmdlet
}`;

const MAKE_ROLES = `
# One role of its own for each of them, with just these entries and parameters.
$own = @()
foreach ($parent in $plan.Keys) {
  $role = "$RoleGroup - $parent"
  $own += $role
  if (-not (Get-ManagementRole -Identity $role -ErrorAction SilentlyContinue)) {
    New-ManagementRole -Name $role -Parent $parent | Out-Null
  }
  foreach ($entry in @(Get-ManagementRoleEntry -Identity "$role\\*")) {
    $identity = "$role\\$($entry.Name)"
    if ($plan[$parent] -notcontains $entry.Name) {
      Remove-ManagementRoleEntry -Identity $identity -Confirm:$false
    } else {
      $wanted = $needed[[string] $entry.Name] + $common
      $keep = @($entry.Parameters | Where-Object { $wanted -contains $_ })
      if ($keep.Count -gt 0) { Set-ManagementRoleEntry -Identity $identity -Parameters $keep -Confirm:$false }
    }
  }
}`;

function makeRoleGroup({ organizationalUnits, target }: RoleScriptOrder): string {
  const [unit, ...others] = organizationalUnits;
  const isScoped = unit !== undefined && others.length === 0 && target.kind !== 'exchangeOnline';
  const scope = isScoped ? ` -RecipientOrganizationalUnitScope ${quoted(unit)}` : '';
  const remark = isScoped ? '\n# Changes are limited to the organizational unit of the settings.' : '';
  return `
# The role group.${remark}
$group = Get-RoleGroup -Identity $RoleGroup -ErrorAction SilentlyContinue
if (-not $group) { New-RoleGroup -Name $RoleGroup -Roles $own${scope} | Out-Null }
else {
  $assigned = @($group.Roles | ForEach-Object { ([string] $_ -split '/')[-1] })
  foreach ($role in $own) {
    if ($assigned -notcontains $role) { New-ManagementRoleAssignment -SecurityGroup $RoleGroup -Role $role${scope} | Out-Null }
  }
}`;
}

const ON_PREMISES_MEMBER = `
$isMember = Get-RoleGroupMember -Identity $RoleGroup -ErrorAction SilentlyContinue |
  Where-Object { $_.Identity -eq (Get-User -Identity $Account).Identity }
if (-not $isMember) { Add-RoleGroupMember -Identity $RoleGroup -Member $Account -Confirm:$false }`;

const ONLINE_MEMBER = `
$principal = Get-ServicePrincipal -Identity $ObjectId -ErrorAction SilentlyContinue
if (-not $principal) { $principal = New-ServicePrincipal -AppId $AppId -ObjectId $ObjectId -DisplayName $RoleGroup }
$isMember = Get-RoleGroupMember -Identity $RoleGroup | Where-Object { $_.Identity -eq $principal.Identity }
if (-not $isMember) { Add-RoleGroupMember -Identity $RoleGroup -Member $principal.Identity -Confirm:$false }`;

function list(values: readonly string[]): string {
  return `@(${values.map(quoted).join(', ')})`;
}

/** A literal string: nothing in it is expanded. PowerShell takes the typographic quotes for quotes too. */
function quoted(value: string): string {
  return `'${value.replace(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;
}
