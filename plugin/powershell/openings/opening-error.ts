import { ExchangeError } from '../../exchange/exchange-error';

const DENIED = /access is denied|access denied|logon failure|unauthorized|\b401\b|user name or password/i;

/** What the opening scripts throw by name, as something that a person can act on. Other errors stay as they are. */
export function openingError(error: ExchangeError): ExchangeError {
  const [, name, why = ''] = /EAS-OPENING-([A-Z-]+)\s*(.*)/s.exec(error.message) ?? [];
  switch (name) {
    case 'NO-TOOLS':
      return new ExchangeError({
        code: 'transport.unavailable',
        summary: 'The Exchange Management Tools are not installed on this computer.',
        detail: 'Install them, give the path of RemoteExchange.ps1, or connect with remotePowerShell.',
      });
    case 'NOT-LOADED':
      return new ExchangeError({
        code: 'transport.unavailable',
        summary: 'The Exchange Management Tools could not be loaded: RemoteExchange.ps1 failed.',
        detail: why,
      });
    case 'NO-ENDPOINT':
      return new ExchangeError({
        code: DENIED.test(why) ? 'auth.denied' : 'connect.refused',
        summary: 'No remote PowerShell endpoint of Exchange could be opened.',
        detail: why,
      });
    case 'PEM':
      return new ExchangeError({
        code: 'transport.unavailable',
        summary: 'Windows PowerShell cannot read a certificate as PEM.',
        detail: 'Use PowerShell 7, give the thumbprint of a certificate in the Windows store, or use the admin API.',
      });
    default:
      return error;
  }
}
