/**
 * The name of the object that contains the one with this distinguished name: everything after the first comma that is
 * not escaped. Empty if there is none. [RFC 4514]
 */
function parentName(distinguishedName: string): string {
  for (let i = 0; i < distinguishedName.length; i += 1) {
    if (distinguishedName[i] === '\\') i += 1;
    else if (distinguishedName[i] === ',') return distinguishedName.slice(i + 1).trimStart();
  }
  return '';
}

/**
 * The distinguished name of the mailbox that a partnership belongs to. A partnership is
 * CN=<type>§<id>,CN=ExchangeActiveSyncDevices,<mailbox>. Empty if the name is none of a partnership's.
 */
export function mailboxNameOf(partnershipName: string): string {
  const container = parentName(partnershipName);
  return /^CN=ExchangeActiveSyncDevices,/i.test(container) ? parentName(container) : '';
}
