import { easVersionNumber, hasEas161, speaksEas } from '../../../plugin/exchange/client-family';
import type { DeviceStatistics, ExchangeVersionName, Partnership } from '../../../protocol';
import type { DecidedBy } from './access-words';
import type { Find } from './finding-tally';
import { OS_SUPPORT_AS_OF, osSupport } from './os-support';

/** What a partnership is judged by. */
export interface Judgement {
  readonly version: ExchangeVersionName;
  /** Milliseconds since 1970. */
  readonly nowMs: number;
  /** The same day, YYYY-MM-DD. */
  readonly today: string;
  readonly staleAfterMs: number;
  readonly decidedBy: DecidedBy;
}

const DAY_MS = 86_400_000;

/** What deserves attention in one partnership. Pure. */
export function partnershipFinds(partnership: Partnership, judgement: Judgement): Find[] {
  return [
    easVersion(partnership, judgement),
    operatingSystem(partnership, judgement),
    ...access(partnership, judgement),
    policy(partnership),
    stale(partnership, judgement),
  ].filter((find) => find !== undefined);
}

function easVersion(partnership: Partnership, { version }: Judgement): Find | undefined {
  if (partnership.cutOffOnline) {
    const summary = 'Exchange Online refuses these partnerships: their EAS version is below 16.1.';
    return { code: 'eas.version.cutOff', severity: 'warning', summary };
  }
  const isStated = speaksEas(partnership) && !Number.isNaN(easVersionNumber(partnership.clientVersion));
  if (version === 'Online' || !isStated || hasEas161(partnership)) return undefined;
  const summary = 'EAS version below 16.1: Exchange Online would refuse these partnerships after a move.';
  return { code: 'eas.version.old', severity: 'info', summary };
}

function operatingSystem(partnership: Partnership, { today }: Judgement): Find | undefined {
  const { name, state, endedOn } = osSupport(partnership, today);
  if (state === 'updated') return undefined;
  if (state === 'ended') {
    return {
      code: 'os.outOfSupport',
      severity: 'warning',
      summary: `${name} has had no security updates since ${endedOn}.`,
    };
  }
  const summary = `Operating system not stated, or not in the connector's table of ${OS_SUPPORT_AS_OF}: whether it gets security updates is not known.`;
  return { code: 'os.supportUnknown', severity: 'info', summary };
}

/** Reasons that stand for somebody's decision; any other one came about by itself. */
const DECISIONS: ReadonlySet<string> = new Set(['global', 'individual', 'devicerule']);

function access(partnership: Partnership, { decidedBy }: Judgement): Find[] {
  const { deviceAccessState: state, deviceAccessStateReason, onAllowedList, onBlockedList } = partnership;
  const isShutOut = state === 'Blocked' || state === 'Quarantined';
  if (!partnership.capabilities.accessRules) return isShutOut ? [notEnforced(state)] : [];
  const reason = deviceAccessStateReason.toLowerCase();
  const finds: Find[] = [];
  if (isShutOut) {
    const severity = state === 'Blocked' && DECISIONS.has(reason) ? 'info' : 'warning';
    const code = state === 'Blocked' ? 'access.blocked' : 'access.quarantined';
    finds.push({ code, severity, summary: `${state} ${decidedBy(partnership)}.` });
  }
  const contradiction = listContradiction(state, reason, onAllowedList, onBlockedList);
  if (contradiction !== undefined) {
    const summary = `${contradiction} Exchange decides again when they next synchronize.`;
    finds.push({ code: 'access.listIgnored', severity: 'warning', summary });
  }
  return finds;
}

function notEnforced(state: string): Find {
  const summary = `Shown as ${state.toLowerCase()}, but this client synchronizes all the same: it heeds only its own switch on the mailbox (UniversalOutlookEnabled, OWAforDevicesEnabled).`;
  return { code: 'access.notEnforced', severity: 'warning', summary };
}

/** The blocked list wins over the allowed one; a mailbox policy that is not met wins over the allowed list. */
function listContradiction(
  state: Partnership['deviceAccessState'],
  reason: string,
  onAllowedList: boolean,
  onBlockedList: boolean,
): string | undefined {
  if (onBlockedList) return state === 'Allowed' ? "On the mailbox's blocked list, and allowed." : undefined;
  if (!onAllowedList || reason === 'policy') return undefined;
  if (state !== 'Blocked' && state !== 'Quarantined') return undefined;
  return `On the mailbox's allowed list, and ${state.toLowerCase()}.`;
}

function policy({ capabilities, statistics }: Partnership): Find | undefined {
  if (!capabilities.mailboxPolicy) return undefined;
  switch (statistics?.devicePolicyApplicationStatus) {
    case 'NotApplied':
      return {
        code: 'policy.notApplied',
        severity: 'warning',
        summary: 'The mailbox policy is not applied on these devices.',
      };
    case 'PartiallyApplied':
      return {
        code: 'policy.partlyApplied',
        severity: 'warning',
        summary: 'Only a part of the mailbox policy is applied on these devices.',
      };
    default:
      return undefined;
  }
}

function stale(partnership: Partnership, { nowMs, staleAfterMs }: Judgement): Find | undefined {
  if (!isStale(partnership, nowMs, staleAfterMs)) return undefined;
  const summary = `No synchronization, and no attempt, for ${String(Math.floor(staleAfterMs / DAY_MS))} days or longer.`;
  return { code: 'partnership.stale', severity: 'info', summary };
}

/** What tells how long a partnership has been silent. */
export interface PartnershipAge extends Pick<Partnership, 'firstSyncTime' | 'whenCreated'> {
  readonly statistics?: Pick<DeviceStatistics, 'lastSuccessSync' | 'lastSyncAttemptTime'> | undefined;
}

/** True if a partnership is known not to have synchronized for so long. Without statistics nothing is known. */
export function isStale(
  { statistics, firstSyncTime, whenCreated }: PartnershipAge,
  nowMs: number,
  afterMs: number,
): boolean {
  if (!statistics) return false;
  const times = [statistics.lastSuccessSync, statistics.lastSyncAttemptTime].filter((time) => time !== undefined);
  // A partnership that has never synchronized is as old as its beginning.
  const known = times.length > 0 ? times : [firstSyncTime ?? whenCreated].filter((time) => time !== undefined);
  return known.length > 0 && known.every(({ seconds }) => nowMs - seconds * 1000 >= afterMs);
}
