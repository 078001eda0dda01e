const UNITS: Readonly<Record<string, number>> = { b: 1, kb: 1024, mb: 1024 ** 2, gb: 1024 ** 3, tb: 1024 ** 4 };

/**
 * A quantity as Exchange shows it: a size as "10 MB (10,485,760 bytes)", a time as "1.02:03:04", everything else as it
 * came. `before` is the value until now, which tells a size from a number.
 */
export function parseQuantity(text: string, before: string): string {
  const size = /^(\d+(?:\.\d+)?)\s*(b|kb|mb|gb|tb)(?:\s*\([\d,]+ bytes\))?$/i.exec(text);
  if (size !== null) return showSize(Number(size[1]) * (UNITS[(size[2] ?? 'b').toLowerCase()] ?? 1));
  if (before.endsWith(' bytes)') && /^\d+$/.test(text)) return showSize(Number(text));
  return text;
}

function showSize(bytes: number): string {
  const steps = ['B', 'KB', 'MB', 'GB', 'TB'] as const;
  const step = bytes < 1 ? 0 : Math.min(steps.length - 1, Math.floor(Math.log2(bytes) / 10));
  const rounded = Number((bytes / 1024 ** step).toPrecision(4));
  return `${rounded} ${steps[step] ?? 'B'} (${Math.round(bytes).toLocaleString('en-US')} bytes)`;
}
