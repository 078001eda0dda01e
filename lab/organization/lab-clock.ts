/** The lab's time: real time and an offset that tests move, or a time that stands still until it is moved. */
export class LabClock {
  constructor(
    /** Real time in milliseconds. */
    private readonly realNow: () => number,
    private offsetMs: number,
    /** If given, time stands at this point until it is advanced. */
    private readonly fixedStart: number | undefined,
  ) {}

  /** Milliseconds since 1970. */
  now(): number {
    return (this.fixedStart ?? this.realNow()) + this.offsetMs;
  }

  /** How far the clock was moved. */
  get offset(): number {
    return this.offsetMs;
  }

  /** Moves the clock forward. */
  advance(ms: number): void {
    if (!Number.isFinite(ms) || ms < 0) throw new RangeError('The clock of the lab only goes forward.');
    this.offsetMs += ms;
  }
}
