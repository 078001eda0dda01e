import { ExchangeError } from '../exchange/exchange-error';
import { waitFor } from '../network';
import type { PipelineBounds } from './local-power-shell';

/** The longest time that a timer of Node can wait. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Lets one in at a time, in the order in which they came. */
export class Turn {
  private last: Promise<void> = Promise.resolve();

  /**
   * Waits for its turn.
   * @param name the cmdlet that waits
   * @returns what ends the turn
   * @throws ExchangeError cancelled, command.timeout: it was not begun
   */
  async enter(name: string, { signal, deadline }: PipelineBounds, clock: () => number): Promise<() => void> {
    const before = this.last;
    let leave: () => void = () => undefined;
    const mine = new Promise<void>((resolve) => {
      leave = resolve;
    });
    this.last = before.then(() => mine);
    const late = new AbortController();
    const timer = setTimeout(
      () => {
        late.abort(waitedTooLong(name));
      },
      Math.min(Math.max(deadline - clock(), 0), MAX_TIMER_MS),
    );
    try {
      await waitFor(before, AbortSignal.any([signal, late.signal]));
      return leave;
    } catch (error) {
      leave();
      throw error;
    } finally {
      clearTimeout(timer);
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
