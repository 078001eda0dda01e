import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { Exchange } from '../../plugin/exchange/exchange';
import type { ExchangeSession } from '../../plugin/exchange/exchange-session';
import { openSession } from '../../plugin/transports/open-session';
import { decodeManageSettings, settingsFromJson } from '../../protocol';

/** Opens a session as settings in their JSON form say, as both tasks do. */
export async function openFromSettings(
  json: Readonly<Record<string, unknown>>,
  signal = new AbortController().signal,
  log: (message: string) => void = () => undefined,
): Promise<ExchangeSession> {
  const { bytes, problems } = settingsFromJson('EASConnectorManage', JSON.stringify(json));
  assert.ok(bytes, JSON.stringify(problems));
  const { settings, problems: more } = decodeManageSettings(bytes);
  assert.ok(settings, JSON.stringify(more));
  return openSession(settings.connection, settings.limits, {
    clock: Date.now,
    random: Math.random,
    sleep: async (ms, abort) => {
      await sleep(ms, undefined, { signal: abort });
    },
    signal,
    log: ({ message }) => {
      log(message);
    },
  });
}

/** A session as the tasks use it. */
export function exchangeOver(session: ExchangeSession): Exchange {
  const { signal } = new AbortController();
  return new Exchange(session, { signal, commandTimeoutMs: 60_000, clock: Date.now, random: Math.random });
}
