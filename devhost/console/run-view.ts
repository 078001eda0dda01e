import type { RunRecord } from '../run-record';
import type { ApiRun, ApiRunDetails } from './api-types';
import type { RowSource } from './example-view';
import { readManageReport } from './manage-results';
import { messagesOf, numberOf, textOf, type Json } from './message-json';
import { driftView, findingView, impactView, outcomeView } from './outcome-view';
import { readSecurityReport } from './security-results';

/** A run as the history has it. */
export function runView(record: RunRecord): ApiRun {
  const { runId, task, trigger, startedAt, endedAt, durationMs, outcome, problems, results } = record;
  return { runId, task, trigger, startedAt, endedAt, durationMs, outcome, problems, results };
}

/** A run with what its results say. Never throws: a run whose results are gone still has its record. */
export async function runDetails(record: RunRecord, rows: RowSource): Promise<ApiRunDetails> {
  const nothing = { outcomes: [], findings: [], drift: [], commands: [], figures: [], unreadable: '' };
  const run = { ...runView(record), ...nothing };
  if (record.resultsFile === '') return run;
  try {
    const read = record.task === 'EASConnectorManage' ? manageDetails : securityDetails;
    const details = await read(record, rows);
    return { ...run, ...details };
  } catch (error) {
    return { ...run, unreadable: error instanceof Error ? error.message : String(error) };
  }
}

async function manageDetails({ resultsFile }: RunRecord, rows: RowSource): Promise<Partial<ApiRunDetails>> {
  const { start, findings, summary } = await readManageReport(resultsFile);
  const names = [
    ['Partnerships', 'partnerships'],
    ['Mailboxes', 'mailboxes'],
    ['Statistics read', 'statisticsRead'],
    ['Statistics spared', 'statisticsSpared'],
    ['Statistics left for the next run', 'statisticsLeft'],
  ] as const;
  return {
    findings: findings.map((finding) => findingView(finding, rows)),
    commands: commandsOf(summary),
    figures: [
      { name: 'Inventory', value: start['isFull'] === true ? 'full' : 'changes since the last one' },
      {
        name: 'Exchange',
        value: [textOf(start, 'exchangeBuild'), textOf(start, 'transport')].filter(Boolean).join(', '),
      },
      ...names.map(([name, field]) => ({ name, value: numberOf(summary, field).toLocaleString('en') })),
    ],
  };
}

async function securityDetails({ resultsFile }: RunRecord, rows: RowSource): Promise<Partial<ApiRunDetails>> {
  const report = await readSecurityReport(resultsFile);
  const impact = impactView(report.impact, rows);
  return {
    outcomes: [...report.outcomes.values()].map(outcomeView),
    findings: report.findings.map((finding) => findingView(finding, rows)),
    drift: report.drift.map(driftView),
    ...(impact ? { impact } : {}),
    commands: commandsOf(report.summary),
    figures: [
      { name: 'Changes sent', value: numberOf(report.summary, 'changes').toLocaleString('en') },
      { name: 'Transport', value: textOf(report.summary, 'transport') },
    ],
  };
}

function commandsOf(summary: Json): ApiRunDetails['commands'] {
  return messagesOf(summary, 'commands').map((command) => ({
    cmdlet: textOf(command, 'cmdlet'),
    calls: numberOf(command, 'calls'),
    failures: numberOf(command, 'failures'),
  }));
}
