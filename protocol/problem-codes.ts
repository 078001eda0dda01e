/**
 * The closed set of problem codes, with what each one means. Codes are added, never changed: hosts act on them. This
 * table is the source of docs/problem-codes.md.
 */
export const PROBLEM_CODES = {
  'settings.invalid': 'A setting is missing, out of range, or contradicts another one. Nothing was contacted.',
  'settings.malformed': 'The settings are not the message that they should be.',
  'settings.unknownVersion': 'The settings follow a contract version that this connector does not know.',
  'settings.unknownField': 'A field of the JSON settings is not known and was ignored. Look for a typing error.',
  'settings.disabled': 'The connector is disabled in the settings. Nothing was contacted.',
  'settings.wrongHost': 'The settings name another computer as the connector host. Nothing was contacted.',
  'connect.refused': 'The other side could not be reached: name resolution, network, or nothing is listening.',
  'connect.tls': "The other side's certificate was not accepted.",
  'connect.timeout': 'The other side did not answer in time.',
  'connect.lost': 'The connection broke in the middle of an answer.',
  'auth.denied': 'The credential was refused.',
  'auth.unavailable': 'The sign-in service did not answer as it should.',
  'rights.missing': 'The account may not do this: a role, a cmdlet or a parameter is missing.',
  'command.failed': 'Exchange refused a command.',
  'command.timeout': 'A command did not end before its deadline.',
  'object.notFound': 'Exchange has no such object.',
  'object.ambiguous': 'Exchange has several objects of that name.',
  throttled: 'Exchange asked to wait for longer than the settings allow.',
  'server.unavailable': 'Exchange answered that it cannot serve now.',
  'protocol.malformed': 'The other side sent something that is not what the protocol asks for.',
  truncated: 'A list came back incomplete. It is not used.',
  cancelled: 'The host cancelled the run.',
  'run.timeout': 'The run reached its time limit. What is left is done in the next run.',
  'transport.unavailable':
    'The transport that the settings ask for does not exist on this computer, or not for this connection.',
  'state.locked': 'Another run of the same task for the same connection is under way.',
  'state.unavailable': 'The state on disk cannot be read or written. Nothing that needs it was sent.',
  'host.failed': 'The host did not take a result.',
  'internal.error': 'A fault of the connector itself. Please report it.',
  'action.invalid': 'The action cannot be carried out as it was ordered.',
  'action.conflict': 'The action has the id of an earlier action with another content.',
  'action.expired': 'The action had expired before it was begun.',
  'action.superseded': 'The device is not the one that the action was ordered for any more.',
  'action.notFound': 'The partnership or mailbox of the action does not exist.',
  'action.protected': 'The mailbox is protected against destructive actions.',
  'action.outOfScope': 'The mailbox is outside the scope of the settings.',
  'action.unconfirmed': 'The change was sent, and Exchange does not show it yet.',
  'action.needsApproval': 'The action waits for an approval.',
  'action.waiting': 'The action waits for something else to happen first.',
  'mailbox.notHere': 'The mailbox is not in this organization.',
  'wipe.kindUnsupported':
    'This kind of wipe does not exist for this client or server. It is not replaced by another kind.',
  'wipe.mayNotArrive': 'The device is blocked, quarantined or silent, so the wipe may never arrive.',
  'wipe.appDataOnly': 'The client can only erase its own data, which is less than what was ordered.',
  'wipe.unfinished': 'A wipe is unfinished, and this would lose it.',
  'wipe.otherOrder': 'A wipe stands on the device that this order did not set.',
  'wipe.standingOrder': 'The standing order of a wipe could not be ended yet: Exchange would wipe the device again.',
  'access.wouldCutOff': 'The change would take access from more devices than the settings allow.',
  'eas.version.cutOff': 'Exchange Online refuses clients below EAS 16.1.',
} as const;

/** A problem code. */
export type ProblemCode = keyof typeof PROBLEM_CODES;
