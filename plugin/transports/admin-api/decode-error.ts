import { quoteForeign } from './redaction';

/** What can be learned from the body of an error answer. */
export interface ErrorBody {
  /** What happened, in Exchange's words; empty if there are none. */
  readonly message: string;
  /** The exception's class without its namespace, for example ManagementObjectNotFoundException. */
  readonly exception: string;
  /** Exchange's id of the error, for example Ex6F9304. */
  readonly errorId: string;
  /** Whether the cmdlet itself failed, as opposed to what stands before it. */
  readonly fromCmdlet: boolean;
  readonly isHtml: boolean;
}

const NOTHING: ErrorBody = { message: '', exception: '', errorId: '', fromCmdlet: false, isHtml: false };

/** Bodies are looked at up to here. */
const MAX_LENGTH = 256 * 1024;

/**
 * Reads the body of an error answer, whatever it is: the admin API answers with JSON of several shapes, plain
 * text, HTML, NUL bytes, or nothing. The most useful text wins: the cmdlet's error in `details`, then the inner exception,
 * then the outer message.
 */
export function decodeErrorBody(body: Buffer, secrets: readonly string[]): ErrorBody {
  const text = body.subarray(0, MAX_LENGTH).toString('utf8');
  const trimmed = text.trimStart();
  if (trimmed.startsWith('<')) return { ...NOTHING, isHtml: true };
  const root = parseLeniently(trimmed);
  if (root === undefined) return { ...NOTHING, message: printable(text, secrets) };
  const error = recordOf(root['error']) ?? root;
  return (
    fromDetails(error, secrets) ?? fromInnerError(error, secrets) ?? { ...NOTHING, message: outer(error, secrets) }
  );
}

/** `details[].message` is `errorId|exception class|message`, and the message may contain further bars. */
function fromDetails(error: Readonly<Record<string, unknown>>, secrets: readonly string[]): ErrorBody | undefined {
  for (const key of Object.keys(error)) {
    if (key !== 'details' && !key.startsWith('details#')) continue;
    const list = error[key];
    if (!Array.isArray(list)) continue;
    for (const item of list as readonly unknown[]) {
      const message = recordOf(item)?.['message'];
      if (typeof message !== 'string') continue;
      const match = /^([^|\s]*)\|([\w.+`]*)\|(.+)$/s.exec(message);
      if (!match) continue;
      const [, errorId = '', className = '', rest = ''] = match;
      return {
        message: quoteForeign(rest, secrets),
        exception: simpleName(className),
        errorId: quoteForeign(errorId, secrets, 60),
        fromCmdlet: true,
        isHtml: false,
      };
    }
  }
  return undefined;
}

function fromInnerError(error: Readonly<Record<string, unknown>>, secrets: readonly string[]): ErrorBody | undefined {
  const inner = recordOf(error['innererror']);
  const exception = recordOf(inner?.['internalexception']) ?? inner;
  const message = exception?.['message'];
  if (exception === undefined || typeof message !== 'string' || message === '') return undefined;
  const type = exception['type'];
  return {
    message: quoteForeign(message, secrets),
    exception: typeof type === 'string' ? simpleName(type) : '',
    errorId: '',
    fromCmdlet: exception !== inner,
    isHtml: false,
  };
}

function outer(error: Readonly<Record<string, unknown>>, secrets: readonly string[]): string {
  const { message, details } = error;
  const detail = Array.isArray(details) ? recordOf((details as readonly unknown[])[0])?.['message'] : undefined;
  if (typeof detail === 'string' && detail !== '') return quoteForeign(detail, secrets);
  return typeof message === 'string' ? quoteForeign(message, secrets) : '';
}

/**
 * The key `details` can occur twice, and JSON.parse would keep the second only. Every further one is renamed: an
 * unescaped `"details"` in front of a colon can only be a key.
 */
function parseLeniently(text: string): Readonly<Record<string, unknown>> | undefined {
  let count = 0;
  const renamed = text.replace(/(?<!\\)"details"(?=\s*:)/g, () => (count++ === 0 ? '"details"' : `"details#${count}"`));
  try {
    return recordOf(JSON.parse(renamed));
  } catch {
    return undefined;
  }
}

/** Plain text, if it is text: bodies of NUL bytes or packed data say nothing. */
function printable(text: string, secrets: readonly string[]): string {
  const clean = quoteForeign(text, secrets);
  return clean.slice(0, 200).split('\ufffd').length > 3 ? '' : clean;
}

function simpleName(className: string): string {
  return /[A-Za-z_]\w*$/.exec(className)?.[0] ?? '';
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}
