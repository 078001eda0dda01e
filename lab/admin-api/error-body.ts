import { createHash } from 'node:crypto';
import type { CmdletError } from '../cmdlets';
import { odataReply, type Reply } from './reply';

const SERVICE_EXCEPTION = 'Microsoft.Exchange.Admin.OData.Core.ODataServiceException';
const WRAPPER = 'Microsoft.Exchange.Admin.OData.Core.DirectInvokeCmdletExecutionException';

/** An error of a cmdlet, in the two shapes in which the real service answers. */
export function cmdletErrorReply(error: CmdletError): Reply {
  const isBinding = error.className.startsWith('System.Management.Automation.');
  const isNotFound = error.className.endsWith('ManagementObjectNotFoundException');
  const shortClass = error.className.split('.').at(-1) ?? error.className;
  // What fails before the cmdlet runs has no details; what fails in it has them, and an inner error that says nothing.
  const details = isBinding
    ? []
    : [{ code: 'Client', target: error.target, message: `${errorId(error)}|${error.className}|${error.message}` }];
  const internal = isBinding
    ? { message: error.message, type: error.className, stacktrace: '' }
    : { message: `Exception of type '${WRAPPER}' was thrown.`, type: WRAPPER, stacktrace: '' };
  const body = {
    error: {
      code: isNotFound ? 'NotFound' : 'BadRequest',
      message: isBinding ? 'Invalid Operation' : 'Error executing cmdlet',
      ...(details.length > 0 ? { details } : {}),
      innererror: {
        message: isBinding ? 'Invalid Operation' : 'Error executing cmdlet',
        type: SERVICE_EXCEPTION,
        stacktrace: '',
        internalexception: internal,
      },
    },
    'adminapi.warnings@odata.type': '#Collection(String)',
    '@adminapi.warnings': [],
  };
  return odataReply(isNotFound ? 404 : 400, JSON.stringify(body), { 'X-ExceptionType': shortClass });
}

/** An error of the service itself, for example a page that cannot be had. */
export function serviceErrorReply(status: number, code: string, message: string): Reply {
  const innererror = { message, type: SERVICE_EXCEPTION, stacktrace: '' };
  return odataReply(status, JSON.stringify({ error: { code, message, innererror } }));
}

/** The answer to a page that has expired, or was asked for on another connection. */
export function pagingErrorReply(): Reply {
  return serviceErrorReply(400, 'BadRequest', 'Expired or Invalid pagination request. Default Expiry time is 00:30:00');
}

/** "Ex" and six hexadecimal digits, the same for the same class. */
function errorId(error: CmdletError): string {
  return `Ex${createHash('sha256').update(error.className).digest('hex').slice(0, 6).toUpperCase()}`;
}
