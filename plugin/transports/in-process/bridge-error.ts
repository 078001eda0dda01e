/** The C# half refused a request: a fault of ours, or a PowerShell that cannot be used. */
export class BridgeError extends Error {
  override readonly name = 'BridgeError' as const;

  constructor(
    message: string,
    /** The .NET class of the exception. */
    readonly exception: string,
  ) {
    super(message);
  }
}
