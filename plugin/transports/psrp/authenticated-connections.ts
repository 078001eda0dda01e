import { ExchangeError } from '../../exchange/exchange-error';
import { CookieJar, type HttpClient, type HttpRequest, type HttpResponse } from '../../network';
import type { Authenticator, ConnectionAuthentication } from './authentication';
import { parseChallenges } from './www-authenticate';

/** A round of Negotiate has two or three messages; who wants more goes round in circles. */
const MAX_ROUNDS = 5;

/** What connections are made with. */
export interface AuthenticatedConnectionsOptions {
  /** Makes a client of one connection. */
  readonly connect: (onConnect: () => void) => Promise<HttpClient>;
  readonly authenticator: Authenticator;
}

interface Connection {
  readonly http: HttpClient;
  readonly authentication: ConnectionAuthentication;
}

/**
 * Connections to one server that are kept for one session, each with an authentication of its own, because Negotiate
 * authenticates connections. A request has a connection for itself until its answer is whole; there are as many as there are
 * requests under way. The server's cookies, which name the server behind it, go with every request.
 */
export class AuthenticatedConnections {
  private readonly all: Connection[] = [];
  private readonly idle: Connection[] = [];
  private readonly cookies = new CookieJar();
  private isClosed = false;

  constructor(private readonly options: AuthenticatedConnectionsOptions) {}

  /** How many connections there are. */
  get count(): number {
    return this.all.length;
  }

  /**
   * Sends a request, authenticated, and reads the whole answer, whatever its status but 401.
   * @throws ExchangeError as HttpClient.send, and auth.denied, auth.unavailable
   */
  async send(request: HttpRequest): Promise<HttpResponse> {
    const connection = this.idle.pop() ?? (await this.connect());
    try {
      return await this.exchange(connection, request);
    } finally {
      this.idle.push(connection);
    }
  }

  /** Ends all connections at once. */
  async close(): Promise<void> {
    this.isClosed = true;
    await Promise.all(this.all.map(({ http }) => http.close().catch(() => undefined)));
  }

  private async connect(): Promise<Connection> {
    const authentication = this.options.authenticator();
    const http = await this.options.connect(() => {
      authentication.connected();
    });
    if (this.isClosed) {
      await http.close();
      throw new ExchangeError({ code: 'cancelled', summary: 'The session was closed.' });
    }
    const connection = { http, authentication };
    this.all.push(connection);
    return connection;
  }

  private async exchange({ http, authentication }: Connection, request: HttpRequest): Promise<HttpResponse> {
    let authorization = await authentication.begin(request);
    for (let round = 0; ; round++) {
      const cookie = this.cookies.header();
      const headers = {
        ...request.headers,
        ...(cookie !== undefined && { cookie }),
        ...(authorization !== undefined && { authorization }),
      };
      const answer = await http.send({ ...request, headers });
      this.cookies.take(answer.headers['set-cookie']);
      const challenges = parseChallenges(answer.headers['www-authenticate']);
      if (answer.status !== 401) {
        await authentication.accepted(challenges, request).catch((error: unknown) => {
          throw error instanceof ExchangeError ? error.with({ mayHaveHappened: request.change }) : error;
        });
        return answer;
      }
      if (round >= MAX_ROUNDS) {
        throw new ExchangeError({ code: 'auth.denied', summary: `${request.url.host} never ends asking who we are.` });
      }
      authorization = await authentication.challenged(challenges, request);
    }
  }
}
