import { randomUUID } from 'node:crypto';
import { nodeSessionCrypto } from '../../plugin/powershell/node-crypto';
import {
  ClientRunspacePool,
  ServerRunspacePool,
  type ClientEvent,
  type ClientRunspacePoolOptions,
  type PipelineDefinition,
  type RunspacePoolOptions,
  type ServerEvent,
  type ServerPipeline,
  type ClientPipeline,
} from '../../psrp';

/** How the bytes travel between the ends. */
export interface Wire {
  /** Bytes of a payload. */
  readonly maxBytes?: number;
  /** Bytes handed over at once. */
  readonly pieceBytes?: number;
}

/** A client's and a server's end, with the events that each has had. */
export class BothEnds {
  readonly client: ClientRunspacePool;
  readonly server: ServerRunspacePool;
  readonly clientEvents: ClientEvent[] = [];
  readonly serverEvents: ServerEvent[] = [];

  constructor(
    clientOptions: Partial<ClientRunspacePoolOptions> = {},
    serverOptions: RunspacePoolOptions = {},
    private readonly wire: Wire = {},
  ) {
    const crypto = nodeSessionCrypto();
    this.client = new ClientRunspacePool({ newGuid: randomUUID, crypto, ...clientOptions });
    this.server = new ServerRunspacePool({ crypto, ...serverOptions });
  }

  /** Ends whose pool is open. */
  static opened(...options: ConstructorParameters<typeof BothEnds>): BothEnds {
    const ends = new BothEnds(...options);
    ends.client.open();
    ends.run();
    ends.server.accept();
    ends.run();
    return ends;
  }

  /** Lets all bytes travel, both ways. */
  run(): void {
    while (this.toServer() || this.toClient());
  }

  toServer(): boolean {
    const sent = this.carry(this.client, this.server);
    for (let event = this.server.nextEvent(); event; event = this.server.nextEvent()) this.serverEvents.push(event);
    return sent;
  }

  toClient(): boolean {
    const sent = this.carry(this.server, this.client);
    for (let event = this.client.nextEvent(); event; event = this.client.nextEvent()) this.clientEvents.push(event);
    return sent;
  }

  /** A pipeline that both ends know; at the server it runs. */
  pipeline(definition: PipelineDefinition): { client: ClientPipeline; server: ServerPipeline } {
    const client = this.client.createPipeline(definition);
    client.start();
    this.run();
    const server = this.server.pipeline(client.id);
    if (!server) throw new Error('the server does not know the pipeline');
    server.start();
    return { client, server };
  }

  /** The client's events of one type. */
  of<T extends ClientEvent['type']>(type: T): Extract<ClientEvent, { type: T }>[] {
    return this.clientEvents.filter((event): event is Extract<ClientEvent, { type: T }> => event.type === type);
  }

  private carry(from: ClientRunspacePool | ServerRunspacePool, to: ClientRunspacePool | ServerRunspacePool): boolean {
    const { maxBytes, pieceBytes } = this.wire;
    const payload = from.dataToSend(maxBytes === undefined ? {} : { maxBytes });
    if (!payload) return false;
    const step = pieceBytes ?? payload.data.length;
    for (let at = 0; at < payload.data.length; at += step) to.receiveData(payload.data.slice(at, at + step));
    return true;
  }
}
