import { randomUUID } from 'node:crypto';
import {
  ClientRunspacePool,
  EMPTY_GUID,
  OutOfProcClient,
  OutOfProcServer,
  ServerRunspacePool,
  type ClientEvent,
  type OutOfProcEvent,
  type OutOfProcOptions,
  type OutOfProcServerEvent,
  type ServerEvent,
} from '../../psrp';

/** Both ends of the line protocol; the server serves as PowerShell does. */
export class OutOfProcEnds {
  readonly client: OutOfProcClient;
  readonly server: OutOfProcServer;
  readonly clientEvents: (ClientEvent | OutOfProcEvent)[] = [];
  readonly serverEvents: (ServerEvent | OutOfProcServerEvent)[] = [];
  /** All lines, with who wrote them: `>` the client, `<` the server. */
  readonly lines: string[] = [];

  constructor(
    options: OutOfProcOptions = {},
    private readonly pieceBytes = Infinity,
  ) {
    this.client = new OutOfProcClient(new ClientRunspacePool({ newGuid: randomUUID, maxRunspaces: 3 }), options);
    this.server = new OutOfProcServer(new ServerRunspacePool(), options);
  }

  static opened(...options: ConstructorParameters<typeof OutOfProcEnds>): OutOfProcEnds {
    const ends = new OutOfProcEnds(...options);
    ends.client.pool.open();
    ends.run();
    return ends;
  }

  run(): void {
    for (let moved = true; moved;) {
      moved = false;
      for (let line = this.client.dataToSend(); line; line = this.client.dataToSend()) {
        moved = true;
        this.carry('>', line, this.server);
      }
      this.serve();
      for (let line = this.server.dataToSend(); line; line = this.server.dataToSend()) {
        moved = true;
        this.carry('<', line, this.client);
      }
      for (let event = this.client.nextEvent(); event; event = this.client.nextEvent()) this.clientEvents.push(event);
    }
  }

  /** The lines without their data, GUIDs made short. */
  shortLines(): string[] {
    return this.lines.map((line) =>
      line
        .replace(EMPTY_GUID, 'pool')
        .replace(/'[0-9a-f]{8}-[0-9a-f-]{27}'/, "'pipe'")
        .replace(/'>[^<]+</, "'>…<"),
    );
  }

  private serve(): void {
    const { pool } = this.server;
    for (let event = this.server.nextEvent(); event; event = this.server.nextEvent()) {
      this.serverEvents.push(event);
      if (event.type === 'initRunspacePool') pool.accept();
      else if (event.type === 'createPipeline') event.pipeline.start();
      else if (event.type === 'signal') event.pipeline?.stop();
      else if (event.type === 'closePipeline') {
        event.pipeline?.close();
        this.server.closed(event.pipelineId);
      } else if (event.type === 'closePool') {
        pool.beginClose();
        pool.close();
        this.server.closed(EMPTY_GUID);
      }
    }
  }

  private carry(sign: '<' | '>', line: Uint8Array, to: OutOfProcClient | OutOfProcServer): void {
    this.lines.push(`${sign} ${Buffer.from(line).toString('latin1').trimEnd()}`);
    const step = Math.min(this.pieceBytes, line.length);
    for (let at = 0; at < line.length; at += step) to.receiveData(line.slice(at, at + step));
  }
}
