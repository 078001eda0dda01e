import assert from 'node:assert/strict';
import { command, type WsmanFault } from '../../psrp';
import { WsmanEnds } from './wsman-ends';

describe('WSMan, both ends', () => {
  it('opens a pool, runs a command, closes both', () => {
    const ends = WsmanEnds.opened();
    assert.equal(ends.client.pool.state, 'Opened');
    assert.deepEqual(ends.log(), ['Create *', 'Receive *', 'Receive *']);
    const before = ends.posted.length;
    const pipeline = ends.client.pool.createPipeline({ commands: [command('Get-Mailbox', { Identity: 'a' })] });
    pipeline.start();
    ends.run();
    const served = ends.shell.pool.pipeline(pipeline.id)!;
    served.writeOutput('one');
    ends.run();
    served.writeOutput('two');
    served.complete();
    ends.run();
    assert.deepEqual(
      ends.of('output').map(({ value }) => value),
      ['one', 'two'],
    );
    assert.equal(pipeline.state, 'Completed');
    ends.client.closePipeline(pipeline);
    ends.run();
    assert.equal(ends.of('pipelineClosed').length, 1);
    assert.deepEqual(ends.log(before), ['Command', 'Receive', 'Receive', 'Signal']);
    ends.client.closePool();
    ends.run();
    assert.equal(ends.of('poolClosed').length, 1);
    assert.equal(ends.client.pool.state, 'Closed');
    assert.equal(ends.shells.size, 0);
    assert.deepEqual(ends.client.pendingRequests, []);
  });
});
