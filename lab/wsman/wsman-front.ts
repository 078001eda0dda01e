import { createServer, type Server } from 'node:https';
import type { LabCertificates } from '../admin-api/certificates';
import type { CmdletRunner } from '../cmdlets';
import { listen } from '../control/http';
import type { Journal } from '../control/journal';
import type { FaultBook } from '../faults/fault-book';
import type { ShellAccount } from '../powershell/remote-endpoint';
import type { CmdletReference } from '../reference/reference';
import { EndpointHandler } from './endpoint-handler';
import type { NegotiateVerifier } from './kerberos-verifier';

/** How a client of remote PowerShell reaches the lab. */
export interface RemotePowerShellDescription {
  /** For example https://127.0.0.1:8444/PowerShell/. */
  readonly url: string;
  readonly username: string;
  readonly password: string;
  /** The certification authority that clients must trust. */
  readonly caFile: string;
}

/** What the front is made of. */
export interface WsmanFrontOptions {
  readonly runner: CmdletRunner;
  readonly reference: CmdletReference;
  readonly faults: FaultBook;
  readonly journal: Journal;
  readonly certificates: LabCertificates;
  readonly account: ShellAccount;
  /** Verifies tokens of Negotiate; without one only Basic is offered. */
  readonly verifier: NegotiateVerifier | undefined;
  /** The port that is wanted; any other if it is taken, or 0. */
  readonly port: number;
}

/** Front 2 of the lab: Exchange's remote PowerShell endpoint, PSRP over WSMan over HTTPS on the loopback address. */
export class WsmanFront {
  private readonly server: Server;
  private readonly handler: EndpointHandler;

  constructor(private readonly options: WsmanFrontOptions) {
    const { certificates } = options;
    this.handler = new EndpointHandler(options);
    this.server = createServer(
      { cert: `${certificates.server}\n${certificates.ca}`, key: certificates.serverKey },
      (request, response) => {
        this.handler.handle(request, response).catch(() => response.destroy());
      },
    );
    // A long poll is held for minutes; what a client is slow to send is not.
    this.server.requestTimeout = 60_000;
    this.server.keepAliveTimeout = 120_000;
  }

  /** How many shells are open. */
  get openShells(): number {
    return this.handler.openShells;
  }

  /** Begins to listen. */
  async open(): Promise<RemotePowerShellDescription> {
    const url = `https://127.0.0.1:${await listen(this.server, this.options.port)}/PowerShell/`;
    this.handler.url = url;
    return { url, ...this.options.account, caFile: this.options.certificates.caFile };
  }

  async close(): Promise<void> {
    this.handler.close();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
