import type { Style } from '../terminal/style';
import { renderTallies, type TallyEntry } from '../terminal/tally';
import { count, counted, enumWords, safe, wrap } from '../terminal/words';
import type { ManageReport } from './result-collector';
import type { CountJson, FindingJson, InventoryStartJson, ManageSummaryJson } from './result-json';

const CUT_OFF = 'eas.version.cutOff';

/** An inventory for a person. */
export function manageLines({ start, findings, summary }: ManageReport, style: Style, width: number): string[] {
  if (!summary) return [];
  const tables = renderTallies(
    [
      { heading: 'Access state', entries: entries(summary.byAccessState) },
      { heading: 'Client', entries: entries(summary.byClient) },
      { heading: 'Operating system', entries: entries(summary.byOs) },
      { heading: 'EAS version', entries: entries(summary.byEasVersion) },
    ],
    style,
    width - 2,
  );
  return [
    ...wrap(headline(start, summary), width - 2).map((line) => `  ${line}`),
    ...(tables.length > 0 ? ['', ...tables.map((line) => (line === '' ? '' : `  ${line}`))] : []),
    ...findingLines(findings, style, width),
  ];
}

function headline(start: InventoryStartJson, summary: ManageSummaryJson): string {
  const parts = [
    counted(summary.partnerships ?? 0, 'partnership'),
    counted(summary.mailboxes ?? 0, 'mailbox', 'mailboxes'),
    exchange(start.exchangeVersion),
    summary.isComplete ? inventoryKind(start) : 'incomplete',
    `statistics of ${count(summary.statisticsRead ?? 0)} read`,
  ];
  const scope = summary.scopeApplied ?? [];
  return parts.join(' · ') + (scope.length > 0 ? ` · ${scope.map(safe).join('; ')}` : '');
}

/** "Exchange Online", "Exchange 2016", "Exchange SE". */
export function exchange(version: string | undefined): string {
  const name = (version ?? '').replace('EXCHANGE_VERSION_', '');
  if (name === '' || name === 'UNSPECIFIED') return 'Exchange';
  return `Exchange ${name === 'ONLINE' ? 'Online' : name}`;
}

const inventoryKind = (start: InventoryStartJson): string =>
  (start.isFull ? 'full inventory' : 'changes only') + (start.isResumed ? ', resumed' : '');

function entries(counts: readonly CountJson[] | undefined): TallyEntry[] {
  return (counts ?? []).map(({ name, count: times }) => ({ name: tallyName(name ?? ''), count: times ?? 0 }));
}

/** Enum names become words; other names stay as Exchange has them. */
function tallyName(name: string): string {
  if (name === '') return '(not stated)';
  for (const prefix of ['DEVICE_ACCESS_STATE', 'CLIENT_FAMILY']) {
    if (name.startsWith(`${prefix}_`)) return enumWords(name, prefix);
  }
  return safe(name);
}

/** What is cut off comes first; a note is faint. */
function findingLines(findings: readonly FindingJson[], style: Style, width: number): string[] {
  if (findings.length === 0) return [];
  const sorted = [...findings].sort((a, b) => Number(b.code === CUT_OFF) - Number(a.code === CUT_OFF));
  const numbers = sorted.map((finding) => count(finding.count ?? 0));
  const numberWidth = Math.max(...numbers.map(({ length }) => length));
  const lines = sorted.flatMap(({ severity, summary }, index) => {
    const colour = severity === 'SEVERITY_INFO' ? style.faint : style.doubtful;
    const number = (numbers[index] ?? '').padStart(numberWidth);
    const text = wrap(safe(summary ?? ''), width - numberWidth - 4);
    return text.map((line, row) => `  ${colour(row === 0 ? number : ' '.repeat(numberWidth))}  ${line}`);
  });
  return ['', ...lines];
}
