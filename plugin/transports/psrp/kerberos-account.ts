import { ExchangeError } from '../../exchange/exchange-error';
import type { RemotePowerShell } from '../../../protocol';

/** What it depends on beside the settings. */
export interface AccountSurroundings {
  readonly platform: NodeJS.Platform;
  /** The environment of this process, where the Kerberos library looks. */
  readonly env: NodeJS.ProcessEnv;
  readonly isReadable: (path: string) => boolean;
}

/**
 * Prepares the account that Kerberos is to be done as. Windows takes a user and password, or the account that the process
 * runs under; elsewhere there is a ticket cache, or a keytab, which the library is told of by its environment variables.
 * @throws ExchangeError `settings.invalid`, with what to give instead
 */
export function prepareKerberosAccount(
  { username, password, keytabFile }: RemotePowerShell,
  { platform, env, isReadable }: AccountSurroundings,
): void {
  if (platform === 'win32') {
    if (keytabFile !== '') throw invalid('keytabFile', 'Windows has no keytabs.', 'Leave it out: see username.');
    return;
  }
  if (password) {
    const advice =
      'Put the key of the account into a keytab (connection.remotePowerShell.keytabFile), or run kinit for the account that ' +
      'the connector runs under, and leave the password out. A password can be used with Basic, or from Windows.';
    throw invalid('password', 'On this system Kerberos takes no password from the connector.', advice);
  }
  if (username.includes('\\')) throw invalid('username', 'Kerberos wants the user as user@REALM here.', '');
  if (keytabFile === '') return;
  if (!isReadable(keytabFile)) {
    throw invalid('keytabFile', `The file ${keytabFile} cannot be read.`, 'Only the account of the connector should.');
  }
  const other = env['KRB5_CLIENT_KTNAME'];
  if (other !== undefined && other !== `FILE:${keytabFile}` && other !== keytabFile) {
    const advice = `One process can use one keytab, and the environment variable KRB5_CLIENT_KTNAME says ${other}.`;
    throw invalid('keytabFile', 'Another keytab is in use in this process.', advice);
  }
  env['KRB5_CLIENT_KTNAME'] = `FILE:${keytabFile}`;
  // Tickets that come of a keytab are nobody else's affair.
  env['KRB5CCNAME'] ??= 'MEMORY:eas-connector';
}

function invalid(field: string, summary: string, detail: string): ExchangeError {
  return new ExchangeError({
    code: 'settings.invalid',
    summary: `connection.remotePowerShell.${field}: ${summary}`,
    detail,
  });
}
