import { ExchangeError } from '../../exchange/exchange-error';

/**
 * What New-PSSession of Windows PowerShell 5.1 says of itself in the address. Without it Exchange answers with a redirection.
 * [WSManTransportManager.cs]
 */
const PS_VERSION = 'PSVersion=5.1.19041.1';

/** Redirections that are followed, one after the other. */
export const MAX_REDIRECTIONS = 3;

/**
 * The address that requests to an endpoint are posted to.
 * @throws ExchangeError `settings.invalid` if it is not an HTTPS address
 */
export function postAddress(endpoint: string): URL {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (url?.protocol === 'http:') {
    throw new ExchangeError({
      code: 'settings.invalid',
      summary: `The transport psrp needs an https address, and ${shown(endpoint)} is http.`,
      detail:
        'Over plain HTTP Exchange wants every message sealed with Kerberos, which only PowerShell can do: ' +
        'use the transport child, or an https address (SSL has to be on at the PowerShell virtual directory).',
    });
  }
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') {
    throw new ExchangeError({
      code: 'settings.invalid',
      summary: `connection.remotePowerShell.urls: ${shown(endpoint)} is not the address of an endpoint.`,
      detail: 'It looks like https://mail.contoso.com/PowerShell/.',
    });
  }
  url.hash = '';
  if (!/[?;&]PSVersion=/i.test(url.search)) url.search = url.search === '' ? PS_VERSION : `${url.search};${PS_VERSION}`;
  return url;
}

/** An address for a message. What stands before an @ may be a password. */
const shown = (endpoint: string): string => (endpoint.includes('@') ? 'an address with an account in it' : endpoint);

/** The server answered with the address of another one, which may be asked instead. */
export class Redirection extends Error {
  constructor(readonly to: string) {
    super(`The server refers to ${to}.`);
  }
}

/**
 * Where a redirection leads: to the same host, or where the settings allow it to a host of the same site (contoso.com for
 * mail.contoso.com). Credentials never go anywhere else.
 * @throws ExchangeError `connect.refused`, with both addresses
 */
export function redirectionFrom(from: URL, location: string, allowOtherHost: boolean): Redirection {
  const to = URL.canParse(location, from.href) ? new URL(location, from.href) : undefined;
  const isSameHost = to?.hostname === from.hostname;
  if (to?.protocol === 'https:' && (isSameHost || (allowOtherHost && isSameSite(from.hostname, to.hostname)))) {
    to.searchParams.delete('PSVersion');
    return new Redirection(`${to.origin}${to.pathname}${to.search}`);
  }
  throw new ExchangeError({
    code: 'connect.refused',
    summary: `${from.host} refers to ${to ? to.origin : 'an address that is none'}, which is not followed.`,
    detail:
      'Only https addresses of the same host are, or of the same site with connection.remotePowerShell.allowRedirection. ' +
      'If the other address is right, use it in connection.remotePowerShell.urls.',
  });
}

/** Domains under which everybody can have one, as under a top-level one: contoso.co.uk and fabrikam.co.uk are strangers. */
const LIKE_TOP_LEVEL = /^(?:ac|co|com|edu|go|gob|gov|govt|ltd|mil|ne|net|nom|or|org|plc|sch)\.[a-z]{2}$/;

/** The other host is under the same domain, which is not a top-level one, or is that domain or one of the host's own. */
function isSameSite(host: string, other: string): boolean {
  if (isAddress(host) || isAddress(other)) return false;
  const [, ...labels] = host.split('.');
  const above = labels.join('.');
  const domain = labels.length >= 2 && !LIKE_TOP_LEVEL.test(above) ? above : host;
  return other === domain || other.endsWith(`.${domain}`);
}

const isAddress = (host: string): boolean => host.startsWith('[') || /^[\d.]+$/.test(host);
