import assert from 'node:assert/strict';
import { PowerShellPool } from '../../../plugin/powershell/power-shell-pool';
import type { PowerShellProcess } from '../../../plugin/powershell/power-shell-process';
import { command, EMPTY_GUID, OutOfProcServer, ServerRunspacePool, type ServerPipeline } from '../../../psrp';
import { nodeSessionCrypto } from '../../../plugin/powershell/node-crypto';

/** A PowerShell within this process whose output comes in pieces that a test chooses. */
class PowerShellInMemory implements PowerShellProcess {
  readonly executable = 'pwsh';
  readonly pid = undefined;
  readonly exited = new Promise<string>(() => undefined);
  pipeline: ServerPipeline | undefined;
  private readonly pool = new ServerRunspacePool({ crypto: nodeSessionCrypto() });
  private readonly server = new OutOfProcServer(this.pool);
  private receive: (bytes: Uint8Array) => void = () => undefined;
  private isPaused = false;

  onData(receive: (bytes: Uint8Array) => void): void {
    this.receive = receive;
  }

  write(bytes: Uint8Array): Promise<void> {
    this.server.receiveData(bytes);
    for (let event = this.server.nextEvent(); event; event = this.server.nextEvent()) {
      if (event.type === 'initRunspacePool') this.pool.accept();
      else if (event.type === 'createPipeline') (this.pipeline = event.pipeline).start();
      else if (event.type === 'signal') event.pipeline?.stop();
      else if (event.type === 'closePipeline') {
        event.pipeline?.close();
        this.server.closed(event.pipelineId);
      } else if (event.type === 'closePool') this.server.closed(EMPTY_GUID);
    }
    setImmediate(() => {
      this.flush();
    });
    return Promise.resolve();
  }

  /** Gives what there is in one piece, unless nobody reads. */
  flush(): void {
    if (this.isPaused) return;
    const lines: Uint8Array[] = [];
    for (let line = this.server.dataToSend(); line; line = this.server.dataToSend()) lines.push(line);
    if (lines.length > 0) this.receive(Buffer.concat(lines));
  }

  pause(): void {
    this.isPaused = true;
  }

  resume(): void {
    this.isPaused = false;
    setImmediate(() => {
      this.flush();
    });
  }

  stderr(): string {
    return '';
  }

  kill(): Promise<void> {
    return Promise.resolve();
  }
}

describe('A reader that leaves a list of a local PowerShell', () => {
  for (const isWhole of [true, false]) {
    it(`leaves it in order, with much of it unread (${isWhole ? 'all of it is there' : 'more would come'})`, async () => {
      const child = new PowerShellInMemory();
      const bounds = { signal: new AbortController().signal, deadline: Date.now() + 20_000 };
      const pool = await PowerShellPool.open({ process: child, clock: Date.now, ...bounds });
      const listener = { onError: () => undefined, onWarning: () => undefined };
      for (let round = 0; round < 2; round++) {
        const list = pool.run({ commands: [command('Get-List')] }, 'Get-List', bounds, listener);
        const first = list.next();
        while (child.pipeline?.state !== 'Running') await new Promise(setImmediate);
        child.pipeline.writeOutput(0);
        child.flush();
        assert.deepEqual(await first, { value: 0, done: false });
        // More than is let wait, in one piece with its end.
        for (let number = 1; number <= 1500; number++) child.pipeline.writeOutput(number);
        if (isWhole) child.pipeline.complete();
        child.flush();
        await list.return(undefined);
        assert.equal(pool.isBroken, false);
      }
      await pool.close();
    });
  }
});
