import assert from 'node:assert/strict';
import type { AccessImpact, SecuritySettings } from '../../../protocol';
import { holdAccess, type HoldDecision } from '../../../tasks/eas-connector-security/access/access-hold';
import {
  DESIRED_ACCESS,
  type AccessRecord,
  type BegunPlan,
  type Offer,
} from '../../../tasks/eas-connector-security/access/access-record';
import { stepKey, type AccessStep } from '../../../tasks/eas-connector-security/access/access-step';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 22);
const STEPS: readonly AccessStep[] = [{ kind: 'level', from: 'Allow', to: 'Block' }];

const impact = (losing: number): AccessImpact => ({
  partnerships: 1000,
  losing,
  mailboxesLosing: losing,
  gaining: 0,
  mailboxesGaining: 0,
  undecided: 0,
  atRisk: 0,
  preApproved: 0,
  mailboxesPreApproved: 0,
  examplesLosing: [],
  examplesGaining: [],
  examplesAtRisk: [],
});

interface Change {
  readonly losing: number;
  readonly offer?: Offer | undefined;
  readonly begun?: BegunPlan;
  readonly approved?: string | undefined;
  readonly now?: number;
}

function hold({ losing, offer, begun, approved, now = NOW }: Change): HoldDecision {
  const approvals =
    approved === undefined
      ? []
      : [{ actionId: DESIRED_ACCESS, planHash: approved, approvedBy: '', approvedAt: undefined }];
  const safety = { maintenanceWindows: [], reportOnly: false, retryForMs: 168 * HOUR };
  const record: AccessRecord = {
    version: 1,
    actionId: DESIRED_ACCESS,
    fingerprint: 'f',
    changes: 0,
    attempts: [],
    offer,
  };
  return holdAccess({ safety, approvals } as unknown as SecuritySettings, {
    steps: STEPS,
    impact: impact(losing),
    protectedMailboxes: [],
    record,
    begun,
    limit: 0,
    now,
  });
}

describe('An approval of a change of the access settings', () => {
  const { offer } = hold({ losing: 100 });

  it('is needed above the limit, and is good for what was offered', () => {
    assert.equal(hold({ losing: 100 }).outcome?.state, 'awaitingApproval');
    assert.equal(hold({ losing: 100, offer, approved: offer?.planHash }).outcome, undefined);
    assert.equal(hold({ losing: 100, offer, approved: 'another' }).outcome?.state, 'awaitingApproval');
    assert.equal(hold({ losing: 0 }).outcome, undefined);
  });

  it('is good for a tenth more devices than were offered, and for no more', () => {
    assert.equal(hold({ losing: 110, offer, approved: offer?.planHash }).outcome, undefined);
    const more = hold({ losing: 111, offer, approved: offer?.planHash });
    assert.equal(more.outcome?.state, 'awaitingApproval');
    assert.notEqual(more.offer?.planHash, offer?.planHash);
  });

  it('is not needed again for the rest of a change that was let go, as long as anything is tried again', () => {
    const begun: BegunPlan = { version: 1, fingerprint: 'f', keys: STEPS.map(stepKey), cutOff: 100, at: NOW };
    assert.equal(hold({ losing: 110, begun }).outcome, undefined);
    assert.equal(hold({ losing: 111, begun }).outcome?.state, 'awaitingApproval');
    assert.equal(hold({ losing: 100, begun, now: NOW + 168 * HOUR }).outcome, undefined);
    assert.equal(hold({ losing: 100, begun, now: NOW + 168 * HOUR + 1 }).outcome?.state, 'awaitingApproval');
    const other = { ...begun, keys: [] };
    assert.equal(hold({ losing: 100, begun: other }).outcome?.state, 'awaitingApproval', 'other steps');
  });
});
