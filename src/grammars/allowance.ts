/** How long, in milliseconds, the parse of a text of so many UTF-16 units may take. */
export type Allowance = (length: number) => number;

/**
 * About ten times what code takes. Text that is no code takes longer the more there is of it: a megabyte of garbage half a minute.
 * By size, so that a large file on a slow machine is still parsed.
 */
export const patientAllowance: Allowance = (length) => 3_000 + length * 0.003;
