'use strict';
// A process whose files cannot grow any more. It writes all the same, and says what became of it.
const { openKeyedStore } = require('../../../plugin/state/keyed-store');
const { openStore } = require('../../../plugin/state/store');

const BIG = 'x'.repeat(200_000);

/** What a write came to: "written", or the code and the reason. */
async function outcome(write) {
  try {
    await write();
    return 'written';
  } catch (error) {
    return `${error.code}: ${error.detail}`;
  }
}

async function main() {
  const folder = process.argv[2];
  const store = await openStore(folder, 'c');
  const records = store.collection('a');
  const keyed = await openKeyedStore(`${folder}/keyed`, { isScratch: false });
  const table = keyed.records('t');
  const put = () => {
    table.put(Buffer.from('k'), { BIG });
  };
  const outcomes = {
    small: await outcome(() => records.put('k', 1)),
    record: await outcome(() => records.put('k', { BIG })),
    several: await outcome(() => store.write([{ collection: 'a', key: 'k', record: { BIG } }])),
    keyed: await outcome(() => keyed.write(put)),
    keyedNow: await outcome(() => keyed.writeNow(put)),
    after: await outcome(() => records.put('l', 2)),
  };
  const kept = [...records.entries()];
  await keyed.close();
  await store.close();
  // What nobody waits for would end the process now.
  await new Promise((resolve) => setTimeout(resolve, 50));
  process.stdout.write(JSON.stringify({ outcomes, kept }));
}

void main();
