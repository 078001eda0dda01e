/** Values to add to and to remove from a multi-valued property, as `@{Add=…; Remove=…}` does in PowerShell. */
export class ListChange {
  constructor(
    readonly add: readonly string[],
    readonly remove: readonly string[],
  ) {}
}

/** What a parameter can be. It travels as a typed value; it is never made into text. */
export type ParameterValue = string | number | boolean | null | readonly string[] | ListChange;

/** A call of a cmdlet: data, never text. Made only in cmdlets.ts. */
export interface Command {
  readonly cmdlet: string;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  /** The properties that are wanted of the objects; all, if absent. Selected before they travel where that can be. */
  readonly properties?: readonly string[];
  /**
   * Whether the command changes something. A read may be sent again after a fault of the connection; a change is sent
   * at most once, because nobody knows whether the first one arrived.
   */
  readonly effect: 'read' | 'change';
}
