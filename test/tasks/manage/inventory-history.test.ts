import { playMany } from './inventory-history';

/** How many histories are played; `npm run soak` plays more. */
const HISTORIES = Number(process.env['EAS_HISTORIES'] ?? 12);

describe('Any history of changes, runs, cancelled and dead runs', () => {
  it('leaves a host that follows the documentation with what the organization is', async () => {
    await playMany(HISTORIES);
  }).timeout(60_000 + HISTORIES * 2000);
});
