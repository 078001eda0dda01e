import { RUN_OUTCOMES, SEVERITIES } from './enum-words';
import {
  deviceClassFields,
  mailboxFields,
  organizationSettingsFields,
  partnershipFields,
  policyFields,
  ruleFields,
} from './encode-inventory';
import { commandCountFields, enumNumber, outcomeFields, problemFields, stated, wipeStatusFields } from './encode-parts';
import { easconnector } from './generated/easconnector';
import type {
  AccessImpact,
  ExchangeVersionName,
  Finding,
  InventoryStart,
  ManageResult,
  ManageSummary,
  SecurityResult,
  SecuritySummary,
  SyncTime,
} from './results';

import v1 = easconnector.v1;

const VERSIONS: readonly ExchangeVersionName[] = ['2010', '2013', '2016', '2019', 'SE', 'Online'];

const versionNumber = (version: ExchangeVersionName | undefined): number =>
  version === undefined ? 0 : VERSIONS.indexOf(version) + 1;

/** Encodes one result of EASConnectorManage. */
export function encodeManageResult(sequence: number, result: ManageResult): Uint8Array {
  const { start, organizationSettings, summary } = result;
  return v1.ManageResult.encode(
    stated({
      sequence,
      start: start && startFields(start),
      organizationSettings: organizationSettings && organizationSettingsFields(organizationSettings),
      deviceAccessRules: result.deviceAccessRules?.map(ruleFields),
      deviceClasses: result.deviceClasses?.map(deviceClassFields),
      policies: result.policies?.map(policyFields),
      mailboxes: result.mailboxes?.map(mailboxFields),
      partnerships: result.partnerships?.map(partnershipFields),
      changes: result.changes?.map(({ partnership, changedFields }) =>
        stated({ partnership: partnershipFields(partnership), changedFields: [...changedFields] }),
      ),
      gonePartnershipGuids: [...(result.gonePartnershipGuids ?? [])],
      syncTimes: result.syncTimes && syncTimesFields(result.syncTimes),
      goneMailboxGuids: [...(result.goneMailboxGuids ?? [])],
      heldPartnershipGuids: [...(result.heldPartnershipGuids ?? [])],
      findings: result.findings?.map(findingFields),
      summary: summary && manageSummaryFields(summary),
    }),
  ).finish();
}

/** Encodes one result of EASConnectorSecurity. */
export function encodeSecurityResult(sequence: number, result: SecurityResult): Uint8Array {
  return v1.SecurityResult.encode(
    stated({
      sequence,
      outcomes: result.outcomes?.map(outcomeFields),
      deviceStatuses: result.deviceStatuses?.map(({ partnership, wipe }) =>
        stated({ partnership: partnershipFields(partnership), wipe: wipe && wipeStatusFields(wipe) }),
      ),
      accessImpact: result.accessImpact && accessImpactFields(result.accessImpact),
      drift: result.drift?.map((change) => stated({ ...change })),
      findings: result.findings?.map(findingFields),
      summary: result.summary && securitySummaryFields(result.summary),
      desiredAccess: result.desiredAccess && outcomeFields(result.desiredAccess),
    }),
  ).finish();
}

function accessImpactFields(impact: AccessImpact): v1.AccessImpact.$Properties {
  return {
    ...impact,
    examplesLosing: [...impact.examplesLosing],
    examplesGaining: [...impact.examplesGaining],
    examplesAtRisk: [...impact.examplesAtRisk],
  };
}

function startFields(start: InventoryStart): v1.InventoryStart.$Properties {
  return stated({ ...start, exchangeVersion: versionNumber(start.exchangeVersion) });
}

function findingFields(finding: Finding): v1.Finding.$Properties {
  return stated({
    ...finding,
    severity: enumNumber(SEVERITIES, finding.severity),
    examples: [...finding.examples],
    drift: finding.drift?.map((change) => stated({ ...change })) ?? [],
  });
}

function syncTimesFields(times: readonly SyncTime[]): v1.SyncTimes.$Properties {
  const guids = Buffer.alloc(times.length * 16);
  for (const [place, { guid }] of times.entries()) guids.write(guid.replaceAll('-', ''), place * 16, 'hex');
  return {
    guids,
    lastSuccessSync: times.map(({ lastSuccessSync }) => lastSuccessSync),
    lastSyncAttemptTime: times.map(({ lastSyncAttemptTime }) => lastSyncAttemptTime),
    readAt: times.map(({ readAt }) => readAt),
    isOnline: times.map(({ isOnline }) => isOnline),
  };
}

function manageSummaryFields(summary: ManageSummary): v1.ManageSummary.$Properties {
  return stated({
    ...summary,
    outcome: enumNumber(RUN_OUTCOMES, summary.outcome),
    problems: summary.problems.map(problemFields),
    byAccessState: [...summary.byAccessState],
    byClient: [...summary.byClient],
    byOs: [...summary.byOs],
    byEasVersion: [...summary.byEasVersion],
    commands: summary.commands.map(commandCountFields),
    scopeApplied: [...summary.scopeApplied],
  });
}

function securitySummaryFields(summary: SecuritySummary): v1.SecuritySummary.$Properties {
  return stated({
    ...summary,
    outcome: enumNumber(RUN_OUTCOMES, summary.outcome),
    problems: summary.problems.map(problemFields),
    byState: [...summary.byState],
    commands: summary.commands.map(commandCountFields),
    exchangeVersion: versionNumber(summary.exchangeVersion),
  });
}
