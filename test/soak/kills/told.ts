import { messageToJson } from '../../../protocol';

type Json = Readonly<Record<string, unknown>>;

/** What a host was told of one inventory, in however many runs: nothing may come twice. */
export class Told {
  readonly #partnerships = new Set<string>();
  readonly #mailboxes = new Set<string>();

  /** Takes a result that the host has stored, and says what it begins. @throws Error if it tells something again */
  take(payload: Uint8Array): 'anew' | 'resumed' | 'nothing' {
    const result = messageToJson('ManageResult', payload) as Json;
    const start = result['start'] as Json | undefined;
    const begins = start === undefined ? 'nothing' : start['isResumed'] === true ? 'resumed' : 'anew';
    if (begins === 'anew') this.#forget();
    const changes = list(result, 'changes').map((change) => change['partnership'] as Json);
    for (const one of [...list(result, 'partnerships'), ...changes]) once(this.#partnerships, one['guid']);
    for (const guid of syncedGuids(result['syncTimes'] as Json | undefined)) once(this.#partnerships, guid);
    for (const guid of (result['gonePartnershipGuids'] ?? []) as readonly string[]) once(this.#partnerships, guid);
    for (const one of list(result, 'mailboxes')) once(this.#mailboxes, one['guid']);
    return begins;
  }

  #forget(): void {
    this.#partnerships.clear();
    this.#mailboxes.clear();
  }
}

function once(told: Set<string>, guid: unknown): void {
  if (told.has(String(guid))) throw new Error(`The host was told of ${String(guid)} twice.`);
  told.add(String(guid));
}

function syncedGuids(times: Json | undefined): readonly string[] {
  const bytes = Buffer.from(String(times?.['guids'] ?? ''), 'base64');
  return Array.from({ length: bytes.length / 16 }, (_, place) => bytes.toString('hex', place * 16, place * 16 + 16));
}

const list = (result: Json, name: string): readonly Json[] => (result[name] ?? []) as readonly Json[];
