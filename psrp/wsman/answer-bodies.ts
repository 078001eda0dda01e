import type { IncomingRequest } from './decode-request';
import { COMMAND_DONE } from './names';
import { base64Content, element, type Xml } from './xml-writer';

/** What CreateResponse tells of a shell, besides what its client asked for. */
export interface ShellFacts {
  readonly shellId: string;
  readonly url: string;
  readonly owner: string;
  readonly clientIp: string;
  readonly idleTimeoutMs: number;
}

/** The body of CreateResponse. */
export function createdBody(create: IncomingRequest, facts: ShellFacts): Xml {
  const shell = (name: string, text: string): string => element(`rsp:${name}`, {}, text);
  const locale = create.locale ?? 'en-US';
  return [
    element('x:ResourceCreated', {}, [
      element('a:Address', {}, facts.url),
      element('a:ReferenceParameters', {}, [
        element('w:ResourceURI', {}, create.resourceUri),
        element('w:SelectorSet', {}, [element('w:Selector', { Name: 'ShellId' }, facts.shellId)]),
      ]),
    ]),
    element('rsp:Shell', {}, [
      shell('ShellId', facts.shellId),
      shell('ResourceUri', create.resourceUri),
      shell('Owner', facts.owner),
      shell('ClientIP', facts.clientIp),
      shell('IdleTimeOut', `PT${(facts.idleTimeoutMs / 1000).toFixed(3)}S`),
      shell('InputStreams', 'stdin pr'),
      shell('OutputStreams', 'stdout'),
      shell('Locale', locale),
      shell('DataLocale', locale),
      shell('CompressionMode', 'NoCompression'),
      shell('ProfileLoaded', 'Yes'),
      shell('Encoding', 'UTF8'),
      shell('BufferMode', 'Block'),
      shell('State', 'Connected'),
      shell('ShellRunTime', 'P0DT0H0M0S'),
      shell('ShellInactivity', 'P0DT0H0M0S'),
    ]),
  ];
}

/** The body of CommandResponse. */
export function commandCreatedBody(commandId: string): Xml {
  return [element('rsp:CommandResponse', {}, [element('rsp:CommandId', {}, commandId)])];
}

/** The body of ReceiveResponse; no CommandId: from the shell. */
export function receivedBody(commandId: string | undefined, data: Uint8Array, isDone: boolean): Xml {
  const stream = element('rsp:Stream', { Name: 'stdout', CommandId: commandId }, base64Content(data));
  const state = element('rsp:CommandState', { CommandId: commandId, State: COMMAND_DONE }, [
    element('rsp:ExitCode', {}, '0'),
  ]);
  return [element('rsp:ReceiveResponse', {}, isDone ? [stream, state] : [stream])];
}
