import { ExchangeError } from '../../exchange/exchange-error';
import type { ProblemCode } from '../../../protocol';

/** What the Kerberos library says, what it means, and what to do. The first that fits counts. */
const MEANINGS: readonly (readonly [RegExp, ProblemCode, string])[] = [
  [
    /no (?:kerberos )?credentials|cache file .* not found|no such file|can't find client principal|not found in (?:client )?keytab/i,
    'auth.denied',
    'There is no ticket: run kinit for the account that the connector runs under, or give connection.remotePowerShell.keytabFile.',
  ],
  [
    /cannot (?:contact|find|resolve).*kdc|kdc did not answer|no authentication authority|0x80090311/i,
    'auth.unavailable',
    'No KDC of the realm can be reached: check DNS, network, and krb5.conf.',
  ],
  [
    /server .*not found in kerberos database|target.*(?:unknown|incorrect)|0x80090303|0x80090322/i,
    'auth.denied',
    'The directory has no service principal HTTP/ for that name, or it belongs to another account: see docs/remote-powershell.md.',
  ],
  [/skew/i, 'auth.denied', 'The clock of this computer and that of the domain differ by more than five minutes.'],
  [/expired/i, 'auth.denied', 'The ticket has expired: renew it with kinit, or give a keytab.'],
  [
    /preauth|password|revoked|locked|logon (?:denied|failed)|0x8009030c/i,
    'auth.denied',
    'The account, its password or its keytab is not the right one any more, or the account is locked.',
  ],
];

/** A failure of Kerberos on this side, or at the KDC. */
export function describeGssFailure(why: string, host: string): ExchangeError {
  const [, code, advice] = MEANINGS.find(([pattern]) => pattern.test(why)) ?? [/./, 'auth.denied', ''];
  return new ExchangeError({
    code,
    summary: `No Kerberos ticket for ${host}: ${why.slice(0, 400)}`,
    detail: `${advice} The ticket is for the name in the address, so that must not be an IP address.`.trim(),
  });
}
