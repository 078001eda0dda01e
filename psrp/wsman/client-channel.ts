import { EMPTY_GUID } from '../wire/guid-bytes';

/** The pool, or a pipeline, as a client of WSMan sees it: what is under way and what is wanted. */
export class ClientChannel {
  /** `new`: the server was not told of it. `refused`: it has no such thing. `failed`: only a close is left to do. */
  state: 'new' | 'announcing' | 'refused' | 'open' | 'failed' = 'new';
  /** The name that the server uses for it. */
  commandId: string | undefined;
  isSending = false;
  isReceiving = false;
  isSignalling = false;
  /** Its state is final. */
  hasEnded = false;
  /** The server has said that nothing more will come. */
  isDone = false;
  /** Nobody takes what would come. */
  isHeld = false;
  wantsStop = false;
  wantsClose = false;

  constructor(readonly pipelineId: string) {
    this.commandId = this.isPool ? undefined : pipelineId.toUpperCase();
  }

  get isPool(): boolean {
    return this.pipelineId === EMPTY_GUID;
  }

  /** Whether a Send can be sent. */
  get canSend(): boolean {
    return !this.isSending && this.awaitsOutput;
  }

  /** Whether a Receive can be sent. */
  get canReceive(): boolean {
    return !this.isReceiving && !this.isHeld && !this.isDone && this.awaitsOutput;
  }

  /** Whether it goes on, and somebody waits for what may come. */
  get awaitsOutput(): boolean {
    return this.state === 'open' && !this.hasEnded && !this.wantsClose;
  }
}
