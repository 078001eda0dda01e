import { type ClientFamily, type ClientModel, type ClientSystem, type DeviceRandom, family } from './client-family';

/**
 * Today's clients and a few old ones, with what they report to Exchange. Shares are invented; the forms of IDs, user
 * agents and OS strings follow what administrators have published.
 */
export function clientCatalogue(): readonly [ClientFamily, ...ClientFamily[]] {
  return [
    ...appleFamilies(),
    ...androidFamilies(),
    ...microsoftFamilies(),
    ...retiredMicrosoftFamilies(),
    ...otherFamilies(),
  ];
}

const IOS: readonly [name: string, build: string, agent: string][] = [
  ['iOS 18.7.1 22H31', '22H31', '2208.31'],
  ['iOS 26.0.1 23A355', '23A355', '2301.355'],
  ['iOS 26.1 23B85', '23B85', '2302.85'],
  ['iOS 17.7.2 21H221', '21H221', '2108.221'],
];

function apple(kind: 'iPhone' | 'iPad', model: string, friendlyName: string): ClientModel {
  const systems = IOS.map(([os, , agent]): ClientSystem => ({ os, userAgent: `Apple-${model}/${agent}` }));
  return { model, friendlyName, systems: [systems[0] ?? { os: kind, userAgent: kind }, ...systems.slice(1)] };
}

function appleId(random: DeviceRandom): string {
  // Older enrolments carry the serial number after "Appl"; newer ones 26 random characters.
  return random.chance(0.6) ? `Appl${random.serial(12)}` : random.serial(26);
}

function appleFamilies(): [ClientFamily, ...ClientFamily[]] {
  return [
    family({
      name: 'iPhone',
      share: 350,
      deviceType: 'iPhone',
      hasSubscriber: true,
      models: [
        apple('iPhone', 'iPhone15C2', 'Black iPhone 14 Pro'),
        apple('iPhone', 'iPhone16C1', 'Blue iPhone 15 Pro'),
        apple('iPhone', 'iPhone17C3', 'White iPhone 16'),
        apple('iPhone', 'iPhone14C6', 'Red iPhone SE'),
      ],
      deviceId: appleId,
    }),
    family({
      name: 'iPad',
      share: 60,
      deviceType: 'iPad',
      models: [apple('iPad', 'iPad13C18', 'Silver iPad'), apple('iPad', 'iPad14C3', 'Space Gray iPad Pro')],
      deviceId: appleId,
    }),
    family({
      name: 'old iPhone',
      share: 15,
      deviceType: 'iPhone',
      activeSyncVersion: '14.1',
      hasSubscriber: true,
      models: [
        {
          model: 'iPhone6C2',
          friendlyName: 'Gold iPhone 5s',
          systems: [{ os: 'iOS 9.3.5 13G36', userAgent: 'Apple-iPhone6C2/1307.36' }],
        },
      ],
      deviceId: (random) => `Appl${random.serial(12)}`,
    }),
  ];
}

function samsung(model: string, friendlyName: string): ClientModel {
  return {
    model,
    friendlyName,
    systems: [
      { os: 'Android 14', userAgent: `SAMSUNG-${model}/101.14000` },
      { os: 'Android 15', userAgent: `SAMSUNG-${model}/101.15000` },
    ],
  };
}

function gmail(model: string): ClientModel {
  const agent = (release: string): string => `Android-Mail/${release}.${model.replace(/ /g, '')}`;
  return {
    model,
    friendlyName: '',
    systems: [
      { os: 'Android 15', userAgent: agent('2026.09.14.806211930') },
      { os: 'Android 16', userAgent: agent('2026.10.26.821437011') },
    ],
  };
}

function androidFamilies(): ClientFamily[] {
  return [
    family({
      name: 'Samsung Email',
      share: 130,
      deviceType: 'SamsungDevice',
      hasSubscriber: true,
      models: [
        samsung('SM-S921B', 'Galaxy S24'),
        samsung('SM-A556B', 'Galaxy A55'),
        samsung('SM-X710', 'Galaxy Tab S9'),
      ],
      deviceId: (random) => `SEC${random.hex(13).toUpperCase()}`,
    }),
    family({
      name: 'Gmail',
      share: 120,
      deviceType: 'Android',
      models: [gmail('Pixel 8'), gmail('Pixel 9a'), gmail('moto g84 5G')],
      deviceId: (random) => `androidc${random.digits(10)}`,
    }),
    family({
      name: 'old Android mail',
      share: 20,
      deviceType: 'Android',
      activeSyncVersion: '14.1',
      provisioning: 'partial',
      hasSubscriber: true,
      models: [
        {
          model: 'GT-I9505',
          friendlyName: '',
          systems: [{ os: 'Android 5.0.1', userAgent: 'Android/5.0.1-EAS-2.0' }],
        },
      ],
      deviceId: (random) => `androidc${random.digits(9)}`,
    }),
  ];
}

