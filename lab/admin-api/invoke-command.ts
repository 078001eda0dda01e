import type { PSObject } from '../../psrp';
import { CmdletError, type CmdletRunner } from '../cmdlets';
import type { Journal } from '../control/journal';
import { cmdletErrorReply, pagingErrorReply, serviceErrorReply } from './error-body';
import { ObjectWriter, readParameters } from './json-values';
import type { PageCursors } from './page-cursors';
import { odataReply, type Reply, unknownOrForbidden } from './reply';

/** A call of InvokeCommand, taken apart. */
export interface InvokeRequest {
  readonly cmdlet: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly select: readonly string[] | undefined;
  readonly pageSize: number;
  /** Set for every page but the first. */
  readonly skipToken: string | undefined;
  /** The connection's id, or the cookie that stands for it. */
  readonly owner: string;
  readonly user: string;
  /** The address of this call without its query. */
  readonly url: string;
  readonly tenant: string;
  /** The kind of a fault that will spoil the answer, for the journal. */
  readonly fault: string | undefined;
}

interface Page {
  readonly objects: Iterator<PSObject>;
  readonly first: PSObject | undefined;
  readonly warnings: string[];
}

/** Carries out InvokeCommand. */
export class InvokeCommand {
  private readonly writer = new ObjectWriter();

  constructor(
    private readonly runner: CmdletRunner,
    private readonly cursors: PageCursors,
    private readonly journal: Journal,
  ) {}

  answer(request: InvokeRequest): Reply {
    if (!this.runner.knows(request.cmdlet)) {
      this.journal.write({
        ...this.entry(request),
        error: { className: 'Forbidden', message: 'Unknown cmdlet or missing role.' },
      });
      return unknownOrForbidden();
    }
    try {
      return request.skipToken === undefined ? this.firstPage(request) : this.nextPage(request, request.skipToken);
    } catch (error) {
      if (!(error instanceof CmdletError)) throw error;
      this.journal.write({ ...this.entry(request), error: { className: error.className, message: error.message } });
      return cmdletErrorReply(error);
    }
  }

  private firstPage(request: InvokeRequest): Reply {
    const warnings: string[] = [];
    const objects = this.runner
      .run({
        cmdlet: request.cmdlet,
        parameters: readParameters(request.parameters),
        user: request.user,
        select: request.select,
        warn: (message) => warnings.push(message),
      })
      [Symbol.iterator]();
    const first = objects.next();
    const page = { objects, first: first.done === true ? undefined : first.value, warnings };
    const { reply, count } = this.page(request, page, request.pageSize);
    this.journal.write({
      ...this.entry(request),
      result: { objects: count, hasMore: reply.body.includes('"@odata.nextLink"') },
    });
    if (count === 0 && request.cmdlet.toLowerCase().startsWith('remove-')) return { ...reply, status: 204, body: '' };
    return reply;
  }

  private nextPage(request: InvokeRequest, token: string): Reply {
    const cursor = this.cursors.take(token, request.owner, commandOf(request));
    if (cursor === undefined) return pagingErrorReply();
    return this.page(request, { ...cursor, first: cursor.next }, cursor.pageSize).reply;
  }

  private page(
    request: InvokeRequest,
    page: Page,
    pageSize: number,
  ): { readonly reply: Reply; readonly count: number } {
    const values: string[] = [];
    let next = page.first;
    while (next !== undefined && values.length < pageSize) {
      values.push(this.writer.write(next));
      const following = page.objects.next();
      next = following.done === true ? undefined : following.value;
    }
    const link =
      next === undefined ? '' : `"@odata.nextLink":${JSON.stringify(this.link(request, page, next, pageSize))},`;
    const context = `https://outlook.office.com/adminapi/beta/${request.tenant}/$metadata#Collection(Exchange.GenericHashTable)`;
    const head = `{"@odata.context":${JSON.stringify(context)},"adminapi.warnings@odata.type":"#Collection(String)",`;
    const warnings = `"@adminapi.warnings":${JSON.stringify(page.warnings)},`;
    const body = `${head}${warnings}${link}"value":[${values.join(',')}]}`;
    return { reply: odataReply(200, body), count: values.length };
  }

  private link(request: InvokeRequest, page: Page, next: PSObject, pageSize: number): string {
    const { owner } = request;
    const { objects, warnings } = page;
    const token = this.cursors.keep({ objects, next, warnings, owner, command: commandOf(request), pageSize });
    const select = request.select === undefined ? '' : `&$select=${request.select.map(encodeURIComponent).join(',')}`;
    return `${request.url}?$skiptoken=${token}${select}`;
  }

  private entry(request: InvokeRequest): Parameters<Journal['write']>[0] {
    const { user, cmdlet, parameters, fault } = request;
    return { front: 'adminApi', user, cmdlet, parameters, ...(fault === undefined ? {} : { fault }) };
  }
}

function commandOf(request: InvokeRequest): string {
  return JSON.stringify([request.cmdlet.toLowerCase(), request.parameters]);
}

/** The body of InvokeCommand; a reply that refuses it if it is none. */
export function readCommand(body: unknown): Pick<InvokeRequest, 'cmdlet' | 'parameters'> | Reply {
  const input = (body as { CmdletInput?: { CmdletName?: unknown; Parameters?: unknown } } | null)?.CmdletInput;
  const { CmdletName: cmdlet, Parameters: parameters } = input ?? {};
  if (typeof cmdlet !== 'string' || typeof parameters !== 'object' || parameters === null) {
    return serviceErrorReply(400, 'BadRequest', 'The request has no CmdletInput with a CmdletName and Parameters.');
  }
  return { cmdlet, parameters: parameters as Readonly<Record<string, unknown>> };
}
