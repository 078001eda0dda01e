import type { Fault } from '../faults/fault';
import type { Site } from '../organization/sites';

/** The account with which a remote session is opened. */
export interface ShellAccount {
  readonly username: string;
  readonly password: string;
}

/** What New-PSSession was asked for. */
export interface SessionWish {
  readonly uri: string;
  readonly configurationName: string;
  /** A name of .NET's AuthenticationMechanism. */
  readonly authentication: string;
  /** Empty: the account that PowerShell runs under. */
  readonly username: string;
  readonly password: string;
}

/** Why there is no session, as WinRM's client says it. */
export interface EndpointFailure {
  readonly errorId: string;
  readonly message: string;
}

const HELP = 'For more information, see the about_Remote_Troubleshooting Help topic.';

/** Reads a wish; whatever is missing is empty. */
export function readWish(body: unknown): SessionWish {
  const given = (typeof body === 'object' && body !== null ? body : {}) as Readonly<Record<string, unknown>>;
  const text = (name: string): string => (typeof given[name] === 'string' ? given[name] : '');
  return {
    uri: text('uri'),
    configurationName: text('configurationName'),
    authentication: text('authentication'),
    username: text('username'),
    password: text('password'),
  };
}

/** Whether the organization has such an endpoint and lets the account in: the server's name, or why not. */
export function checkEndpoint(wish: SessionWish, site: Site, account: ShellAccount): string | EndpointFailure {
  const url = URL.canParse(wish.uri) ? new URL(wish.uri) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) return failure('UriNotValid', 'The URI is not valid.');
  const server = serverOf(url.hostname, site);
  if (server === undefined) {
    return failure(
      'ServerNameNotResolved',
      `The WinRM client cannot process the request because the server name cannot be resolved. ${HELP}`,
    );
  }
  if (!/^\/powershell\/?$/i.test(url.pathname)) {
    return failure(
      'WinRMHttpError',
      `The WinRM client received an HTTP status code of 404 from the remote WS-Management service. ${HELP}`,
    );
  }
  if (wish.configurationName.toLowerCase() !== 'microsoft.exchange') {
    return failure(
      'CannotFindSessionConfiguration',
      `The WS-Management service cannot process the request. Cannot find the ${wish.configurationName} session ` +
        `configuration in the WSMan: drive on the ${server} computer. ${HELP}`,
    );
  }
  return checkAccount(wish, url, account) ?? server;
}

function checkAccount(wish: SessionWish, url: URL, account: ShellAccount): EndpointFailure | undefined {
  const authentication = wish.authentication.toLowerCase();
  if (authentication === 'basic' && url.protocol === 'http:') {
    return failure(
      'UnencryptedTrafficDisabled',
      'The WinRM client cannot process the request. Unencrypted traffic is currently disabled in the client ' +
        'configuration. Change the client configuration and try the request again.',
    );
  }
  // Without a credential Kerberos uses the account that PowerShell runs under. Basic has to have one.
  const isOwnAccount = wish.username === '' && ['', 'default', 'kerberos', 'negotiate'].includes(authentication);
  const isKnown = namesOf(account.username).includes(wish.username.toLowerCase()) && wish.password === account.password;
  return isOwnAccount || isKnown ? undefined : accessDenied();
}

/** How WinRM's client says that it was not let in. */
function accessDenied(): EndpointFailure {
  return failure('AccessDenied', `Access is denied. ${HELP}`);
}

/** What a fault makes of opening a session. */
export function endpointFault(fault: Fault, quota: EndpointFailure): EndpointFailure {
  switch (fault.kind) {
    case 'throttle':
    case 'concurrency':
      return quota;
    case 'unauthorized':
      return accessDenied();
    case 'forbidden':
      return failure(
        'AuthorizationException',
        '[FailureCategory=AuthZ-CmdletAccessDeniedException] The user "contoso.com/Users/EAS Connector" isn\'t ' +
          `assigned to any management roles. ${HELP}`,
      );
    case 'html':
    case 'nonsense':
    case 'wrongShape':
    case 'emptyBody':
      return failure(
        'ContentTypeInvalid',
        'The WinRM client cannot process the request. It cannot determine the content type of the HTTP response from ' +
          `the destination computer. The content type is absent or invalid. ${HELP}`,
      );
    default:
      return failure(
        'WinRMHttpError',
        'The WinRM client received an HTTP server error status (503), but the remote service did not include any ' +
          `other information about the cause of the failure. ${HELP}`,
      );
  }
}

/** `user@domain` and `DOMAIN\user` name the same account. */
function namesOf(username: string): string[] {
  const [user = '', domain = ''] = username.toLowerCase().split('@');
  return [`${user}@${domain}`, `${domain.split('.')[0] ?? ''}\\${user}`];
}

function serverOf(host: string, site: Site): string | undefined {
  const wanted = host.toLowerCase();
  if (wanted === '127.0.0.1' || wanted === 'localhost') return fullName(site.servers[0].name, site);
  const found = site.servers.map(({ name }) => fullName(name, site));
  return found.find((name) => name.toLowerCase() === wanted || name.toLowerCase().split('.')[0] === wanted);
}

/** A server's name in DNS. */
export function fullName(server: string, site: Site): string {
  return `${server}.${site.domain}`;
}

function failure(errorId: string, message: string): EndpointFailure {
  return { errorId, message };
}
