import { serviceErrorReply } from './error-body';
import { jsonReply, type Reply } from './reply';

/** Answers one part of a batch. */
export type AnswerPart = (
  url: URL,
  body: string,
  headers: { readonly prefer?: string; readonly owner?: string },
) => Reply;

interface BatchPart {
  readonly id?: unknown;
  readonly url?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const MOST_PARTS = 10;

/** Answers $batch: up to ten calls of InvokeCommand, in one answer, each with its id. */
export function answerBatch(text: string, answer: AnswerPart): Reply {
  const parts = partsOf(text);
  if (parts === undefined) return serviceErrorReply(400, 'BadRequest', 'The batch has no list of requests.');
  if (parts.length > MOST_PARTS) {
    return serviceErrorReply(400, 'BadRequest', `The batch has more than ${MOST_PARTS} requests.`);
  }
  const responses = parts.map((part) => {
    const headers = new Map(Object.entries(part.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
    const prefer = headers.get('prefer');
    const owner = headers.get('connection-id');
    const url = new URL(typeof part.url === 'string' ? part.url : '/', 'https://127.0.0.1');
    const reply = answer(url, JSON.stringify(part.body ?? null), {
      ...(prefer === undefined ? {} : { prefer }),
      ...(owner === undefined ? {} : { owner }),
    });
    return { id: part.id, status: reply.status, headers: reply.headers, body: bodyOf(reply) };
  });
  return jsonReply(200, { responses });
}

function partsOf(text: string): readonly BatchPart[] | undefined {
  try {
    const requests = (JSON.parse(text) as { requests?: unknown } | null)?.requests;
    return Array.isArray(requests) ? (requests as BatchPart[]) : undefined;
  } catch {
    return undefined;
  }
}

/** JSON as it is; anything else, such as the NUL bytes of a forbidden cmdlet, as text. */
function bodyOf(reply: Reply): unknown {
  const text = reply.body.toString();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
