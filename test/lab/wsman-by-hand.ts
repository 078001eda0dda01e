import { randomUUID } from 'node:crypto';
import { ClientRunspacePool, WsmanClient, type WsmanRequest } from '../../psrp';
import type { HttpReply, RemoteWire } from './wsman-wire';

/** A client that is driven by hand: every envelope can be changed, lost or sent twice. */
export class ByHand {
  readonly pool = new ClientRunspacePool({ newGuid: randomUUID });
  readonly client: WsmanClient;

  constructor(private readonly wire: RemoteWire) {
    this.client = new WsmanClient(this.pool, {
      url: wire.description.url,
      newGuid: randomUUID,
      operationTimeoutSeconds: 1,
    });
    this.client.open();
  }

  next(): WsmanRequest {
    const request = this.client.nextRequest();
    if (request === undefined) throw new Error('The client has nothing to send.');
    return request;
  }

  /** All requests that the client would send now. */
  all(): WsmanRequest[] {
    const requests: WsmanRequest[] = [];
    for (let next = this.client.nextRequest(); next; next = this.client.nextRequest()) requests.push(next);
    return requests;
  }

  /** The types of what the client has to tell. */
  events(): string[] {
    const types: string[] = [];
    for (let next = this.client.nextEvent(); next; next = this.client.nextEvent()) types.push(next.type);
    return types;
  }

  async post(request: WsmanRequest): Promise<HttpReply> {
    const reply = await this.wire.post(request.body);
    this.client.receiveResponse(request.id, reply);
    return reply;
  }

  /** Opens the pool. */
  async open(): Promise<this> {
    while (this.pool.state !== 'Opened') {
      await this.post(this.next());
      while (this.client.nextEvent() !== undefined);
    }
    return this;
  }

  async delete(): Promise<void> {
    this.client.closePool();
    await this.post(this.next());
  }
}
