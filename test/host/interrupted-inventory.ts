import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { settingsFromJson } from '../../protocol';
import { EASConnectorManage } from '../../tasks';

/** Leaves in a data folder an inventory of which a host has stored some results, and then was no more. */
export async function interruptInventory(settingsFile: string, dataDir: string, logDir: string): Promise<void> {
  const json = JSON.parse(readFileSync(settingsFile, 'utf8')) as object;
  const limits = { maxConcurrentCommands: 1, partnershipsPerResult: 5 };
  const { bytes } = settingsFromJson('EASConnectorManage', JSON.stringify({ ...json, limits }));
  assert.ok(bytes);
  const cancel = new AbortController();
  let results = 0;
  const { outcome } = await EASConnectorManage(bytes, {
    dataDir,
    logDir,
    runId: 'interrupted',
    signal: cancel.signal,
    emit: () => {
      if ((results += 1) === 4) cancel.abort();
      return Promise.resolve();
    },
    progress: () => undefined,
    log: () => undefined,
  });
  assert.equal(outcome, 'cancelled');
}
