import type { Action, ActionKind, Approval, DeviceOfMailbox, PartnershipRef } from './action';
import type { DesiredAccess, DesiredRule } from './desired-access';
import { ACCESS_LEVELS, CHARACTERISTICS, STANDING_ORDER_ENDS, WEEKDAYS, WIPE_KINDS } from './enum-words';
import type { JsonReader } from './json-reader';
import type { Hygiene, MaintenanceWindow, SafetyLimits, SecuritySettings } from './settings';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What only EASConnectorSecurity's settings have, from checked JSON. */
export function securitySettings(
  json: JsonReader,
): Pick<SecuritySettings, 'actions' | 'approvals' | 'desiredAccess' | 'safety' | 'hygiene'> {
  const desired = json.optionalObject('desiredAccess');
  return {
    actions: json.objects('actions').map(action),
    approvals: json.objects('approvals').map(approval),
    desiredAccess: desired && desiredAccess(desired),
    safety: safetyLimits(json.object('safety')),
    hygiene: hygiene(json.object('hygiene')),
  };
}

function action(json: JsonReader): Action {
  return {
    id: json.text('id'),
    orderedAt: json.time('orderedAt'),
    expiresAt: json.time('expiresAt'),
    orderedBy: json.text('orderedBy'),
    what: actionKind(json),
  };
}

function actionKind(json: JsonReader): ActionKind {
  if (json.has('wipe')) return wipe(json.object('wipe'));
  if (json.has('cancelWipe')) {
    return { kind: 'cancelWipe', partnership: partnershipRef(json.object('cancelWipe')) };
  }
  if (json.has('allowDevice')) return { kind: 'allowDevice', device: deviceOfMailbox(json.object('allowDevice')) };
  if (json.has('blockDevice')) return { kind: 'blockDevice', device: deviceOfMailbox(json.object('blockDevice')) };
  if (json.has('removePartnership')) {
    const what = json.object('removePartnership');
    return {
      kind: 'removePartnership',
      partnership: partnershipRef(what),
      clearBlockedList: what.flag('clearBlockedList'),
      evenIfWipeUnfinished: what.flag('evenIfWipeUnfinished'),
    };
  }
  if (json.has('assignPolicy')) return assignPolicy(json.object('assignPolicy'));
  const what = json.object('refreshStatus');
  return {
    kind: 'refreshStatus',
    partnershipGuids: what.texts('partnershipGuids').map((guid) => guid.toLowerCase()),
    mailboxes: what.texts('mailboxes'),
  };
}

function wipe(json: JsonReader): ActionKind {
  return {
    kind: 'wipe',
    partnership: partnershipRef(json),
    // The schema admits no wipe without a kind; if it ever did, the smaller one would be meant.
    wipeKind: json.choice('kind', WIPE_KINDS, 'accountOnly'),
    notificationEmailAddresses: json.texts('notificationEmailAddresses'),
    standingOrderEnd: json.choice('standingOrderEnd', STANDING_ORDER_ENDS, 'removePartnership'),
    blockAfterwards: json.flag('blockAfterwards'),
  };
}

function assignPolicy(json: JsonReader): ActionKind {
  return {
    kind: 'assignPolicy',
    policy: json.text('policy'),
    mailboxes: json.texts('mailboxes'),
    groups: json.texts('groups'),
    organizationalUnits: json.texts('organizationalUnits'),
  };
}

function partnershipRef(json: JsonReader): PartnershipRef {
  const ref = json.object('partnership');
  return {
    guid: ref.text('guid').toLowerCase(),
    firstSyncTime: ref.time('firstSyncTime') ?? { seconds: 0, nanos: 0 },
  };
}

function deviceOfMailbox(json: JsonReader): DeviceOfMailbox {
  const device = json.object('device');
  return { mailbox: device.text('mailbox'), deviceId: device.text('deviceId') };
}

function approval(json: JsonReader): Approval {
  return {
    actionId: json.text('actionId'),
    planHash: json.text('planHash'),
    approvedBy: json.text('approvedBy'),
    approvedAt: json.time('approvedAt'),
  };
}

function desiredAccess(json: JsonReader): DesiredAccess {
  const organization = json.object('organization');
  const rules = json.optionalObject('rules');
  return {
    defaultAccessLevel: organization.choice('defaultAccessLevel', ACCESS_LEVELS, undefined),
    userMailInsert: organization.optionalText('userMailInsert'),
    adminMailRecipients: organization.optionalObject('adminMailRecipients')?.texts('addresses'),
    otaNotificationMailInsert: organization.optionalText('otaNotificationMailInsert'),
    rules: rules?.objects('rules').map(desiredRule),
    removeOtherRules: rules?.flag('removeOthers') ?? false,
    preApproveExistingDevices: json.flag('preApproveExistingDevices'),
    maxDevicesLosingAccess: json.optionalCount('maxDevicesLosingAccess') ?? 0,
  };
}

function desiredRule(json: JsonReader): DesiredRule {
  return {
    characteristic: json.choice('characteristic', CHARACTERISTICS, 'DeviceType'),
    queryString: json.text('queryString'),
    accessLevel: json.choice('accessLevel', ACCESS_LEVELS, 'Allow'),
  };
}

function safetyLimits(json: JsonReader): SafetyLimits {
  return {
    reportOnly: json.flag('reportOnly'),
    maxDestructivePerRun: json.optionalCount('maxDestructivePerRun') ?? 10,
    maxDestructivePerDay: json.optionalCount('maxDestructivePerDay') ?? 50,
    protectedMailboxes: json.texts('protectedMailboxes'),
    protectedGroups: json.texts('protectedGroups'),
    maintenanceWindows: json.objects('maintenanceWindows').map(maintenanceWindow),
    retryForMs: json.durationMs('retryFor', 168 * HOUR),
    blockWaitsForWipeMs: json.durationMs('blockWaitsForWipe', 24 * HOUR),
    unacknowledgedWipeAfterMs: json.durationMs('unacknowledgedWipeAfter', 72 * HOUR),
    silentAfterMs: json.durationMs('silentAfter', 14 * DAY),
  };
}

function maintenanceWindow(json: JsonReader): MaintenanceWindow {
  const [hours, minutes] = json.text('begins').split(':').map(Number);
  return {
    days: json.texts('days').flatMap((day) => WEEKDAYS.get(day) ?? []),
    beginsMinute: (hours ?? 0) * 60 + (minutes ?? 0),
    lastsMs: json.durationMs('lasts', 0),
  };
}

function hygiene(json: JsonReader): Hygiene {
  return {
    reportDeadIds: json.flag('reportDeadIds'),
    removeDeadAllowedIds: json.flag('removeDeadAllowedIds'),
    staleAfterMs: json.durationMs('staleAfter', undefined),
    removeStalePartnerships: json.flag('removeStalePartnerships'),
    maxRemovalsPerMonth: json.optionalCount('maxRemovalsPerMonth'),
    proposeSuccessors: json.flag('proposeSuccessors'),
  };
}
