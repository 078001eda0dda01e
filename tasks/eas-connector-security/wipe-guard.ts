import { clientCapabilities, hasEas161, speaksEas } from '../../plugin/exchange/client-family';
import { isAtLeast, type ExchangeVersion } from '../../plugin/exchange/exchange-version';
import type { Partnership, WipeEffect, WipeKind } from '../../protocol';

/** Whether a kind of wipe can be ordered for a client, and what it erases. */
export type WipeGuard =
  | { readonly isPossible: true; readonly effect: WipeEffect }
  | { readonly isPossible: false; readonly why: string; readonly advice: string };

/**
 * Guards the kind of a wipe. A kind that the client or the server does not have is refused; it is never replaced by
 * another one, least of all by a larger one.
 *
 * An ordinary wipe of any native mail app erases the whole phone; of Outlook for iOS and Android it erases Outlook's own
 * data. An account-only wipe needs EAS 16.1 on the device and a server that declares it, Exchange 2016 or later.
 * [Perform a remote wipe on a mobile phone; Clear-MobileDevice]
 */
export function guardWipe(partnership: Partnership, kind: WipeKind, version: ExchangeVersion): WipeGuard {
  return kind === 'accountOnly' ? guardAccountOnly(partnership, version) : guardWholeDevice(partnership, version);
}

function guardWholeDevice(partnership: Partnership, version: ExchangeVersion): WipeGuard {
  const { wipeErases } = clientCapabilities(partnership, version);
  if (wipeErases === 'app data') return { isPossible: true, effect: 'appData' };
  if (wipeErases === 'whole device') return { isPossible: true, effect: 'wholeDevice' };
  return {
    isPossible: false,
    why: `A client of the type ${partnership.clientType || 'unknown'} cannot be wiped.`,
    advice: 'Block the device, or remove the partnership.',
  };
}

function guardAccountOnly(partnership: Partnership, version: ExchangeVersion): WipeGuard {
  if (!isAtLeast(version, '2016')) {
    const why = `Exchange ${version} has no account-only wipe; it came with Exchange 2016.`;
    return { isPossible: false, why, advice: 'Only an order for the whole device can be carried out here.' };
  }
  if (partnership.clientFamily === 'outlookMobile') {
    const why = 'Outlook for iOS and Android has no account-only wipe.';
    const advice = "An order for the whole device erases only Outlook's own data.";
    return { isPossible: false, why, advice };
  }
  if (!speaksEas(partnership)) {
    const why = `A client of the type ${partnership.clientType || 'unknown'} has no account-only wipe.`;
    return { isPossible: false, why, advice: 'Block the device, or remove the partnership.' };
  }
  if (!hasEas161(partnership)) {
    const has = partnership.clientVersion
      ? `speaks EAS ${partnership.clientVersion}`
      : 'does not state its EAS version';
    const why = `An account-only wipe needs EAS 16.1, and the device ${has}.`;
    const advice = 'An order for the whole device would erase the phone with everything private on it.';
    return { isPossible: false, why, advice };
  }
  return { isPossible: true, effect: 'account' };
}
