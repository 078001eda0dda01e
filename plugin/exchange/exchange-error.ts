import { problem, type Problem, type ProblemCode } from '../../protocol';

/** Particulars of an ExchangeError. */
export interface ExchangeErrorInit {
  readonly code: ProblemCode;
  /** What failed, in one sentence: the useful text first. */
  readonly summary: string;
  /** Why, and what to do. */
  readonly detail?: string;
  /** The cmdlet, if one was running. */
  readonly cmdlet?: string;
  /** The exception's class name at the server, for example ManagementObjectNotFoundException. */
  readonly exception?: string;
  /**
   * True if a change may have reached Exchange although no good answer came back. Whoever sent it must look before
   * sending it again.
   */
  readonly mayHaveHappened?: boolean;
  readonly cause?: unknown;
}

/** Something went wrong between us and Exchange. Thrown by sessions; turned into a Problem at the edge. */
export class ExchangeError extends Error {
  override readonly name = 'ExchangeError' as const;
  readonly code: ProblemCode;
  readonly detail: string;
  readonly cmdlet: string;
  readonly exception: string;
  readonly mayHaveHappened: boolean;

  constructor(init: ExchangeErrorInit) {
    super(init.summary, init.cause === undefined ? undefined : { cause: init.cause });
    this.code = init.code;
    this.detail = init.detail ?? '';
    this.cmdlet = init.cmdlet ?? '';
    this.exception = init.exception ?? '';
    this.mayHaveHappened = init.mayHaveHappened ?? false;
  }

  /** The same error, but for some particulars. */
  with(changes: Partial<ExchangeErrorInit>): ExchangeError {
    const { code, message: summary, detail, cmdlet, exception, mayHaveHappened, cause } = this;
    const same = { code, summary, detail, cmdlet, exception, mayHaveHappened };
    return new ExchangeError({ ...same, ...(cause !== undefined && { cause }), ...changes });
  }

  /** The error as a problem at `path`, which is the cmdlet if none is given. */
  toProblem(path = this.cmdlet): Problem {
    return problem(this.code, path, this.message, this.detail);
  }
}
