/** Which truth values a `cfg` predicate can take over all builds. */
interface Possible {
  readonly holds: boolean;
  readonly fails: boolean;
}

const either: Possible = { holds: true, fails: true };

/**
 * Reads one predicate from the tokens and says what it can be, with `test` fixed. Options are taken to be independent
 * of each other, so `all(a, not(a))` counts as satisfiable. `undefined` if the tokens are no predicate.
 */
function possible(tokens: string[], test: boolean): Possible | undefined {
  const next = (): string | undefined => tokens[0];
  const word = tokens.shift();
  if (word === undefined || !/^[A-Za-z_]/.test(word)) return undefined;
  if (next() === "(") {
    tokens.shift();
    const parts: Possible[] = [];
    while (next() !== ")") {
      const part = possible(tokens, test);
      if (part === undefined) return undefined;
      parts.push(part);
      if (next() === ",") tokens.shift();
      else if (next() !== ")") return undefined;
    }
    tokens.shift();
    if (word === "all") return { holds: parts.every((part) => part.holds), fails: parts.some((part) => part.fails) };
    if (word === "any") return { holds: parts.some((part) => part.holds), fails: parts.every((part) => part.fails) };
    const [negated] = parts;
    return word === "not" && negated !== undefined && parts.length === 1 ? { holds: negated.fails, fails: negated.holds } : either;
  }
  if (next() === "=") {
    tokens.splice(0, 2);
    return either;
  }
  if (word === "test") return { holds: test, fails: !test };
  if (word === "true") return { holds: true, fails: false };
  // `cfg(FALSE)` is the older way to write `cfg(false)`: an option that nobody sets.
  if (word === "false" || word === "FALSE") return { holds: false, fails: true };
  return either;
}

/**
 * Which builds a `cfg` predicate (`all(test, feature = "x")`, without `cfg` and its parentheses) leaves the code in.
 * `undefined`: some build that is no test build, or the text is no predicate.
 */
export function buildsOf(predicate: string): "test" | "never" | undefined {
  const tokens = predicate.match(/"(?:[^"\\]|\\.)*"|[A-Za-z_][\w]*|[(),=]/g) ?? [];
  const inProduction = possible([...tokens], false);
  const inTests = possible([...tokens], true);
  if (inProduction === undefined || inTests === undefined || inProduction.holds) return undefined;
  return inTests.holds ? "test" : "never";
}
