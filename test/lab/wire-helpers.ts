import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'undici';
import { type Lab, startLab } from '../../lab';
import type { LabOptions } from '../../lab/lab';
import { START } from './lab-helpers';

/** An object of a list. */
export interface WireObject {
  readonly Guid: string;
  readonly Identity: string;
  readonly FirstSyncTime: string;
  readonly ActiveSyncAllowedDeviceIDs: string[];
  readonly DefaultAccessLevel: string;
  readonly DeviceAccessState: string;
  readonly DeviceWipeRequestTime: string | null;
  readonly [name: string]: unknown;
}

/** All that the lab's answers have been seen to contain. */
export interface WireJson {
  readonly value: WireObject[];
  readonly '@odata.nextLink'?: string;
  readonly '@adminapi.warnings': string[];
  readonly error: {
    readonly message: string;
    readonly details?: { readonly message: string }[];
    readonly innererror: { readonly internalexception: { readonly message: string } };
  };
  readonly error_codes: number[];
  readonly access_token: string;
  readonly responses: { readonly id: string; readonly status: number; readonly body: WireJson }[];
  readonly partnerships: number;
  readonly mailboxes: number;
  readonly openShells: number;
  readonly erasedPhones: unknown[];
  readonly clockOffsetMs: number;
  readonly now: string;
  readonly problems: string[];
  readonly devices: { readonly guid: string }[];
  readonly device: { readonly lastSyncTime: string; readonly firstSyncTime: string };
}

/** An answer over the wire. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly text: string;
  /** The body, as far as it is JSON; whoever reads it knows which of its parts are there. */
  readonly json: WireJson;
}

/** A lab with a client that trusts its CA. */
export class Wire {
  token = '';
  private readonly agent: Agent;
  readonly connectionId = randomUUID();

  constructor(readonly lab: Lab) {
    const { adminApi } = lab.description;
    this.agent = new Agent({ connect: { ca: adminApi === undefined ? '' : readFileSync(adminApi.caFile) } });
  }

  get adminApi(): NonNullable<Lab['description']['adminApi']> {
    const { adminApi } = this.lab.description;
    if (adminApi === undefined) throw new Error('The lab has no admin API.');
    return adminApi;
  }

  async send(
    url: string,
    body: string,
    headers: Record<string, string> = {},
    signal?: AbortSignal,
  ): Promise<WireAnswer> {
    const signalled = signal === undefined ? {} : { signal };
    const answer = await request(url, { method: 'POST', body, headers, dispatcher: this.agent, ...signalled });
    const text = await answer.body.text();
    return { status: answer.statusCode, headers: answer.headers, text, json: parse(text) };
  }

  async get(url: string): Promise<WireAnswer> {
    const answer = await request(url, { dispatcher: this.agent });
    const text = await answer.body.text();
    return { status: answer.statusCode, headers: answer.headers, text, json: parse(text) };
  }

  /** Signs in with the secret, or as the form says. */
  async signIn(form: Record<string, string> = {}): Promise<WireAnswer> {
    const { clientId, clientSecret, tokenUrl } = this.adminApi;
    const scope = 'https://outlook.office365.com/.default';
    const fields = {
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      scope,
      ...form,
    };
    const answer = await this.send(tokenUrl, new URLSearchParams(fields).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    });
    if (answer.status === 200) this.token = answer.json.access_token;
    return answer;
  }

  get headers(): Record<string, string> {
    return {
      authorization: `Bearer ${this.token}`,
      'content-type': 'application/json',
      'x-anchormailbox': `APP:SystemMailbox{bb558c35-97f1-4cb9-8ff7-d53741dc928c}@${this.adminApi.tenant}`,
      'connection-id': this.connectionId,
    };
  }

  get invokeUrl(): string {
    return `${this.adminApi.url}/adminapi/beta/${this.adminApi.tenant}/InvokeCommand`;
  }

  invoke(
    cmdlet: string,
    parameters: Record<string, unknown> = {},
    more: { url?: string; headers?: Record<string, string>; signal?: AbortSignal } = {},
  ): Promise<WireAnswer> {
    const body = JSON.stringify({ CmdletInput: { CmdletName: cmdlet, Parameters: parameters } });
    return this.send(more.url ?? this.invokeUrl, body, { ...this.headers, ...more.headers }, more.signal);
  }

  /** The first object that a cmdlet gives. */
  async one(cmdlet: string, parameters: Record<string, unknown> = {}): Promise<WireObject> {
    const [object] = (await this.invoke(cmdlet, parameters)).json.value;
    if (object === undefined) throw new Error(`${cmdlet} gave nothing.`);
    return object;
  }

  /** Calls the control server. */
  async control(method: 'GET' | 'POST', path: string, body?: unknown, token?: string): Promise<WireAnswer> {
    const { control } = this.lab.description;
    const answer = await request(`${control.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token ?? control.token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.body.text();
    return { status: answer.statusCode, headers: answer.headers, text, json: parse(text) };
  }

  async close(): Promise<void> {
    await this.agent.close();
    await this.lab.close();
  }
}

/** Starts a lab and signs in. */
export async function openWire(options: Partial<LabOptions> = {}): Promise<Wire> {
  const wire = new Wire(await startLab({ devices: 60, seed: 7, clock: { start: START }, ...options }));
  if (wire.lab.description.adminApi !== undefined) await wire.signIn();
  return wire;
}

function parse(text: string): WireJson {
  try {
    return JSON.parse(text) as WireJson;
  } catch {
    return {} as WireJson;
  }
}
