import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** What lies between a client and a server: it can lose what goes through, and be shut. */
export interface Gate {
  /** The endpoint behind it. */
  readonly url: string;
  /** Told of every piece that comes from the server; true cuts the connection instead of passing it on. */
  cuts: (bytes: number) => boolean;
  /** Cuts everything, and lets nobody in. */
  shut(): void;
  /** Lets everybody in again. */
  open(): void;
  close(): Promise<void>;
}

/** Starts a gate before a port of this computer. */
export async function startGate(port: number): Promise<Gate> {
  const sockets = new Set<Socket>();
  let isShut = false;
  const server = createServer((client) => {
    if (isShut) {
      client.destroy();
      return;
    }
    const inner = connect(port, '127.0.0.1');
    const cut = (): void => {
      client.destroy();
      inner.destroy();
    };
    for (const socket of [client, inner]) {
      sockets.add(socket);
      socket.on('error', cut);
      socket.on('close', () => {
        sockets.delete(socket);
        cut();
      });
    }
    client.pipe(inner);
    inner.on('data', (piece) => {
      if (gate.cuts(piece.length)) cut();
      else client.write(piece);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const gate: Gate = {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}/PowerShell/`,
    cuts: () => false,
    shut: () => {
      isShut = true;
      for (const socket of sockets) socket.destroy();
    },
    open: () => {
      isShut = false;
    },
    close: async () => {
      gate.shut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return gate;
}
