/** What was found at one commit. */
export interface Found<Finding> {
  readonly commit: string;
  readonly findings: readonly Finding[];
}

/** A finding that several commits may have, however often each has it. */
export interface Claim<Finding> {
  /** As the first of the commits has it. */
  readonly finding: Finding;
  readonly first: string;
  readonly last: string;
  /** How many commits have it. */
  readonly commits: number;
}

/** The distinct findings of commits, in the order in which they came up. Findings of one key are one claim. */
export function claimsOf<Finding>(commits: readonly Found<Finding>[], keyOf: (finding: Finding) => string): readonly Claim<Finding>[] {
  const claims = new Map<string, Claim<Finding>>();
  for (const { commit, findings } of commits) {
    for (const [key, finding] of new Map(findings.map((one) => [keyOf(one), one]))) {
      const known = claims.get(key);
      claims.set(key, {
        finding: known?.finding ?? finding,
        first: known?.first ?? commit,
        last: commit,
        commits: (known?.commits ?? 0) + 1,
      });
    }
  }
  return [...claims.values()];
}
