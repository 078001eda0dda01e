/** What all errors of this library have in common. */
export abstract class PSRPError extends Error {
  abstract override readonly name: string;
}
