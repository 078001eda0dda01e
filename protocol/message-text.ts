import * as textformat from 'protobufjs/ext/textformat';
import { MessageJsonError } from './message-json';
import { messageType } from './reflection';

/**
 * A message of easconnector.v1 in protobuf's text format, as `protoc --decode` prints it. Fields that this version does
 * not know appear by their number.
 * @throws MessageJsonError if the bytes are not such a message
 */
export function messageToText(message: string, bytes: Uint8Array): string {
  const type = messageType(message);
  try {
    return textformat.toText(type, type.decode(bytes), { unknowns: true });
  } catch (error) {
    throw new MessageJsonError('', `This is no ${message}.`, { cause: error });
  }
}
