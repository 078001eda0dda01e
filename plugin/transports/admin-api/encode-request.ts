import { ListChange, type Command, type ParameterValue } from '../../exchange/command';

/** What requests of one session have in common. */
export interface RequestContext {
  /** Without a slash at the end. */
  readonly adminApiUrl: string;
  readonly tenant: string;
  /** A GUID for the session, by which Microsoft's support finds its requests. */
  readonly connectionId: string;
}

/** A request, but for what differs each time it is sent: token, request id and cookies. */
export interface EncodedRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Objects per page: the most that Exchange Online gives. */
const PAGE_SIZE = 1000;

/** The system mailbox that app-only requests are routed by; the same in every tenant. */
const ANCHOR_MAILBOX = 'SystemMailbox{bb558c35-97f1-4cb9-8ff7-d53741dc928c}';

/** Makes the request that runs a command. */
export function encodeRequest(command: Command, context: RequestContext): EncodedRequest {
  const url = new URL(`${context.adminApiUrl}/adminapi/beta/${encodeURIComponent(context.tenant)}/InvokeCommand`);
  if (command.properties !== undefined && command.properties.length > 0) {
    url.search = `?$select=${command.properties.map(encodeURIComponent).join(',')}`;
  }
  return {
    url,
    headers: {
      accept: 'application/json',
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'eas-connector',
      prefer: `odata.maxpagesize=${PAGE_SIZE}`,
      'x-anchormailbox': `APP:${ANCHOR_MAILBOX}@${context.tenant}`,
      'x-cmdletname': command.cmdlet,
      'x-responseformat': 'json',
      'connection-id': context.connectionId,
    },
    body: JSON.stringify({
      CmdletInput: { CmdletName: command.cmdlet, Parameters: encodeParameters(command.parameters) },
    }),
  };
}

/** An object even if there are no parameters: null is refused. */
function encodeParameters(parameters: Command['parameters']): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, encodeValue(value)]));
}

function encodeValue(value: ParameterValue): unknown {
  if (!(value instanceof ListChange)) return value;
  return {
    '@odata.type': '#Exchange.GenericHashTable',
    ...(value.add.length > 0 && { Add: value.add }),
    ...(value.remove.length > 0 && { Remove: value.remove }),
  };
}
