import type { Check, Definition } from "../../model/specification.js";
import type { Stated } from "../../read/tla/implied.js";
import { isProof, keyOf } from "./checks.js";
import type { Visibility } from "./visible.js";

/** What configurations use without checking it. */
export interface Uses {
  /** True for what a configuration names, as its specification, and what that states as a whole: `Init`. */
  readonly isUsed: (definition: Definition) => boolean;
  /** True for all that these speak of, directly or not: the actions of `Next`. */
  readonly isPart: (definition: Definition) => boolean;
}

/** The keys of what the checks use, with the parts of each. */
function reached(
  checks: readonly Check[],
  partsOf: (definition: Definition) => readonly string[],
  { visible }: Visibility,
): ReadonlySet<string> {
  const used = new Set<string>();
  const open = checks.flatMap((check) => (isProof(check) || check.definition === undefined ? [] : [check.definition]));
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (used.has(keyOf(one))) continue;
    used.add(keyOf(one));
    for (const name of partsOf(one)) {
      const part = visible(one.path, name);
      if (part !== undefined) open.push(part);
    }
  }
  return used;
}

/** Tells what configurations use; looked up when it is first asked for. */
export function usesIn(
  checks: readonly Check[],
  statedBy: (definition: Definition) => Stated,
  names: Visibility,
  textOf: (path: string) => string,
): Uses {
  const lazily = (partsOf: (definition: Definition) => readonly string[]): ((definition: Definition) => boolean) => {
    let known: ReadonlySet<string> | undefined;
    return (definition) => {
      known ??= reached(checks, partsOf, names);
      return known.has(keyOf(definition));
    };
  };
  const words = ({ unit, path }: Definition): readonly string[] => {
    if (unit.kind !== "operator" && unit.kind !== "function") return [];
    return [
      ...new Set(
        textOf(path)
          .slice(unit.body.start, unit.body.end)
          .match(/(?<![\w!])[A-Za-z_]\w*(?:!\w+)*/g),
      ),
    ];
  };
  return { isUsed: lazily((definition) => statedBy(definition).names), isPart: lazily(words) };
}
