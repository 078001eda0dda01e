/**
 * The way to the C# half: bytes there, bytes back. A request is an operation and its arguments; the answer is 0 and the
 * result, or 1 and an error.
 */
export interface Bridge {
  call(request: Uint8Array): Promise<Uint8Array>;
}

/** The version of the messages, as the C# half states it; Answers.cs has the same. */
export const BRIDGE_VERSION = '1';

/** What a request asks for; Answers.cs has the same list. */
export const OPERATION = { locate: 1, open: 2, invoke: 3, next: 4, stop: 5, close: 6, abandon: 7 } as const;

/** The first byte of a value; Tag.cs has the same list. */
export const TAG = {
  null: 0,
  false: 1,
  true: 2,
  int32: 3,
  int64: 4,
  uint64: 5,
  double: 6,
  text: 7,
  dateTime: 8,
  timeSpan: 9,
  guid: 10,
  bytes: 11,
  primitive: 12,
  list: 13,
  dictionary: 14,
  object: 15,
  secureText: 16,
  credential: 17,
} as const;

/** The first byte of what a pipeline gives; Tag.cs has the same list. */
export const RECORD = { output: 1, error: 2, warning: 3, end: 4 } as const;

/** DateTimeKind by its number. */
export const DATE_TIME_KINDS = ['Unspecified', 'Utc', 'Local'] as const;
