import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HostInventory } from '../../devhost/apply-inventory';
import { encodeFrame, messageToJson } from '../../protocol';
import { comparable, play, type Happening } from '../tasks/manage/inventory-history';
import { ManageHarness } from '../tasks/manage/manage-harness';
import type { Json } from '../tasks/security-harness';
import { findPython, generatePythonMessages } from './python';

const HOST_FOLDER = join(__dirname, '../../docs/hosts/python');

/** Takes results from stdin; an empty one stands for a restart. Prints what it tells and holds after each. */
const TAKE = `
import io, json, pathlib, sys
sys.path[:0] = sys.argv[1:3]
from google.protobuf.json_format import MessageToDict
from easconnector.v1.settings_pb2 import InventorySettings
from framing import read_frames
from inventory import HostInventory
folder, seen = pathlib.Path(sys.argv[3]), []
host = HostInventory(folder)
for payload in read_frames(io.BytesIO(sys.stdin.buffer.read())):
    if payload:
        host.take(payload)
    else:
        host = HostInventory(folder)
        settings = InventorySettings()
        host.tell(settings)
        seen.append({"told": MessageToDict(settings), "held": [MessageToDict(result) for result in host.held]})
print(json.dumps(seen))
`;

/** Everything that the rules for hosts speak of. */
const HISTORY: readonly (Happening | { readonly what: 'full' })[] = [
  { what: 'dead', at: 4, isStored: true },
  { what: 'run' },
  { what: 'time', hours: 30 },
  { what: 'block', device: 3 },
  { what: 'remove', device: 5 },
  { what: 'remove', device: 40 },
  { what: 'run' },
  { what: 'default', level: 'Quarantine' },
  { what: 'time', hours: 30 },
  { what: 'reset', device: 9 },
  { what: 'dead', at: 3, isStored: false },
  { what: 'cancelled', at: 2 },
  { what: 'run' },
  { what: 'remove', device: 20 },
  // Holds one back, and leaves out two whose grace time is over.
  { what: 'full' },
  // Begun anew, because it is too old.
  { what: 'time', hours: 30 },
  { what: 'sync', device: 7 },
  { what: 'dead', at: 3, isStored: true },
  { what: 'time', hours: 25 },
  { what: 'run' },
  { what: 'remove', device: 22 },
  { what: 'full' },
  { what: 'time', hours: 21 },
  { what: 'cancelled', at: 2 },
];

/** What the reference tells and holds. */
function seenOf({
  stateId,
  stored,
  partnerships,
  mailboxes,
  organization,
  findings,
  summary,
}: HostInventory): Record<string, unknown> {
  return {
    told: { ...(stateId === '' ? {} : { hostStateId: stateId }), hostStored: { ...stored } },
    partnerships: comparable({ partnerships }),
    mailboxes: [...mailboxes].sort(),
    policies: organization['policies'] ?? [],
    findings,
    summary,
  };
}

describe('The inventory that the host in Python holds', function () {
  this.timeout(30_000);
  let lab: ManageHarness;
  let folder: string;
  before(() => {
    lab = new ManageHarness({ devices: 60 });
    folder = mkdtempSync(join(tmpdir(), 'eas-python-inventory-'));
  });
  after(() => {
    lab.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is, restart after restart, what the reference holds', async function () {
    const python = findPython();
    if (python === undefined) return this.skip();
    const messages = generatePythonMessages(python);
    const stdin: Uint8Array[] = [];
    const expected: Record<string, unknown>[] = [];
    let isHeldBack = false;
    const take = lab.host.take.bind(lab.host);
    lab.host.take = (payload) => {
      take(payload);
      stdin.push(encodeFrame(payload));
      isHeldBack ||= (messageToJson('ManageResult', payload) as Json)['heldPartnershipGuids'] !== undefined;
    };
    for (const happening of HISTORY) {
      const isFull = happening.what === 'full';
      const options = { limits: { partnershipsPerResult: 5 }, inventory: isFull ? { fullRequested: true } : {} };
      await play(lab, [isFull ? { what: 'run' } : happening], options);
      expected.push(seenOf(lab.host));
      stdin.push(encodeFrame(new Uint8Array()));
    }
    const ran = spawnSync(python, ['-c', TAKE, HOST_FOLDER, messages, folder], {
      input: Buffer.concat(stdin),
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    rmSync(messages, { recursive: true, force: true });
    assert.equal(ran.status, 0, ran.stderr);
    const seen = JSON.parse(ran.stdout) as { told: Json; held: Json[] }[];
    assert.ok(isHeldBack, 'a full inventory holds something back');
    assert.ok(seen.some(({ told }) => Number((told['hostStored'] as Json)['sequence'] ?? 0) > 1));
    for (const [number, { told, held }] of seen.entries()) {
      const all = (name: string): Json[] => held.flatMap((result) => (result[name] ?? []) as Json[]);
      const byGuid = (name: string): Map<string, Json> => new Map(all(name).map((one) => [String(one['guid']), one]));
      const found = {
        told,
        partnerships: comparable({ partnerships: byGuid('partnerships') }),
        mailboxes: [...byGuid('mailboxes')].sort(),
        policies: all('policies'),
        findings: all('findings'),
        summary: held.at(-1)?.['summary'] ?? {},
      };
      assert.deepEqual(found, expected[number], `after ${JSON.stringify(HISTORY[number])}, number ${String(number)}`);
    }
  });
});
