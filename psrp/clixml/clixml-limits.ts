import { LimitError } from '../errors/limit-error';

/** What one CLIXML document may make this side do. Every limit is checked before the memory is used. */
export interface ClixmlLimits {
  /** Characters of the document. */
  readonly maxCharacters: number;
  /** Objects within each other. PowerShell itself stops at 50. */
  readonly maxDepth: number;
  /** Objects and lists of type names that can be referred to. */
  readonly maxReferences: number;
  /** Bytes that the values take, roughly. */
  readonly maxMemoryBytes: number;
}

/** What PowerShell itself would take, about. */
export const DEFAULT_CLIXML_LIMITS: ClixmlLimits = {
  maxCharacters: 200 * 1024 * 1024,
  maxDepth: 64,
  maxReferences: 1_000_000,
  maxMemoryBytes: 512 * 1024 * 1024,
};

/** Keeps count of what a document has cost so far. */
export class ClixmlBudget {
  private characters = 0;
  private references = 0;
  private memory = 0;

  constructor(private readonly limits: ClixmlLimits) {}

  /** Back to nothing spent, for the next document. */
  reset(): void {
    this.characters = 0;
    this.references = 0;
    this.memory = 0;
  }

  addCharacters(count: number): void {
    this.characters += count;
    if (this.characters > this.limits.maxCharacters) throw new LimitError('maxCharacters', this.limits.maxCharacters);
  }

  addReference(): void {
    if (++this.references > this.limits.maxReferences) throw new LimitError('maxReferences', this.limits.maxReferences);
  }

  addMemory(bytes: number): void {
    this.memory += bytes;
    if (this.memory > this.limits.maxMemoryBytes) throw new LimitError('maxMemoryBytes', this.limits.maxMemoryBytes);
  }

  checkDepth(depth: number): void {
    if (depth > this.limits.maxDepth) throw new LimitError('maxDepth', this.limits.maxDepth);
  }
}