const OUTLOOK_MODEL = 'Outlook for iOS and Android';

function microsoftFamilies(): ClientFamily[] {
  return [
    family({
      name: 'Outlook mobile',
      share: 210,
      deviceType: 'Outlook',
      clientType: 'REST',
      activeSyncVersion: '',
      wipeEffect: 'appData',
      provisioning: 'external',
      models: [
        {
          model: OUTLOOK_MODEL,
          friendlyName: OUTLOOK_MODEL,
          systems: [
            { os: 'iOS 26.1', userAgent: 'Outlook-iOS/2.0' },
            { os: 'Android 16', userAgent: 'Outlook-Android/2.0' },
          ],
        },
      ],
      deviceId: (random) => random.hex(32),
    }),
    family({
      name: 'Windows Mail',
      share: 40,
      deviceType: 'UniversalOutlook',
      clientType: 'UniversalOutlook',
      activeSyncVersion: '16.1',
      models: [
        {
          model: 'Surface Pro 9',
          friendlyName: 'LAPTOP-7Q2K',
          systems: [{ os: 'Windows 10.0.26100', userAgent: 'microsoft.windowscommunicationsapps' }],
        },
        {
          model: 'Virtual Machine',
          friendlyName: 'DESKTOP-0V4M',
          systems: [{ os: 'Windows 10.0.19045', userAgent: 'microsoft.windowscommunicationsapps' }],
        },
      ],
      deviceId: (random) => random.hex(32).toUpperCase(),
    }),
  ];
}

function retiredMicrosoftFamilies(): ClientFamily[] {
  return [
    family({
      name: 'Windows Phone 8',
      share: 12,
      deviceType: 'WP8',
      activeSyncVersion: '14.1',
      hasSubscriber: true,
      models: [
        {
          model: 'RM-893_eu_euro1_225',
          friendlyName: 'Windows Phone',
          systems: [{ os: 'Windows Phone 8.10.14219', userAgent: 'MSFT-WP/8.10.14219' }],
        },
      ],
      deviceId: (random) => random.hex(32).toUpperCase(),
    }),
    family({
      name: 'OWA for Devices',
      share: 5,
      deviceType: 'iPhone',
      clientType: 'MOWA',
      activeSyncVersion: '',
      wipeEffect: 'appData',
      provisioning: 'external',
      models: [
        { model: 'iPhone9,1', friendlyName: '', systems: [{ os: 'iOS 10.3.3', userAgent: 'OWA for iPhone/2.25' }] },
      ],
      deviceId: (random) => random.hex(40).toUpperCase(),
    }),
  ];
}

function otherFamilies(): ClientFamily[] {
  return [
    family({
      name: 'Nine',
      share: 18,
      deviceType: 'Android',
      activeSyncVersion: '16.0',
      wipeEffect: 'wholeDevice',
      models: [
        {
          model: 'XQ-DQ54',
          friendlyName: '',
          systems: [{ os: 'Android 14.0', userAgent: 'Nine-4.9.4b' }],
        },
      ],
      deviceId: (random) => `9bd${random.hex(21)}`,
    }),
    family({
      name: 'TbSync',
      share: 12,
      deviceType: 'Thunderbird',
      activeSyncVersion: '14.0',
      wipeSupported: false,
      provisioning: 'none',
      models: [
        { model: 'Computer', friendlyName: 'TbSync', systems: [{ os: 'Linux', userAgent: 'Thunderbird ActiveSync' }] },
      ],
      deviceId: (random) => `MZTB${random.digits(13)}`,
    }),
    family({
      name: 'a client nobody knows yet',
      share: 8,
      deviceType: 'Glasses',
      models: [
        {
          model: 'Spec "2" <beta>',
          friendlyName: 'Ünïcode 眼鏡',
          systems: [{ os: 'SpecOS 2', userAgent: 'Spec/2 (§)' }],
        },
      ],
      deviceId: (random) => `spec-${random.hex(12)}`,
    }),
  ];
}
