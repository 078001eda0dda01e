import * as protobuf from 'protobufjs/light';
import descriptor from './generated/descriptor.json';

/** The contract's messages as data, for what the generated code cannot do. Built when it is first asked for. */
const contract = once(() => {
  const root = protobuf.Root.fromJSON(descriptor);
  root.resolveAll();
  return root;
});

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** A message of easconnector.v1 by its name, for example ManageResult. @throws Error if there is none */
export function messageType(name: string): protobuf.Type {
  return contract().lookupType(`easconnector.v1.${name}`);
}

/** The names of all messages of easconnector.v1. */
export function messageNames(): string[] {
  const types = messageType('Problem').parent?.nestedArray ?? [];
  return types.filter((type) => type instanceof protobuf.Type).map(({ name }) => name);
}
