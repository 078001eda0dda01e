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

/** Counts partnerships for the summary, as they go by. */
export class Tally {
  #partnerships = 0;
  #cutOff = 0;
  readonly #byAccessState = new Map<string, number>();
  readonly #byClient = new Map<string, number>();
  readonly #byOs = new Map<string, number>();
  readonly #byEasVersion = new Map<string, number>();

  add(partnership: Partnership): void {
    this.#partnerships += 1;
    if (partnership.cutOffOnline) this.#cutOff += 1;
    increment(this.#byAccessState, partnership.deviceAccessState ?? 'Unknown');
    increment(this.#byClient, FAMILY_NAMES[partnership.clientFamily]);
    increment(this.#byOs, osName(partnership.deviceOs));
    increment(this.#byEasVersion, easVersionName(partnership));
  }

  get partnerships(): number {
    return this.#partnerships;
  }

  /** How many Exchange Online refuses because of their EAS version. */
  get cutOff(): number {
    return this.#cutOff;
  }

  counts(): { byAccessState: Count[]; byClient: Count[]; byOs: Count[]; byEasVersion: Count[] } {
    return {
      byAccessState: sorted(this.#byAccessState),
      byClient: sorted(this.#byClient),
      byOs: sorted(this.#byOs),
      byEasVersion: sorted(this.#byEasVersion),
    };
  }
}

function increment(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
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
