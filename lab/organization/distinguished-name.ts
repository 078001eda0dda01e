/** Escapes a name for a distinguished name (RFC 4514). */
export function escapeRdn(name: string): string {
  return name.replace(/[,\\+"<>;=]/g, (character) => `\\${character}`).replace(/^[ #]|[ ]$/g, (edge) => `\\${edge}`);
}

/** Escapes a name for a canonical name, whose parts are separated by slashes. */
export function escapeCanonical(name: string): string {
  return name.replace(/[\\/]/g, (character) => `\\${character}`);
}

/** Splits a distinguished name into its parts, each still with its type and escapes. */
export function splitDn(dn: string): string[] {
  return dn.match(/(?:\\.|[^,\\])+/g) ?? [];
}

/** The value of one part of a distinguished name, without type and escapes. */
export function rdnValue(rdn: string): string {
  return rdn.slice(rdn.indexOf('=') + 1).replace(/\\(.)/g, '$1');
}

/** A DNS domain as the end of a distinguished name. */
export function domainDn(domain: string): string {
  return domain
    .split('.')
    .map((label) => `DC=${label}`)
    .join(',');
}
