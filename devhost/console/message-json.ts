/** A message in canonical proto3 JSON. */
export type Json = Readonly<Record<string, unknown>>;

/** A message that a field holds; an empty one if it holds none. */
export function messageOf(message: Json | undefined, name: string): Json {
  const value = message?.[name];
  return isMessage(value) ? value : {};
}

/** A text that a field holds, or a number as text; empty if it holds none. */
export function textOf(message: Json | undefined, name: string): string {
  const value = message?.[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** A number that a field holds, also as a 64-bit one's text; 0 if it holds none. */
export function numberOf(message: Json | undefined, name: string): number {
  const value = message?.[name];
  const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : 0;
  return Number.isFinite(number) ? number : 0;
}

/** The messages of a repeated field. */
export function messagesOf(message: Json | undefined, name: string): readonly Json[] {
  const value = message?.[name];
  return Array.isArray(value) ? value.filter(isMessage) : [];
}

/** The texts of a repeated field. */
export function textsOf(message: Json | undefined, name: string): readonly string[] {
  const value = message?.[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** Whether a value is a message. */
export function isMessage(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of an enum without its prefix: DEVICE_ACCESS_STATE_ALLOWED as ALLOWED; empty if it is not stated. */
export function enumValue(prefix: string, value: string): string {
  const short = value.startsWith(`${prefix}_`) ? value.slice(prefix.length + 1) : value;
  return short === 'UNSPECIFIED' ? '' : short;
}

/** The value of an enum as Exchange spells it: DEVICE_ACCESS_STATE_DEVICE_DISCOVERY as DeviceDiscovery. */
export function enumName(prefix: string, value: string): string {
  return enumValue(prefix, value)
    .toLowerCase()
    .replace(/(^|_)([a-z0-9])/g, (_, _start, letter: string) => letter.toUpperCase());
}
