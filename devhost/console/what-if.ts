import { randomUUID } from 'node:crypto';
import { reportOnly } from '../../protocol';
import type { ApiWhatIf } from './api-types';
import type { ConsoleDesk } from './console-desk';
import { HttpError } from './http-io';
import type { Json } from './message-json';
import { impactView, outcomeView } from './outcome-view';
import { DESIRED_ACCESS_ID, SecurityReportBuilder } from './security-results';
import { canonical } from './settings-schema';

/** What-ifs that can still be saved. */
const MAX_KEPT = 20;

/**
 * What a change of the access settings would do: the security task itself with `reportOnly`, which reads from Exchange,
 * counts the real partnerships and sends nothing. A change can be saved only after its own what-if.
 */
export class WhatIf {
  readonly #desk: ConsoleDesk;
  readonly #asked = new Map<string, { readonly desired: string; readonly answer: ApiWhatIf }>();

  constructor(desk: ConsoleDesk) {
    this.#desk = desk;
  }

  /** @throws HttpError 409 if something that cannot wait came between */
  async ask(desired: Json, signal: AbortSignal): Promise<ApiWhatIf> {
    // Only the access settings are asked about; orders would take time and change nothing here.
    const change = { desiredAccess: desired, actions: [], approvals: [], hygiene: undefined };
    const { bytes, problems } = await this.#desk.settings.with('EASConnectorSecurity', change);
    if (!bytes) return { id: '', problems };
    const builder = new SecurityReportBuilder();
    const events = {
      store: (result: Uint8Array) => {
        builder.add(result);
        return Promise.resolve();
      },
      progress: () => undefined,
      log: () => undefined,
    };
    const end = await this.#desk.host.rehearse('EASConnectorSecurity', reportOnly(bytes), events, signal);
    if (end.outcome === 'cancelled' && !signal.aborted) {
      throw new HttpError(409, 'An order was taken back meanwhile, which goes first. Ask again.');
    }
    const { outcomes, impact } = builder.report();
    const outcome = outcomes.get(DESIRED_ACCESS_ID);
    const id = end.outcome === 'failed' || end.outcome === 'cancelled' || !outcome ? '' : randomUUID();
    const counted = impactView(impact, this.#desk.inventory.index);
    const answer: ApiWhatIf = {
      id,
      problems: [...problems, ...end.problems],
      ...(outcome ? { outcome: outcomeView(outcome) } : {}),
      ...(counted ? { impact: counted } : {}),
    };
    if (id !== '') this.#keep(id, canonical(desired), answer);
    return answer;
  }

  /** The answer that was given for just this change. @throws HttpError 409 if there was none */
  answerFor(id: string, desired: Json): ApiWhatIf {
    const asked = this.#asked.get(id);
    if (asked?.desired !== canonical(desired)) {
      throw new HttpError(409, 'Look at what this change would do before you save it.');
    }
    return asked.answer;
  }

  #keep(id: string, desired: string, answer: ApiWhatIf): void {
    this.#asked.set(id, { desired, answer });
    const [oldest] = this.#asked.keys();
    if (this.#asked.size > MAX_KEPT && oldest !== undefined) this.#asked.delete(oldest);
  }
}
