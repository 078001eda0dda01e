import { easVersionNumber, speaksEas } from '../../plugin/exchange/client-family';
import type { ClientFamily, Count, Partnership } from '../../protocol';

/** What people call the client families. */
const FAMILY_NAMES: Readonly<Record<ClientFamily, string>> = {
  appleMail: 'Apple Mail',
  androidMail: 'Android mail apps',
  outlookMobile: 'Outlook mobile',
  windowsMail: 'Windows Mail',
  windowsPhone: 'Windows Phone',
  owaForDevices: 'OWA for Devices',
  otherEas: 'other EAS clients',
  unknown: 'not recognized',
};

/** Under which names a partnership is counted: access state, client, operating system, EAS version. */
export function tallyNames(partnership: Partnership): readonly [string, string, string, string] {
  return [
    partnership.deviceAccessState ?? 'Unknown',
    FAMILY_NAMES[partnership.clientFamily],
    osName(partnership.deviceOs),
    easVersionName(partnership),
  ];
}

/** Counts partnerships for the summary. */
export class Tally {
  #partnerships = 0;
  readonly #counts = [0, 1, 2, 3].map(() => new Map<string, number>());

  /** Counts partnerships of one kind, by the names that tallyNames gives. */
  add(names: readonly string[], times = 1): void {
    this.#partnerships += times;
    for (const [place, counts] of this.#counts.entries()) increment(counts, names[place] ?? 'not stated', times);
  }

  get partnerships(): number {
    return this.#partnerships;
  }

  counts(): { byAccessState: Count[]; byClient: Count[]; byOs: Count[]; byEasVersion: Count[] } {
    const [byAccessState = [], byClient = [], byOs = [], byEasVersion = []] = this.#counts.map(sorted);
    return { byAccessState, byClient, byOs, byEasVersion };
  }
}

function increment(counts: Map<string, number>, name: string, times: number): void {
  counts.set(name, (counts.get(name) ?? 0) + times);
}

/** The most frequent first. */
function sorted(counts: ReadonlyMap<string, number>): Count[] {
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/** An operating system with its major version: "iOS 17.5.1 21F90" is iOS 17. */
export function osName(deviceOs: string): string {
  const text = deviceOs.trim();
  if (text === '') return 'not stated';
  const match = /^(.*?)[ /]v?(\d+)(?:[. ]|$)/.exec(text);
  return match ? `${String(match[1])} ${String(match[2])}` : text;
}

function easVersionName(partnership: Partnership): string {
  if (!speaksEas(partnership)) return 'not EAS';
  return Number.isNaN(easVersionNumber(partnership.clientVersion)) ? 'not stated' : `EAS ${partnership.clientVersion}`;
}
