import { RunningPipeline } from '../../powershell/running-pipeline';
import type { ExchangeError } from '../../exchange/exchange-error';

/** A pipeline at a server. */
export class RemotePipeline extends RunningPipeline {
  /** The server may have begun it. */
  mayHaveBegun = false;
  /** The answer to its Command, which tells that, is still to come. */
  isAwaited = false;
  /** Why it is of no more use, although its pool is. */
  fault: ExchangeError | undefined;
}
