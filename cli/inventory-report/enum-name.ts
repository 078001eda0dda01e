/** Words in which the capitals do not follow from the contract's spelling. */
const SPELLED: ReadonlyMap<string, string> = new Map([
  ['OwaForDevices', 'OWA for Devices'],
  ['OtherEas', 'Other EAS client'],
  ['AppleMail', 'Apple Mail'],
  ['AndroidMail', 'Android mail app'],
  ['OutlookMobile', 'Outlook mobile'],
  ['WindowsMail', 'Windows Mail'],
  ['WindowsPhone', 'Windows Phone'],
  ['DeviceOs', 'DeviceOS'],
  ['XmswlHeader', 'XMSWLHeader'],
]);

/**
 * A value of an enum as Exchange, or people, spell it: DEVICE_ACCESS_STATE_DEVICE_DISCOVERY is DeviceDiscovery,
 * CLIENT_FAMILY_APPLE_MAIL is Apple Mail. Empty for what is not stated.
 */
export function enumName(prefix: string, value: string | undefined): string {
  const name = value?.replace(`${prefix}_`, '') ?? '';
  if (name === '' || name === 'UNSPECIFIED') return '';
  const words = name.split('_').map((word) => word.charAt(0) + word.slice(1).toLowerCase());
  return SPELLED.get(words.join('')) ?? words.join('');
}
