import type { ExchangeVersion } from '../plugin/exchange/exchange-version';
import type { ConnectionWish } from '../lab/settings/lab-connections';
import type { Benchmark } from './benchmark';
import { withLab } from './lab-process';
import { measureInventory } from './measured-inventory';

const DEVICES = 1000;

/** A way to Exchange. */
interface Way extends ConnectionWish {
  readonly name: string;
  readonly version: ExchangeVersion;
}

const WAYS: readonly Way[] = [
  { name: 'adminApi, Exchange Online', version: 'Online', connection: 'exchangeOnline', transport: 'adminApi' },
  {
    name: 'child with the module, Exchange Online',
    version: 'Online',
    connection: 'exchangeOnline',
    transport: 'child',
  },
  { name: 'psrp, Exchange SE', version: 'SE', connection: 'remotePowerShell', transport: 'psrp' },
  { name: 'child, remote session, Exchange SE', version: 'SE', connection: 'remotePowerShell', transport: 'child' },
  { name: 'child, Management Tools, Exchange SE', version: 'SE', connection: 'managementTools', transport: 'child' },
];

/** The same inventory over every transport that this computer has. */
export const inventoryTransports: Benchmark = {
  name: 'inventory-transports',
  title: 'EASConnectorManage over each transport',
  async run(say) {
    const rows: string[][] = [];
    for (const way of WAYS) rows.push(await measured(way, say));
    const text =
      `A first inventory of ${String(DEVICES)} partnerships with all statistics, and the one after it, which finds nothing new. ` +
      'Private memory is that of the plugin; a PowerShell beside it has its own.';
    const head = ['', 'time', 'processor', 'private memory', 'calls', 'the one after it'];
    return [{ text, head, rows }];
  },
};

function measured(way: Way, say: (line: string) => void): Promise<string[]> {
  return withLab(
    DEVICES,
    async (lab) => {
      const settings = lab.settingsBy('manage', way);
      if (typeof settings === 'string') return [way.name, settings];
      const first = await measureInventory(lab, { settings });
      say(JSON.stringify({ way: way.name, ...first, summary: undefined }));
      if (first.outcome !== 'succeeded')
        throw new Error(`the inventory ended ${first.outcome}: ${first.problems.join(' ')}`);
      const hostStateId = first.summary.stateId ?? '';
      const second = await measureInventory(lab, { settings, inventory: { hostStateId } });
      return [
        way.name,
        `${first.seconds.toFixed(1)} s`,
        `${first.cpuSeconds.toFixed(1)} s`,
        `${Math.max(first.peakRssAnonMiB, second.peakRssAnonMiB).toFixed(0)} MiB`,
        String(first.calls),
        `${second.seconds.toFixed(1)} s`,
      ];
    },
    way.version,
  );
}
