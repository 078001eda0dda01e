import Ajv2020 from 'ajv/dist/2020';

/** What goes wrong. docs/lab.md describes each kind. */
const FAULT_KINDS = [
  'throttle',
  'unavailable',
  'internalError',
  'concurrency',
  'html',
  'nonsense',
  'wrongShape',
  'emptyBody',
  'unauthorized',
  'forbidden',
  'pagingError',
  'cut',
  'stall',
  'slow',
  'latency',
  'drip',
  'truncated',
  'endless',
  'bomb',
  'wrongRelatesTo',
  'redirect',
  'expired',
] as const;

/** What goes wrong. */
export type FaultKind = (typeof FAULT_KINDS)[number];

/** The requests of WSMan that a fault can name. */
const FAULT_OPERATIONS = ['Create', 'Command', 'Send', 'Receive', 'Signal', 'Delete', 'any'] as const;

/** A fault that waits for calls. */
export interface Fault {
  readonly kind: FaultKind;
  /**
   * `invoke` (the default): calls of cmdlets. `token`: requests for a token. `connect`: the opening of a session by
   * New-PSSession or Connect-ExchangeOnline.
   */
  readonly target?: 'invoke' | 'token' | 'connect';
  /**
   * Only these requests of WSMan; then it strikes nowhere else. Absent: there, `connect` is the Create, and `invoke` the
   * Command of a cmdlet (of a next page: its further Receives).
   */
  readonly operation?: (typeof FAULT_OPERATIONS)[number];
  /** Only calls of these cmdlets; all if absent. */
  readonly cmdlet?: string | readonly string[];
  /** Only first pages, or only further ones; both if absent. */
  readonly page?: 'first' | 'next';
  /** How many matching calls pass first. */
  readonly skip?: number;
  /** How many calls it hits; absent: until it is cleared. */
  readonly count?: number;
  /** In what share of the matching calls it strikes, from 0 to 1. */
  readonly probability?: number;
  /** Whether the command is not carried out (`before`, the default), is carried out and its answer lost (`after`), or
   * is carried out and its answer broken off (`midBody`, only for `cut`). */
  readonly when?: 'before' | 'after' | 'midBody';
  /** Seconds in the Retry-After header of `throttle` and `unavailable`; absent: no header. */
  readonly retryAfter?: number;
  /** Milliseconds that `stall`, `slow` and `latency` take, and that `drip` waits between bytes; a stall without it never ends. */
  readonly delayMs?: number;
  /** After how many bytes of the body a `cut` (`midBody`), `truncated` or `drip` sets in; absent: half of them, for `drip` none. */
  readonly atByte?: number;
}

/** The body of POST /lab/faults. */
export interface FaultOrder {
  readonly clear?: boolean;
  readonly faults?: readonly Fault[];
  /** Of the dice for probabilities. */
  readonly seed?: number;
  /** Calls in a minute above which the rest gets 429; 0: no budget. */
  readonly callsPerMinute?: number;
  /** Milliseconds before every answer. */
  readonly latencyMs?: number;
  /** Milliseconds until a change is seen; lab time. */
  readonly replicationLagMs?: number;
  /** How long tokens live that are issued from now on. */
  readonly tokenLifetimeSeconds?: number;
}

const COUNT = { type: 'integer', minimum: 0 };

/** The JSON Schema of FaultOrder. */
const FAULT_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  additionalProperties: false,
  properties: {
    clear: { type: 'boolean' },
    seed: { type: 'integer' },
    callsPerMinute: COUNT,
    latencyMs: COUNT,
    replicationLagMs: COUNT,
    tokenLifetimeSeconds: COUNT,
    faults: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['kind'],
        properties: {
          kind: {
            enum: FAULT_KINDS,
            description: 'What goes wrong; the lab’s documentation says how each front shows it.',
          },
          target: { enum: ['invoke', 'token', 'connect'] },
          operation: {
            enum: FAULT_OPERATIONS,
            description: 'Only these requests of WSMan, at the remote PowerShell endpoint; nothing at other fronts.',
          },
          cmdlet: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
          page: { enum: ['first', 'next'] },
          skip: COUNT,
          count: { type: 'integer', minimum: 1 },
          probability: { type: 'number', minimum: 0, maximum: 1 },
          when: { enum: ['before', 'after', 'midBody'] },
          retryAfter: { type: 'number', minimum: 0 },
          delayMs: COUNT,
          atByte: {
            ...COUNT,
            description:
              'After how many bytes of the body a cut, a truncated answer or a drip sets in (remote PowerShell).',
          },
        },
      },
    },
  },
} as const;

/** Checks a fault order; the second part says what is wrong with it. */
export function readFaultOrder(value: unknown): {
  readonly order: FaultOrder | undefined;
  readonly problems: string[];
} {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
  const validate = ajv.compile<FaultOrder>(FAULT_SCHEMA);
  if (validate(value)) return { order: value, problems: [] };
  const problems = (validate.errors ?? []).map(
    (error) => `${error.instancePath || '/'} ${error.message ?? 'is wrong'}`,
  );
  return { order: undefined, problems };
}
