import assert from 'node:assert/strict';
import fc from 'fast-check';
import { getPartnerships, setDeviceLists } from '../../../../plugin/exchange/cmdlets';
import { ListChange } from '../../../../plugin/exchange/command';
import { ExchangeError } from '../../../../plugin/exchange/exchange-error';
import type { ExchangeSession, InvokeOptions } from '../../../../plugin/exchange/exchange-session';
import { startLab, type Lab } from '../../../../lab';
import { LabSession } from '../../../support/lab-session';
import { startGate, type Gate } from './gate';
import { openLab } from './remote-client';
import { labJournal } from '../../../support/lab-journal';

const DEVICES = 250;
const IDENTITY = { cmdlet: 'Get-CASMailbox', parameters: { ResultSize: 1 }, effect: 'read' } as const;
const bounds = (): InvokeOptions => ({ signal: new AbortController().signal, deadline: Date.now() + 20_000 });

describe('Connections that are cut at any moment', function () {
  this.timeout(120_000);
  let changes = 0;

  for (const version of ['2010', 'SE'] as const) {
    it(`leave a list whole or say that it is not, and a change made once or not at all (${version})`, async () => {
      const lab = await startLab({ devices: DEVICES, seed: 7, version });
      const gate = await startGate(Number(new URL(lab.description.remotePowerShell?.url ?? '').port));
      try {
        const [mailbox] = await objectsOf(new LabSession(lab.organization), IDENTITY);
        const identity = String(mailbox?.get('Guid'));
        await fc.assert(
          fc.asyncProperty(fc.integer({ min: 1 }), fc.constantFrom(0.01, 0.05, 0.2), async (seed, probability) => {
            const dice = diceOf(seed, probability);
            let cuts = 0;
            gate.cuts = () => dice() && (cuts += 1) > 0;
            changes += 1;
            await playRound({ lab, gate, version, identity, id: `change ${String(changes)}`, cuts: () => cuts });
          }),
          { numRuns: 8 },
        );
      } finally {
        await gate.close();
        await lab.close();
      }
    });
  }
});

interface Round {
  readonly lab: Lab;
  readonly gate: Gate;
  readonly version: '2010' | 'SE';
  readonly identity: string;
  readonly id: string;
  /** How many connections were cut so far. */
  readonly cuts: () => number;
}

async function playRound({ lab, gate, version, identity, id, cuts }: Round): Promise<void> {
  const times = { operationTimeoutMs: 1000, answerMs: 2000, graceMs: 1000 };
  const session = await openLab(lab, { sleep: () => Promise.resolve(), times }, [gate.url]).catch(expected);
  if (session) {
    try {
      const guids = await objectsOf(session, getPartnerships(version)).then(
        (devices) => devices.map((device) => String(device.get('Guid'))),
        expected,
      );
      if (guids) {
        assert.equal(guids.length, DEVICES, 'a list that is not whole');
        assert.equal(new Set(guids).size, DEVICES, 'something is in it twice');
      }
      const change = setDeviceLists({ identity, allowed: new ListChange([id], []) });
      const error = await objectsOf(session, change).then(() => undefined, expectedError);
      const times_ = await timesMade(lab, id);
      if (error === undefined) assert.equal(times_, 1);
      else assert.ok(times_ <= (error.mayHaveHappened ? 1 : 0), `${error.code}: made ${String(times_)} times`);
    } finally {
      gate.cuts = () => false;
      await session.close();
    }
  }
  gate.cuts = () => false;
  // Behind a front end a shell whose Create got no answer cannot be reached by anybody; nor can one anywhere while each of
  // its three Deletes is lost. Their idle time frees them.
  if (version === '2010' && cuts() <= 3) assert.equal(lab.openShells(), 0, `after ${String(cuts())} cuts`);
  lab.organization.clock.advance(4 * 60_000);
  assert.equal(lab.openShells(), 0);
}

async function objectsOf(
  session: ExchangeSession,
  command: Parameters<ExchangeSession['invoke']>[0],
): Promise<{ get(name: string): unknown }[]> {
  const objects = [];
  for await (const object of session.invoke(command, bounds())) objects.push(object);
  return objects;
}

/** How often the lab has carried out the change that adds this. */
async function timesMade(lab: Lab, id: string): Promise<number> {
  const changes = (await labJournal(lab)).filter(({ cmdlet }) => cmdlet === 'Set-CASMailbox');
  return changes.filter((change) => JSON.stringify(change).includes(JSON.stringify(id))).length;
}

function expectedError(error: unknown): ExchangeError {
  if (!(error instanceof ExchangeError)) throw error;
  assert.match(error.code, /^(connect\.(lost|refused|timeout|tls)|truncated|server\.unavailable)$/, error.message);
  return error;
}

const expected = (error: unknown): undefined => {
  expectedError(error);
  return undefined;
};

/** Decides the same way each time it is made with the same seed. */
function diceOf(seed: number, probability: number): () => boolean {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32 < probability;
  };
}
