import { settingsFromJson } from '../protocol';
import type { Benchmark } from './benchmark';
import { communityWay } from './community-way';
import { withLab } from './lab-process';
import { measureInventory } from './measured-inventory';

const DEVICES = 2000;
const LATENCY_MS = 50;

/** The same lab and data by the usual community way and by ours, with a delay before every answer. */
export const inventoryCommunity: Benchmark = {
  name: 'inventory-community',
  title: 'EASConnectorManage and the usual community way',
  async run(say) {
    return withLab(DEVICES, async (lab) => {
      await lab.faults({ latencyMs: LATENCY_MS });
      const { bytes } = settingsFromJson('EASConnectorManage', JSON.stringify(lab.settings('manage')));
      if (!bytes) throw new Error('the lab has no settings');
      const theirs = await communityWay(bytes);
      say(JSON.stringify(theirs));
      const ours = await measureInventory(lab);
      say(JSON.stringify({ ...ours, summary: undefined }));
      const throttled = (ours.summary.commands ?? []).reduce((sum, one) => sum + (one.throttled ?? 0), 0);
      const row = (name: string, seconds: number, calls: number, refused: number, devices: number): string[] => [
        name,
        `${seconds.toFixed(1)} s`,
        `${(theirs.seconds / seconds).toFixed(1)} ×`,
        String(calls),
        String(refused),
        String(devices),
      ];
      const text =
        `${String(DEVICES)} partnerships, ${String(LATENCY_MS)} ms before every answer, both cold and with every statistic read. ` +
        'The usual way is that of published scripts: the mailboxes that have partnerships, then for each of them the device ' +
        'statistics and the mailbox, one after the other in one session (bench/community-way.ts). Ours reads the same and more: ' +
        'policies, rules, and every mailbox with its settings. With eight calls at once instead of one, and one call instead of ' +
        'two, sixteen times is the limit; start and lists take the rest.';
      const head = ['', 'time', 'faster', 'calls', 'throttled', 'statistics'];
      const rows = [
        row('the usual way', theirs.seconds, theirs.calls, theirs.throttled, theirs.devices),
        row('this connector', ours.seconds, ours.calls, throttled, ours.summary.statisticsRead ?? 0),
      ];
      return [{ text, head, rows }];
    });
  },
};
