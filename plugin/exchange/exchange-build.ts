import { ExchangeError } from './exchange-error';
import type { ExchangeVersion } from './exchange-version';

/** The first build of 15.2 that is Exchange Server Subscription Edition (RTM is 15.2.2562.17, July 2025). */
const FIRST_SE_BUILD = 2562;

/**
 * The version of Exchange that a build belongs to. Builds come as Get-ExchangeServer states them, "Version 15.2 (Build
 * 1544.4)", or as four numbers, "15.02.1544.004".
 * @returns undefined for a build that is none, or of a version that this connector does not know
 * [Exchange Server build numbers and release dates]
 */
export function versionOfBuild(build: string): ExchangeVersion | undefined {
  const match = /(\d{1,3})\.(\d{1,3})(?:\s*\(Build\s+|\.)(\d{1,5})/i.exec(build);
  if (!match) return undefined;
  const [major, minor, number] = match.slice(1).map(Number);
  if (major === 14) return '2010';
  if (major !== 15 || number === undefined) return undefined;
  switch (minor) {
    case 0:
      return '2013';
    case 1:
      return '2016';
    case 2:
      return number >= FIRST_SE_BUILD ? 'SE' : '2019';
    default:
      return undefined;
  }
}

/** The version of a build that has to be one. @throws ExchangeError `rights.missing` */
export function requireVersion(build: string): ExchangeVersion {
  const version = versionOfBuild(build);
  if (version) return version;
  throw new ExchangeError({
    code: 'rights.missing',
    summary: build === '' ? 'The version of Exchange could not be read.' : `The Exchange build ${build} is not known.`,
    detail: 'The account needs Get-ExchangeServer, which Server Management and View-Only Organization Management have.',
  });
}
