/** What cannot be seen or typed: marks that join characters, or change the direction of what follows. */
const UNSEEN = /\p{Cf}/gu;

/** A name as somebody can type it: whatever the case, the spaces, and how its accents are composed. The page and the server compare by it. */
export const typable = (name: string): string =>
  name.normalize('NFC').replace(UNSEEN, '').replace(/\s+/g, ' ').trim().toLowerCase();
