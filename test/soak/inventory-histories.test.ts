import { playMany } from '../tasks/manage/inventory-history';

const HISTORIES = Number(process.env['EAS_INVENTORY_HISTORIES'] ?? 1000);
/** So many are played under one seed, which is printed before they begin. */
const BATCH = 50;
const SEED = process.env['EAS_SEED'];

describe('The inventory that a host holds', () => {
  it(`is what the organization is after each of ${String(HISTORIES)} random histories`, async () => {
    let seed = SEED === undefined ? Date.now() % 0x7fffffff : Number(SEED);
    for (let left = HISTORIES; left > 0; left -= BATCH) {
      process.stdout.write(`      EAS_SEED=${String(seed)} EAS_INVENTORY_HISTORIES=${String(BATCH)}\n`);
      await playMany(Math.min(left, BATCH), seed);
      seed += 1;
    }
  });
});
