import assert from 'node:assert/strict';
import { getDeviceStatistics, getPartnerships, setDeviceLists } from '../../plugin/exchange/cmdlets';
import { ListChange } from '../../plugin/exchange/command';
import { Exchange } from '../../plugin/exchange/exchange';
import type { ExchangeSession } from '../../plugin/exchange/exchange-session';
import type { ExchangeVersion } from '../../plugin/exchange/exchange-version';
import { readPartnership, readStatistics } from '../../plugin/exchange/read-partnership';
import type { Partnership } from '../../protocol';
import { startLab, type Lab } from '../../lab';
import { openLab } from '../plugin/transports/psrp/remote-client';
import { LabSession } from '../support/lab-session';

const bounds = { signal: new AbortController().signal, commandTimeoutMs: 60_000, clock: Date.now, random: Math.random };
const exchangeOver = (session: ExchangeSession): Exchange => new Exchange(session, bounds);

async function partnerships(exchange: Exchange): Promise<Partnership[]> {
  const objects = await exchange.all(getPartnerships(exchange.version));
  return objects.map((object) => readPartnership(object, exchange.version)).sort((a, b) => (a.guid < b.guid ? -1 : 1));
}

describe('The transport psrp', function () {
  this.timeout(60_000);
  let lab: Lab;
  let exchange: Exchange;

  async function open(version: ExchangeVersion): Promise<void> {
    lab = await startLab({ devices: 120, seed: 7, version });
    exchange = exchangeOver(await openLab(lab));
  }

  afterEach(async () => {
    await exchange.close();
    assert.equal(lab.openShells(), 0);
    await lab.close();
  });

  for (const version of ['2010', '2013', '2016', '2019', 'SE'] as const) {
    it(`reads of Exchange ${version} what is read without any transport`, async () => {
      await open(version);
      const direct = exchangeOver(new LabSession(lab.organization));
      assert.equal(exchange.version, version);
      const expected = await partnerships(direct);
      assert.equal(expected.length, 120);
      assert.deepEqual(await partnerships(exchange), expected);
      const identity = expected[0]?.guid ?? '';
      const statistics = async (from: Exchange): Promise<unknown> => {
        const object = await from.one(getDeviceStatistics(version, { identity }));
        return object && readStatistics(object, { seconds: 0, nanos: 0 });
      };
      const read = await statistics(exchange);
      assert.ok(read);
      assert.deepEqual(read, await statistics(direct));
    });
  }

  it('changes a list by typed values, says what is not found, and refuses what is unknown', async () => {
    await open('SE');
    const [mailbox] = await exchange.all({ cmdlet: 'Get-CASMailbox', parameters: { ResultSize: 1 }, effect: 'read' });
    const identity = String(mailbox?.get('Guid'));
    await exchange.change(setDeviceLists({ identity, allowed: new ListChange(["it's $(me)"], []) }));
    const named = { cmdlet: 'Get-CASMailbox', parameters: { Identity: identity }, effect: 'read' } as const;
    const after = await exchange.one(named);
    assert.deepEqual([...(after?.get('ActiveSyncAllowedDeviceIDs') as string[])], ["it's $(me)"]);
    const nobody = getPartnerships('SE', { identity: '3f2504e0-4f89-41d3-9a0c-0305e82c3301' });
    await assert.rejects(exchange.all(nobody), { code: 'object.notFound' });
    const unknown = { cmdlet: 'Get-Nothing', parameters: {}, effect: 'read' } as const;
    await assert.rejects(exchange.all(unknown), { code: 'rights.missing' });
    const parameter = { cmdlet: 'Get-CASMailbox', parameters: { Nonsense: 1 }, effect: 'read' } as const;
    await assert.rejects(exchange.all(parameter), { code: 'rights.missing' });
  });

  it('gives the wanted properties and no others', async () => {
    await open('SE');
    const [device] = await exchange.all({ ...getPartnerships('SE'), properties: ['guid', 'DeviceId', 'NotThere'] });
    assert.deepEqual([...(device?.properties.keys() ?? [])], ['guid', 'DeviceId']);
  });
});
