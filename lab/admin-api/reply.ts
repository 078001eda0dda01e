/** An HTTP answer before it is sent. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

const ODATA = 'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

/** An answer in the admin API's form of JSON. */
export function odataReply(status: number, body: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers: { 'Content-Type': ODATA, ...headers }, body };
}

/** An answer in plain JSON. */
export function jsonReply(status: number, body: unknown): Reply {
  return { status, headers: { 'Content-Type': 'application/json; charset=utf-8' }, body: JSON.stringify(body) };
}

/** The answer to a call without a good token. */
export function unauthorized(hasToken: boolean): Reply {
  const error = hasToken ? ', error="invalid_token"' : '';
  return {
    status: 401,
    headers: {
      'WWW-Authenticate':
        'Bearer client_id="00000002-0000-0ff1-ce00-000000000000", trusted_issuers="00000001-0000-0000-c000-000000000000@*", ' +
        `token_types="app_asserted_user_v1 service_asserted_app_v1"${error}`,
      ...(hasToken
        ? { 'x-ms-diagnostics': '2000008;reason="The token has expired.";error_category="invalid_lifetime"' }
        : {}),
    },
    body: '',
  };
}

/** The answer to a cmdlet that does not exist, or that no role of the application allows: not JSON, but NUL bytes. */
export function unknownOrForbidden(): Reply {
  return { status: 403, headers: { 'Content-Type': 'application/json' }, body: Buffer.alloc(24) };
}
