/** The versions of Exchange that differ in what they can do. */
export type ExchangeVersion = '2010' | '2013' | '2016' | '2019' | 'SE' | 'Online';

const ORDER: readonly ExchangeVersion[] = ['2010', '2013', '2016', '2019', 'SE', 'Online'];

/** True if `version` is `other` or newer. Exchange Online counts as the newest. */
export function isAtLeast(version: ExchangeVersion, other: ExchangeVersion): boolean {
  return ORDER.indexOf(version) >= ORDER.indexOf(other);
}
