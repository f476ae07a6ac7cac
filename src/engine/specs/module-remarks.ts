import type { Definition, Expectation } from "../../model/specification.js";
import { sayingIn } from "./expectations.js";
import type { ModuleFiles } from "./module-files.js";

/** The comment right above a place in a module, without its signs: lines of it, or one block, with no blank line between. */
function commentAbove(text: string, start: number): string {
  const above = text.slice(Math.max(0, start - 4000), text.lastIndexOf("\n", start - 1) + 1);
  const lines = above.split(/\r?\n/).slice(0, -1);
  const first = lines.findLastIndex((line) => !/^\s*\\\*/.test(line)) + 1;
  const block = first < lines.length ? lines.slice(first).join(" ") : (/\(\*(?:(?!\*\))[\s\S])*\*\)\s*$/.exec(above)?.[0] ?? "");
  return /\n[ \t]*\r?\n$/.test(above) ? "" : block.replace(/\\\*+|\(\*+|\*+\)|\s+/g, " ");
}

/** Words that make what a comment expects depend on something that only the configuration knows. */
const condition = /\b(?:if|when|whenever|with|without|once|under|unless|where|as long as|while|before|until)\b/i;

/**
 * What the comment above a definition says of its outcome: some are written down to be violated, to show that a state is reached. Where it makes a condition, it
 * must be one that the configuration's constants meet.
 */
export function remarkedIn(files: ModuleFiles): (definition: Definition, values: ReadonlyMap<string, string>) => Expectation {
  return ({ path, unit }, values) => {
    const said = sayingIn(commentAbove(files.at(path)?.text ?? "", unit.span.start), values);
    if (said === undefined) return undefined;
    const assigned = /\b([A-Za-z_]\w*)\s*=/.exec(said)?.[1];
    return !condition.test(said) || (assigned !== undefined && values.has(assigned)) ? { fails: said } : undefined;
  };
}
