import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { ConnectionWish } from '../../lab';
import { settingsFromJson, type TaskName } from '../../protocol';
import { ManageHarness } from '../tasks/manage/manage-harness';
import { outcomes, type Json, type LabRun, type TaskRun } from './lab-run';

/** Runs a task with the lab's settings for a way to it. */
export function runTask(
  run: LabRun,
  wish: ConnectionWish,
  task: TaskName,
  change: (settings: Json) => Json = (same) => same,
): Promise<TaskRun> {
  const files = run.lab.settingsFor(wish);
  assert.ok(typeof files !== 'string', String(files));
  const file = task === 'EASConnectorManage' ? files.manage : files.security;
  const settings = change(JSON.parse(readFileSync(file, 'utf8')) as Json);
  const { bytes, problems } = settingsFromJson(task, JSON.stringify(settings));
  assert.ok(bytes, JSON.stringify(problems));
  return run.runBytes(task, bytes);
}

/** The lists of an inventory, each by GUID or name. */
export type Inventory = Readonly<Record<string, ReadonlyMap<string, Json>>>;

/** What an inventory reports, by GUID or name, without the times at which it was read. */
export function inventoryOf({ results }: Pick<TaskRun, 'results'>): Inventory {
  const lists = ['partnerships', 'mailboxes', 'policies', 'deviceAccessRules', 'deviceClasses'] as const;
  const text = JSON.stringify(results, (key, value: unknown) => (/readAt$/i.test(key) ? undefined : value));
  const all = JSON.parse(text) as Json[];
  const byName = (field: string): Map<string, Json> => {
    const objects = all.flatMap((result) => (result[field] ?? []) as Json[]);
    return new Map(objects.map((one) => [String(one['guid'] ?? one['name']), one]));
  };
  return Object.fromEntries(lists.map((field) => [field, byName(field)]));
}

/** The same inventory when no wire is between. */
export async function expectedInventory({ lab }: LabRun): Promise<Inventory> {
  const harness = new ManageHarness({ share: lab });
  harness.now = Date.now;
  try {
    const { completed, results } = await harness.run();
    assert.equal(completed.outcome, 'succeeded');
    return inventoryOf({ results });
  } finally {
    harness.close();
  }
}

/** Both have the same objects, to the last property. */
export function assertSame(found: Inventory, expected: Inventory): void {
  for (const [list, objects] of Object.entries(expected)) {
    assert.deepEqual([...(found[list]?.keys() ?? [])].sort(), [...objects.keys()].sort(), list);
    for (const [name, object] of objects) assert.deepEqual(found[list]?.get(name), object, `${list} ${name}`);
  }
}

/** The last state of each action, by id. */
export const states = (run: TaskRun): Record<string, string> =>
  Object.fromEntries([...outcomes(run)].map(([id, { state }]) => [id, String(state).replace('ACTION_STATE_', '')]));

/** What was changed: cmdlet and object. */
export const changesOf = (lines: readonly Json[]): string[] =>
  lines
    .filter(({ cmdlet }) => !/^(Dis)?[Cc]onnect-/.test(String(cmdlet)))
    .map(({ cmdlet, parameters }) => `${String(cmdlet)} ${String((parameters as Json)['Identity'])}`)
    .sort();
