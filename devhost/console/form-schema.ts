import type { Schema, SettingsSchema } from './settings-schema';

/** What a form does not show: the host says it itself. */
const HIDDEN: ReadonlySet<string> = new Set(['issuedAt', 'hostStateId', 'hostStored', 'fullRequested']);

/** Words of the field keep their spelling. */
const TITLES: Readonly<Record<string, string>> = {
  id: 'ID',
  exchangeOnline: 'Exchange Online',
  remotePowerShell: 'Remote PowerShell',
  managementTools: 'Exchange Management Tools',
  powerShell: 'PowerShell on the host',
  computerName: 'Host computer',
  clientId: 'Client ID (application ID)',
  urls: 'Endpoints (URLs)',
  caPem: 'Certification authorities (PEM)',
  caFile: 'Certification authorities (file)',
  maxFileMib: 'Maximum file size (MiB)',
  pinnedCertificateSha256: 'Pinned certificate (SHA-256)',
  exchangeOnlineModule: 'ExchangeOnlineManagement module',
};

/** Values of enums, where their names do not say enough. */
const VALUES: Readonly<Record<string, string>> = {
  TRANSPORT_ADMIN_API: 'Admin API (HTTPS)',
  TRANSPORT_CHILD: 'PowerShell process',
  TRANSPORT_IN_PROCESS: 'PowerShell in the connector’s process',
  TRANSPORT_PSRP: 'The connector’s own remote PowerShell client',
  POWER_SHELL_EDITION_WINDOWS_POWER_SHELL: 'Windows PowerShell 5.1',
  POWER_SHELL_EDITION_POWER_SHELL: 'PowerShell 7',
  MANAGEMENT_TOOLS_LOAD_REMOTE_EXCHANGE: 'RemoteExchange.ps1',
  MANAGEMENT_TOOLS_LOAD_SNAP_IN: 'The snap-in alone (not supported by Microsoft)',
  CLOUD_US_GOVERNMENT_GCC_HIGH: 'US Government GCC High',
  CLOUD_US_GOVERNMENT_DOD: 'US Government DoD',
};

/**
 * The settings' schema as a form wants it: without references, with titles, with a choice where the contract has a oneof,
 * and with formats for what needs a field of its own (`eas-duration`, `eas-secret`, `eas-text`).
 */
export function formSchema(schemas: SettingsSchema, schema: Schema, name = ''): Schema {
  const source = schemas.resolved(schema);
  const title = titleOf(name);
  const about = { title, ...(source.description ? { description: source.description } : {}) };
  if (source.type === 'object') return { ...about, ...objectSchema(schemas, source) };
  if (source.type === 'array' && source.items) {
    return { ...source, ...about, items: { ...formSchema(schemas, source.items), title: '' } };
  }
  if (source.enum) return { ...about, type: 'string', oneOf: options(source.enum) };
  if (source.writeOnly) return { ...about, type: 'string', format: 'eas-secret' };
  if (source.durationMinimum !== undefined) {
    const { durationMinimum } = source;
    return { ...about, type: 'string', format: 'eas-duration', durationMinimum };
  }
  if (/Pem$|Insert$|Filter$/.test(name)) return { ...about, type: 'string', format: 'eas-text' };
  // Patterns and formats are for the check at the server, whose words a person understands.
  const { type = 'string' } = source;
  return { type, ...about, ...bounds(source) };
}

/** The bounds of a number. */
function bounds({ minimum, maximum }: Schema): Pick<Schema, 'minimum' | 'maximum'> {
  return { ...(minimum === undefined ? {} : { minimum }), ...(maximum === undefined ? {} : { maximum }) };
}

/** Properties, with those of a oneof as alternatives. */
function objectSchema(schemas: SettingsSchema, source: Schema): Schema {
  const choices = (source.allOf ?? []).flatMap(({ oneOf }) => (oneOf ? [oneOf] : []));
  const chosen = new Set(choices.flat().flatMap(({ required = [] }) => required));
  const inner = (names: readonly string[]): Record<string, Schema> =>
    Object.fromEntries(
      names.flatMap((name) => {
        const property = source.properties?.[name];
        return property && !HIDDEN.has(name) ? [[name, formSchema(schemas, property, name)]] : [];
      }),
    );
  const plain = Object.keys(source.properties ?? {}).filter((name) => !chosen.has(name));
  const alternatives = choices[0]?.flatMap(({ required = [] }) => required) ?? [];
  return {
    type: 'object',
    properties: inner(plain),
    ...(source.required ? { required: source.required } : {}),
    ...(alternatives.length === 0
      ? {}
      : {
          choice: alternatives.includes('exchangeOnline') ? 'Way to connect' : 'Credential',
          oneOf: alternatives.map((name) => ({
            title: titleOf(name),
            isAlternative: true,
            type: 'object',
            properties: inner([name]),
            required: [name],
          })),
        }),
  };
}

function options(values: readonly string[]): Schema[] {
  const prefix = commonPrefix(values);
  return values.map((value) => {
    const name = value.slice(prefix.length);
    const words = name === 'UNSPECIFIED' ? 'Default' : capitalized(name.toLowerCase().replaceAll('_', ' '));
    return { const: value, title: VALUES[value] ?? words };
  });
}

/** The words that all values of an enum begin with. */
function commonPrefix(values: readonly string[]): string {
  const [first = ''] = values;
  const parts = first.split('_');
  let prefix = '';
  for (const part of parts.slice(0, -1)) {
    const longer = `${prefix}${part}_`;
    if (!values.every((value) => value.startsWith(longer))) break;
    prefix = longer;
  }
  return prefix;
}

/** maxDestructivePerRun as Max destructive per run. */
function titleOf(name: string): string {
  const known = TITLES[name];
  if (known !== undefined || name === '') return known ?? '';
  const words = name.replace(/([a-z])([A-Z0-9])/g, '$1 $2').toLowerCase();
  return capitalized(words.replace(/\b(url|api|pem|smtp)\b/g, (word) => word.toUpperCase()).replace(/\bids\b/g, 'IDs'));
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
