import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ListChange, type Command } from '../../../../plugin/exchange/command';
import { encodeRequest } from '../../../../plugin/transports/admin-api/encode-request';

const CONTEXT = {
  adminApiUrl: 'https://outlook.office365.com',
  tenant: 'contoso.onmicrosoft.com',
  connectionId: '11111111-2222-4333-8444-555555555555',
};

function parametersOf(command: Partial<Command>): unknown {
  const { body } = encodeRequest({ cmdlet: 'Get-X', parameters: {}, effect: 'read', ...command }, CONTEXT);
  return (JSON.parse(body) as { CmdletInput: { Parameters: unknown } }).CmdletInput.Parameters;
}

describe('Encoding a command for the admin API', () => {
  it('makes the request that InvokeCommand takes', () => {
    const properties = ['Guid', 'DeviceId'];
    const request = encodeRequest(
      { cmdlet: 'Get-MobileDevice', parameters: { ResultSize: 'Unlimited' }, properties, effect: 'read' },
      CONTEXT,
    );
    assert.equal(
      request.url.href,
      'https://outlook.office365.com/adminapi/beta/contoso.onmicrosoft.com/InvokeCommand?$select=Guid,DeviceId',
    );
    assert.equal(
      request.body,
      '{"CmdletInput":{"CmdletName":"Get-MobileDevice","Parameters":{"ResultSize":"Unlimited"}}}',
    );
    assert.equal(request.headers['prefer'], 'odata.maxpagesize=1000');
    assert.equal(request.headers['x-cmdletname'], 'Get-MobileDevice');
    assert.equal(request.headers['connection-id'], CONTEXT.connectionId);
    assert.equal(
      request.headers['x-anchormailbox'],
      'APP:SystemMailbox{bb558c35-97f1-4cb9-8ff7-d53741dc928c}@contoso.onmicrosoft.com',
    );
  });

  it('always has an object of parameters', () => {
    assert.deepEqual(parametersOf({}), {});
  });

  it('keeps the types of values, and leaves empty parts of a list change out', () => {
    assert.deepEqual(
      parametersOf({
        parameters: {
          Identity: 'a\'b"$(c)',
          Confirm: false,
          Size: 5,
          Policy: null,
          Ids: ['a', 'b'],
          Both: new ListChange(['x'], ['y']),
          Add: new ListChange(['x'], []),
          None: new ListChange([], []),
        },
      }),
      {
        Identity: 'a\'b"$(c)',
        Confirm: false,
        Size: 5,
        Policy: null,
        Ids: ['a', 'b'],
        Both: { '@odata.type': '#Exchange.GenericHashTable', Add: ['x'], Remove: ['y'] },
        Add: { '@odata.type': '#Exchange.GenericHashTable', Add: ['x'] },
        None: { '@odata.type': '#Exchange.GenericHashTable' },
      },
    );
  });

  it('carries every text unchanged, and never lets one out of its place', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, value) => {
        assert.deepEqual(Object.entries(parametersOf({ parameters: Object.fromEntries([[name, value]]) }) as object), [
          [name, value],
        ]);
      }),
    );
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (property) => {
        const { url } = encodeRequest(
          { cmdlet: 'Get-X', parameters: {}, properties: [property], effect: 'read' },
          CONTEXT,
        );
        assert.equal(url.searchParams.get('$select'), property);
        assert.equal([...url.searchParams].length, 1);
      }),
    );
  });
});
