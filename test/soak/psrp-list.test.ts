import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { getPartnerships } from '../../plugin/exchange/cmdlets';
import { Secret } from '../../protocol';
import { openRemote } from '../plugin/transports/psrp/remote-client';

const DEVICES = Number(process.env['EAS_SOAK_OBJECTS'] ?? 1_000_000);
const MIB = 2 ** 20;

describe('A list over psrp', () => {
  it(`of ${String(DEVICES)} objects is whole, and does not sit in memory`, async () => {
    const program = join(__dirname, '../../dist/cli/main.js');
    const args = [program, 'lab', '--devices', String(DEVICES), '--seed', '7', '--version', 'SE', '--wipes', '0'];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      const lines = createInterface({ input: child.stdout });
      const [line] = (await once(lines, 'line')) as [string];
      const { url, username, password, caFile } = (JSON.parse(line) as { remotePowerShell: Record<string, string> })
        .remotePowerShell as Record<'url' | 'username' | 'password' | 'caFile', string>;
      const target = { username, password: new Secret(password) };
      const session = await openRemote([url], { target, network: { caFile } });
      const bounds = { signal: new AbortController().signal, deadline: Date.now() + 6 * 3_600_000 };
      const memory: number[] = [];
      let count = 0;
      let last = '';
      for await (const device of session.invoke(getPartnerships('SE'), bounds)) {
        count += 1;
        const guid = String(device.get('Guid'));
        assert.notEqual(guid, last);
        last = guid;
        if (count % 20_000 === 0) memory.push(process.memoryUsage.rss());
      }
      await session.close();
      assert.equal(count, DEVICES);
      const half = memory.length / 2;
      // What is left when garbage has just been collected.
      const [early, late] = [memory.slice(0, half), memory.slice(half)].map((part) => Math.min(...part) / MIB);
      console.log(
        `      memory: ${String(early?.toFixed(0))} MiB at least in the first half, ${String(late?.toFixed(0))} in the second`,
      );
      // What was given is remembered by its GUID, which takes up to 46 bytes.
      assert.ok((late ?? 0) - (early ?? 0) < 40 + (DEVICES * 46) / MIB);
    } finally {
      child.kill('SIGTERM');
      await once(child, 'close');
    }
  });
});
