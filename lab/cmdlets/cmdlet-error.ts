/** An error of a cmdlet, as Exchange would state it. */
export class CmdletError extends Error {
  override readonly name = 'CmdletError' as const;

  constructor(
    /** The full name of the exception's class. */
    readonly className: string,
    message: string,
    /** The category of the error record, for example ObjectNotFound. */
    readonly category: string,
    /** What the error is about; may be empty. */
    readonly target = '',
  ) {
    super(message);
  }
}

const TASKS = 'Microsoft.Exchange.Configuration.Tasks';

/** The object that an identity names does not exist. */
export function notFound(identity: string, server: string): CmdletError {
  return new CmdletError(
    `${TASKS}.ManagementObjectNotFoundException`,
    `The operation couldn't be performed because object '${identity}' couldn't be found on '${server}'.`,
    'InvalidData',
    identity,
  );
}

/** An object of this name exists already. */
export function alreadyExists(identity: string): CmdletError {
  return new CmdletError(
    'Microsoft.Exchange.Data.Directory.ADObjectAlreadyExistsException',
    `Active Directory operation failed. The object '${identity}' already exists.`,
    'NotSpecified',
    identity,
  );
}

/** A parameter has a value that the cmdlet cannot use. */
export function invalidArgument(message: string, target = ''): CmdletError {
  return new CmdletError('System.ArgumentException', message, 'InvalidArgument', target);
}

/** A text is longer than the property may be. */
export function tooLong(property: string, length: number, longest: number): CmdletError {
  return new CmdletError(
    'Microsoft.Exchange.Data.DataValidationException',
    `Property "${property}": The length of the property is too long. The maximum length is ${longest} and the length ` +
      `of the value provided is ${length}.`,
    'InvalidData',
    property,
  );
}

/** The call cannot be bound to the cmdlet's parameters. */
export function bindingError(className: string, message: string, target: string): CmdletError {
  return new CmdletError(className, message, 'InvalidArgument', target);
}

/** The cmdlet asked a question, and there is nobody to answer it. */
export function promptFailed(question: string): CmdletError {
  return new CmdletError(
    'System.Management.Automation.Host.HostException',
    'A command that prompts the user failed because the host program or the command type does not support user ' +
      'interaction. The host was attempting to request confirmation with the following message: Are you sure you ' +
      `want to perform this action? ${question}`,
    'InvalidOperation',
  );
}
