import type { Organization } from '../organization/organization';
import type { Partnership } from '../organization/partnership';
import type { WipeOrder } from '../organization/partnership-state';

/** The organization in numbers, and every erasure: the body of GET /lab/state. */
export function labState(organization: Organization, openShells: number): Readonly<Record<string, unknown>> {
  const { site, clock, population } = organization;
  const partnerships = population.countPresent();
  return {
    version: site.version,
    now: new Date(clock.now()).toISOString(),
    clockOffsetMs: clock.offset,
    replicationLagMs: organization.replicationLagMs,
    partnerships,
    mailboxes: population.layout.mailboxes,
    policies: organization.directory.policies().length,
    rules: organization.directory.rules().length,
    openShells,
    erasedPhones: [...population.erasedPhones()],
  };
}

/** A partnership as the control server shows it. */
export function deviceJson(partnership: Partnership): Readonly<Record<string, unknown>> {
  const { device, mailbox, state, access } = partnership;
  return {
    guid: partnership.guid,
    deviceId: device.deviceId,
    deviceType: device.deviceType,
    deviceModel: device.deviceModel,
    family: device.family.name,
    clientType: device.clientType,
    clientVersion: device.clientVersion,
    mailbox: mailbox.primarySmtpAddress,
    mailboxGuid: mailbox.guid,
    firstSyncTime: iso(partnership.firstSync),
    lastSyncTime: iso(partnership.lastSync),
    accessState: access.state,
    accessStateReason: access.reason,
    wipeErases: device.family.wipeEffect,
    hasAccount: state.hasAccount,
    returnsAt: iso(state.returnsAt),
    erasures: state.erasures,
    status: partnership.wipeStatus,
    wholeDeviceWipe: order(state.wholeDevice),
    accountOnlyWipe: order(state.accountOnly),
  };
}

function order(wipe: WipeOrder | null): unknown {
  if (wipe === null) return null;
  return { requestedAt: iso(wipe.requestedAt), sentAt: iso(wipe.sentAt), acknowledgedAt: iso(wipe.acknowledgedAt) };
}

function iso(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}
