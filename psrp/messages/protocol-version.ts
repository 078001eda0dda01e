import { UnsupportedVersionError } from '../errors/unsupported-version-error';

/**
 * Versions of the protocol: 2.1 Windows PowerShell 2, 2.2 PowerShell 3 and 4, 2.3 PowerShell 5.1 to 7.5, 2.4 PowerShell
 * 7.6. From 2.2 merging of warnings, verbose and debug; from 2.3 the information stream; from 2.4 there is no session
 * key: the transport must be secure, and a SecureString travels as its plain UTF-16.
 */
export type ProtocolVersion = '2.1' | '2.2' | '2.3' | '2.4';

const VERSIONS: readonly ProtocolVersion[] = ['2.1', '2.2', '2.3', '2.4'];

/** Whether a version is at least another one. */
export function isAtLeast(version: ProtocolVersion, least: ProtocolVersion): boolean {
  return VERSIONS.indexOf(version) >= VERSIONS.indexOf(least);
}

/**
 * The version that both sides speak: the lower one.
 * @throws UnsupportedVersionError if the other side offers another major version, or one before 2.1
 */
export function commonVersion(own: ProtocolVersion, offered: string): ProtocolVersion {
  const [major, minor] = offered.split('.').map(Number);
  if (major !== 2 || minor === undefined || !(minor >= 1)) {
    throw new UnsupportedVersionError('protocolversion', offered, '2.1 to 2.4');
  }
  const known = VERSIONS.find((version) => version === `2.${minor}`) ?? own;
  return isAtLeast(own, known) ? known : own;
}
