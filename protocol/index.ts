export * from './problem';
export { PROBLEM_CODES } from './problem-codes';
export type { ProblemCode } from './problem-codes';
export { Secret } from './secret';
export * from './timestamp';
