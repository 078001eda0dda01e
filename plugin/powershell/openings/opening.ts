import type { Secret } from '../../../protocol';

/** A credential: it travels as a PSCredential whose password is a SecureString. */
export interface OpeningCredential {
  readonly username: string;
  readonly password: Secret;
}

/** What an opening script's argument can be. Each travels as a typed value and never becomes a part of the script. */
export type OpeningArgument = string | boolean | number | null | readonly string[] | Secret | OpeningCredential;

/**
 * How a local PowerShell gets to Exchange: a constant script, its arguments by parameter name, and a constant script for
 * the end. These scripts are the only PowerShell text in the product. They use nothing newer than Windows PowerShell 5.1.
 *
 * The opening script is run in the global scope, so that what it imports stays. As at a prompt it goes on after a statement
 * that failed, unless that is in a `try`: Exchange's own scripts count on it. It writes one object with the
 * properties `Build` (as Get-ExchangeServer states it; empty for Exchange Online) and `Endpoint`.
 */
export interface Opening {
  /** For logs: what is being opened. */
  readonly name: string;
  readonly script: string;
  readonly arguments: Readonly<Record<string, OpeningArgument>>;
  readonly closing: string;
}
