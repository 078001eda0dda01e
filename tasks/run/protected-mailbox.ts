import type { Mailbox } from '../../protocol';

/** What a mailbox is known by. */
type Named = Pick<
  Mailbox,
  'guid' | 'primarySmtpAddress' | 'userPrincipalName' | 'distinguishedName' | 'emailAddresses'
>;

/**
 * True if the settings name a mailbox as a protected one: by its GUID, its user principal name, its distinguished name, or
 * any address that it gets mail at. After a marriage the old address is still one of those.
 * @param names in lower case
 */
export function isProtected(mailbox: Named, names: ReadonlySet<string>): boolean {
  const { guid, primarySmtpAddress, userPrincipalName, distinguishedName, emailAddresses = [] } = mailbox;
  const addresses = emailAddresses.map((address) => address.replace(/^smtp:/i, ''));
  return [guid, primarySmtpAddress, userPrincipalName, distinguishedName, ...addresses].some((name) =>
    names.has(name.toLowerCase()),
  );
}
