import type { ApiWipeChoice } from './api-types';
import { messageOf, textOf, type Json } from './message-json';
import { familyOf } from './partnership-row';

/**
 * The kinds of wipe for a partnership, the milder one first, each with what it erases or why it is not possible. The
 * connector checks again, against the server too, and never erases more than was ordered.
 */
export function wipeChoices(partnership: Json): readonly ApiWipeChoice[] {
  const capabilities = messageOf(partnership, 'capabilities');
  const erases = textOf(capabilities, 'wipeErases');
  const canAccountOnly = capabilities['accountOnlyWipe'] === true;
  return [
    {
      kind: 'WIPE_KIND_ACCOUNT_ONLY',
      isPossible: canAccountOnly,
      explanation: canAccountOnly
        ? 'Erases the Exchange account on the device: mail, calendar and contacts of this mailbox. Everything else on the phone stays.'
        : whyNotAccountOnly(partnership),
    },
    { kind: 'WIPE_KIND_WHOLE_DEVICE', isPossible: erases !== '', explanation: wholeDevice(erases, partnership) },
  ];
}

function wholeDevice(erases: string, partnership: Json): string {
  if (erases === 'whole device') {
    return 'Resets the whole phone to factory settings: photos, apps, everything private on it is lost. This cannot be undone.';
  }
  if (erases === 'app data') {
    return 'Erases Outlook’s own data on all of the user’s phones that use Outlook. Nothing else on them is touched.';
  }
  return `Not possible: ${familyOf(partnership)} cannot be wiped through Exchange.`;
}

function whyNotAccountOnly(partnership: Json): string {
  const family = familyOf(partnership);
  if (family === 'Outlook')
    return 'Not possible: Outlook has no account-only wipe. Its ordinary wipe erases Outlook’s data only.';
  const version = textOf(partnership, 'clientVersion');
  return `Not possible: it needs EAS 16.1 and Exchange 2016 or later; this client ${version ? `speaks ${version}` : 'states no version'}.`;
}
