import { ExchangeError } from '../../plugin/exchange/exchange-error';
import type { Command } from '../../plugin/exchange/command';
import type { Mailbox, Partnership } from '../../protocol';
import type { SecurityContext } from './security-context';

/**
 * Sends a change; true if Exchange said that it has taken it. If it is certain that it did not arrive, what was written
 * down for it is taken back and the error goes on; if nobody knows, the record stays, and whoever sent it looks at what
 * Exchange shows. A run that slept after it wrote, and was replaced meanwhile, sends nothing.
 * @throws ExchangeError, StateError
 */
export async function send(
  { exchange, log, checkLock }: Pick<SecurityContext, 'exchange' | 'log'> & Partial<Pick<SecurityContext, 'checkLock'>>,
  command: Command,
  takeBack: () => Promise<void>,
  how: { readonly maxWaitMs?: number } = {},
): Promise<boolean> {
  checkLock?.();
  try {
    await exchange.change(command, how);
    return true;
  } catch (error) {
    // A fault that is not Exchange's says nothing of whether the change arrived: what was written down stays.
    if (!(error instanceof ExchangeError)) throw error;
    if (!error.mayHaveHappened) {
      await takeBack();
      throw error;
    }
    log.warn('no answer to a change; it is looked at instead of sent again', {
      cmdlet: command.cmdlet,
      error: error.message,
    });
    return false;
  }
}

/** A partnership for a person: the device and whose it is. */
export function describe(partnership: Partnership, mailbox: Mailbox | undefined): string {
  const device = partnership.friendlyName || partnership.deviceModel || partnership.deviceType || 'device';
  return `${device} (${partnership.deviceId}) of ${describeMailbox(mailbox)}`;
}

/** A mailbox for a person. */
export function describeMailbox(mailbox: Mailbox | undefined): string {
  return mailbox ? mailbox.primarySmtpAddress || mailbox.displayName || mailbox.guid : 'a mailbox that is not in sight';
}
