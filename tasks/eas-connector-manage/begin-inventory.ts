import { createHash } from 'node:crypto';
import { uptime } from 'node:os';
import type { ExchangeVersion } from '../../plugin/exchange/exchange-version';
import type { ManageSettings } from '../../protocol';
import type { ConnectedRun } from '../run/connected-run';
import { Spool } from './lists/spool';
import { decideBeginning } from './state/decide-beginning';
import type { InventoryState } from './state/inventory-state';
import type { CurrentInventory } from './state/meta';

/** An inventory that a run works on. */
export interface BegunInventory {
  readonly current: CurrentInventory;
  /** The run whose results this one goes on with; empty if it begins anew. */
  readonly resumesRunId: string;
}

/** Begins an inventory, or goes on with the one that was interrupted, as the state and the host's settings say. */
export async function beginInventory(
  run: ConnectedRun<ManageSettings>,
  state: InventoryState,
  version: ExchangeVersion,
): Promise<BegunInventory> {
  const { settings, host, clock, log, random } = run;
  const { inventory } = settings;
  await adoptUnseenEnd(state, inventory.hostStateId);
  const fingerprint = fingerprintOf(settings, version);
  const bootedAt = Math.round(clock() - uptime() * 1000);
  const beginning = decideBeginning(state.meta, {
    settings: inventory,
    fingerprint,
    nowMs: clock(),
    bootedAtMs: bootedAt,
    acknowledged: state.acknowledged,
  });
  if (beginning.kind === 'resume') {
    const { current, runId } = beginning;
    log.info('going on with the inventory of an earlier run', { run: runId, phase: current.phase });
    await state.settle(inventory.hostStored?.sequence);
    const resumed = { ...current, startingRunId: host.runId };
    await state.changeMeta({ current: resumed });
    return { current: resumed, resumesRunId: runId };
  }
  const isFull = beginning.kind === 'full';
  log.info(isFull ? 'full inventory' : 'inventory of changes', isFull ? { because: beginning.why } : {});
  const { stateId, fingerprint: before, current: dropped } = state.meta;
  if (dropped) Spool.discard(state.folder, dropped.id);
  const current: CurrentInventory = {
    id: newId(random),
    runId: '',
    startingRunId: host.runId,
    isFull,
    baseStateId: isFull ? '' : beginning.baseStateId,
    hostStateId: inventory.hostStateId,
    hostHoldsBase:
      (stateId !== '' && inventory.hostStateId === stateId && before === fingerprint) ||
      // One that is given up has changed nothing of what the host holds.
      (dropped?.hostHoldsBase === true &&
        inventory.hostStateId === dropped.hostStateId &&
        dropped.fingerprint === fingerprint),
    fingerprint,
    begunAt: clock(),
    bootedAt,
    phase: 'mailboxes',
    nextStateId: '',
  };
  await state.drop();
  await state.changeMeta({ current });
  return { current, resumesRunId: '' };
}

/** The last run ended between the host's storing of the summary and our hearing of it: the host holds that state. */
async function adoptUnseenEnd(state: InventoryState, hostStateId: string): Promise<void> {
  const { current } = state.meta;
  if (!current || current.nextStateId === '' || current.nextStateId !== hostStateId) return;
  await state.complete(current.nextStateId, current.fingerprint, current.isFull);
  Spool.discard(state.folder, current.id);
}

/** What a state depends on: with other settings, all that was kept could mean something else. */
function fingerprintOf({ scope, connection, inventory }: ManageSettings, version: ExchangeVersion): string {
  const { target } = connection;
  const place =
    target.kind === 'exchangeOnline'
      ? [target.tenant, target.cloud, target.adminApiUrl]
      : target.kind === 'remotePowerShell'
        ? target.urls
        : [target.server];
  const parts = [version, target.kind, place, scope, inventory.skipStatistics];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** An id of 16 hexadecimal digits. */
export function newId(random: () => number): string {
  const digit = (): string => Math.floor(random() * 16).toString(16);
  return Array.from({ length: 16 }, digit).join('');
}
