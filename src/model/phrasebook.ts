/** What terms of prose go with which terms of code: for each pair that goes together, how many times likelier the prose is where the code has its term than anywhere. */
export interface Phrasebook {
  /** The index of a term of code. */
  readonly codeTerms: ReadonlyMap<string, number>;
  /** What goes with a term of prose; `undefined` for one that is not known. */
  readonly pairsOf: (term: string) => Pairs | undefined;
}

/** Terms of code, by index, and how many times likelier they make the prose. */
export interface Pairs {
  readonly terms: Uint16Array;
  readonly times: Float64Array;
}
