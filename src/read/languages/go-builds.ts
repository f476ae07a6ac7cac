import { certainBoolean, conditionGate, type GateOf } from "./gates.js";
import type { Gate } from "./grammar.js";

/** Which truth values a build constraint can take over all builds. */
interface Possible {
  readonly holds: boolean;
  readonly fails: boolean;
}

const either: Possible = { holds: true, fails: true };

/** Reads `a || b && !(c)` from its tokens. */
function possible(tokens: string[]): Possible {
  const atom = (): Possible => {
    const token = tokens.shift();
    if (token === "!") {
      const { holds, fails } = atom();
      return { holds: fails, fails: holds };
    }
    if (token === "(") {
      const inside = any();
      if (tokens[0] === ")") tokens.shift();
      return inside;
    }
    // By custom nobody sets this tag.
    return token === "ignore" ? { holds: false, fails: true } : either;
  };
  const all = (): Possible => {
    let left = atom();
    while (tokens[0] === "&&") {
      tokens.shift();
      const right = atom();
      left = { holds: left.holds && right.holds, fails: left.fails || right.fails };
    }
    return left;
  };
  const any = (): Possible => {
    let left = all();
    while (tokens[0] === "||") {
      tokens.shift();
      const right = all();
      left = { holds: left.holds || right.holds, fails: left.fails && right.fails };
    }
    return left;
  };
  return any();
}

/** The constraint of a `+build` line in the newer form: blanks are `||`, commas are `&&`. */
function newerForm(older: string): string {
  return older.trim().replace(/\s+/g, " || ").replaceAll(",", " && ");
}

const constraint = /^\/\/(?:go:build[ \t]+(.+)|[ \t]*\+build[ \t]+(.+))$/gm;

/** The gate of a build constraint that no build fulfils. It stands before the package's name. */
function gateOfConstraint(text: string): Gate | undefined {
  const end = /^package\b/m.exec(text)?.index ?? 0;
  for (const found of text.slice(0, end).replaceAll("\r", " ").matchAll(constraint)) {
    const tokens = (found[1] ?? newerForm(found[2] ?? "")).match(/&&|\|\||[!()]|[\w.]+/g) ?? [];
    const because = found[0].trimEnd();
    if (!possible([...tokens]).holds) return { builds: "never", because, span: { start: found.index, end: found.index + because.length } };
  }
  return undefined;
}

/** The gate that lies on all of a file: its name, or its build constraint. */
export function file(path: string, text: string): Gate | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const span = { start: 0, end: 0 };
  if (/^[_.]/.test(name)) return { builds: "never", because: name, span };
  const never = gateOfConstraint(text);
  if (never !== undefined) return never;
  if (/(?:^|\/)testdata\//.test(path)) return { builds: "test", because: "testdata/", span };
  return name.endsWith("_test.go") ? { builds: "test", because: name, span } : undefined;
}

/** The gates of `if false { … }` and `if true { … } else { … }`. */
export const gate: GateOf = conditionGate(["if_statement"], certainBoolean, "if", "consequence");
