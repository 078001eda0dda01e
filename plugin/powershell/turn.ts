import { ExchangeError } from '../exchange/exchange-error';
import { waitUntil } from '../network';
import type { PipelineBounds } from './local-power-shell';

/** Lets one in at a time, in the order in which they came. */
export class Turn {
  private last: Promise<void> = Promise.resolve();

  /**
   * Waits for its turn.
   * @param name the cmdlet that waits
   * @returns what ends the turn
   * @throws ExchangeError cancelled, command.timeout: it was not begun
   */
  async enter(name: string, bounds: PipelineBounds, clock: () => number): Promise<() => void> {
    const before = this.last;
    let leave: () => void = () => undefined;
    const mine = new Promise<void>((resolve) => {
      leave = resolve;
    });
    this.last = before.then(() => mine);
    try {
      await waitUntil(before, bounds, clock, () => waitedTooLong(name));
      return leave;
    } catch (error) {
      leave();
      throw error;
    }
  }
}

function waitedTooLong(name: string): ExchangeError {
  return new ExchangeError({
    code: 'command.timeout',
    summary: `${name} was not begun: its deadline passed while another command ran.`,
    detail: 'One command runs at a time in a local PowerShell.',
    cmdlet: name,
  });
}
