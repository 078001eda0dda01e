import { type Dice, TOPIC } from './dice';

/** A person, or what a shared mailbox is called. */
export interface Person {
  readonly firstName: string;
  readonly lastName: string;
}

const FIRST_NAMES = [
  'Anna', 'Aino', 'Björn', 'Carlos', 'Chloé', 'Dmitri', 'Elena', 'Emma', 'Fatima', 'Georg', 'Hiroshi', 'Ines', 'James',
  'Jörg', 'Katarzyna', 'Kofi', 'Lars', 'Linnea', 'Maria', 'Mikko', 'Nadia', 'Olivia', 'Paul', 'Priya', 'Quentin', 'Rosa',
  'Søren', 'Tariq', 'Uma', 'Veikko', 'Wen', 'Ximena', 'Yusuf', 'Zoë',
] as const; // prettier-ignore

const LAST_NAMES = [
  'Ahlgren', 'Berg', 'Chen', "D'Angelo", 'Eriksson', 'Fischer', 'García', 'Hansen', 'Ito', 'Johansson', 'Kovács',
  'Laine', 'Müller', 'Nieminen', "O'Brien", 'Papadopoulos', 'Quist', 'Rossi', 'Smith-Jones', 'Sørensen', 'Tanaka',
  'Usman', 'van der Berg', 'Virtanen', 'Williams', 'Xu', 'Yilmaz', 'Zhang', 'Østergård', 'Šimić',
] as const; // prettier-ignore

/** The person behind a mailbox. */
export function personOf(dice: Dice, mailbox: number): Person {
  return {
    firstName: dice.pick(FIRST_NAMES, TOPIC.firstName, mailbox),
    lastName: dice.pick(LAST_NAMES, TOPIC.lastName, mailbox),
  };
}

/** A name as the local part of an address has it: ASCII letters in lower case. */
export function asciiName(name: string): string {
  return name
    .replace(/[øØ]/g, 'o')
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
}
