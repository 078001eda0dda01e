import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { openSchedulerLog } from '../../devhost';
import { parseIsoDuration } from '../../devhost/iso-duration';
import { ResultFile } from '../../devhost/result-file';
import { Turn } from '../../devhost/turn';
import { filesIn, resultsIn } from './host-under-test';
import { scratchFolder } from './scratch-folder';

describe('ISO 8601 durations', () => {
  it('are read in weeks, days, hours, minutes and seconds', () => {
    assert.equal(parseIsoDuration('P1D'), 86_400_000);
    assert.equal(parseIsoDuration('PT5M'), 300_000);
    assert.equal(parseIsoDuration('P1W2DT3H4M5S'), ((((7 + 2) * 24 + 3) * 60 + 4) * 60 + 5) * 1000);
  });

  it('that have no fixed length, or are none, are refused', () => {
    for (const text of ['P1M', 'P1Y', 'P', 'PT', 'P1DT', '5M', 'PT5', 'P-1D', 'PT1.5S', '']) {
      assert.equal(parseIsoDuration(text), undefined, text);
    }
  });
});

describe('scheduler.log', () => {
  it('has one line a record, whatever is in it', () => {
    const path = join(scratchFolder(), 'Logs', 'scheduler.log');
    const log = openSchedulerLog(path, () => Date.parse('2026-11-22T08:30:00.250Z'));
    log.write({ level: 'info', message: 'It starts.' });
    log.write({ level: 'warn', message: 'a\nforged line', fields: { why: 'a "b"\u001b[31m' } }, 'EASConnectorManage');
    log.close();
    log.write({ level: 'info', message: 'too late' });
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    assert.equal(lines[0], '2026-11-22T08:30:00.250Z INFO  [scheduler] It starts.');
    assert.equal(lines.length, 2);
    assert.match(lines[1]!, /^\S+ WARN {2}\[EASConnectorManage\] a\\nforged line why="a \\"b\\"\\u001b\[31m"$/);
  });

  it('always has the current file under its name, and keeps some of the old ones', () => {
    const folder = scratchFolder();
    const log = openSchedulerLog(join(folder, 'scheduler.log'), Date.now, { maxFileBytes: 200, maxOldFiles: 2 });
    for (let number = 0; number < 20; number += 1)
      log.write({ level: 'info', message: `record ${number} ${'x'.repeat(80)}` });
    log.close();
    assert.deepEqual(filesIn(folder), ['scheduler.log', 'scheduler.log.1', 'scheduler.log.2']);
    assert.match(readFileSync(join(folder, 'scheduler.log'), 'utf8'), /record 19/);
    assert.match(readFileSync(join(folder, 'scheduler.log.1'), 'utf8'), /record 17/);
  });
});

describe('A file of results', () => {
  it('has what was stored, in order, and its final name only when the run has ended', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 6 }), async (results) => {
        const folder = scratchFolder();
        const file = new ResultFile(folder, 'r');
        await Promise.all(results.map((result) => file.store(result)));
        assert.deepEqual(filesIn(folder), ['r.pb.part']);
        const path = await file.close(true);
        assert.deepEqual(filesIn(folder), ['r.pb']);
        assert.deepEqual(
          resultsIn(path).map((result) => [...result]),
          results.map((result) => [...result]),
        );
        assert.equal(file.stored, results.length);
        await assert.rejects(file.store(new Uint8Array()), /takes no more results/);
      }),
      { numRuns: 15 },
    );
  });

  it('does not exist for a run without results', async () => {
    const folder = scratchFolder();
    assert.equal(await new ResultFile(folder, 'r').close(true), '');
    assert.deepEqual(filesIn(folder), []);
  });
});

describe('Turns', () => {
  it('come one after the other, whoever asks in whatever way', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }),
        async (scheduler, asks) => {
          let atWork = 0;
          let begun = 0;
          const turn = new Turn(async () => {
            atWork += 1;
            begun += 1;
            assert.equal(atWork, 1);
            const mine = begun;
            await scheduler.schedule(Promise.resolve());
            atWork -= 1;
            if (mine % 3 === 0) throw new Error('this turn failed');
            return mine;
          });
          const answers = asks.map((mustRun) =>
            scheduler.schedule(Promise.resolve()).then(async () => {
              const before = begun;
              const ran = await (mustRun ? turn.request() : turn.try())?.catch(() => before + 1);
              // Who asks for a turn gets one that began after it asked.
              if (mustRun) assert.ok(ran !== undefined && ran > before);
            }),
          );
          await scheduler.waitFor(Promise.all(answers));
          await scheduler.waitFor(turn.idle());
          assert.equal(atWork, 0);
        },
      ),
      { numRuns: 100 },
    );
  });
});
