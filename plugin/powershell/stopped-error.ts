import { ExchangeError } from '../exchange/exchange-error';

/** A pipeline of a local PowerShell did not complete, although nobody here stopped it and no error says why. */
export function stoppedError(name: string): ExchangeError {
  return new ExchangeError({ code: 'command.failed', summary: `PowerShell stopped ${name} by itself.`, cmdlet: name });
}
