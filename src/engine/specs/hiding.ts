import type { ModuleFile } from "../../model/specification.js";
import { namedBy } from "./module-files.js";
import { isStandard } from "./standard-modules.js";

/** Where a module's text may define names that its reader does not see. */
interface Hidden {
  /** True if a syntax error may hide a definition anywhere. */
  readonly faulty: boolean;
  /** The algorithm that was never translated, or translated to nothing. */
  readonly algorithm: string;
}

function hiddenIn({ facts, text }: ModuleFile): Hidden | undefined {
  const faulty = facts.faults.length > 0;
  const begins = text.search(/--(?:fair\s+)?algorithm\b/);
  const translated = /\\\*+\s*BEGIN TRANSLATION.*\r?\n(?!\s*\\\*+\s*END TRANSLATION)/.test(text);
  const algorithm = begins === -1 || translated ? "" : text.slice(begins);
  return faulty || algorithm !== "" ? { faulty, algorithm } : undefined;
}

const word = (name: string): string => `(?<!\\w)${name.replace(/[^\w]/g, "\\$&")}(?!\\w)`;

/**
 * Tells whether a module, or one that it names, may define a name where the reader does not look: behind a syntax error, in an algorithm that was never
 * translated, in a module that comes with the tools.
 */
export function hiding(
  reachable: (path: string) => readonly string[],
  at: (path: string) => ModuleFile | undefined,
): (path: string, name: string) => boolean {
  const hidden = new Map<string, Hidden | undefined>();
  const around = new Map<string, readonly string[]>();
  const others = new Map<string, readonly string[]>();
  const of = (path: string): Hidden | undefined => {
    const module = at(path);
    if (!hidden.has(path)) hidden.set(path, module === undefined ? undefined : hiddenIn(module));
    return hidden.get(path);
  };
  return (path, name) => {
    if (at(path) === undefined) return true;
    const reached = around.get(path) ?? reachable(path).filter((one) => of(one) !== undefined);
    around.set(path, reached);
    const own = name.slice(name.lastIndexOf("!") + 1);
    const named = others.get(path) ?? reachable(path).flatMap((one) => at(one)?.facts.modules.flatMap(namedBy) ?? []);
    others.set(path, named);
    if (named.some((module) => isStandard(module, own))) return true;
    return reached.some((one) => {
      const { faulty, algorithm } = of(one) ?? { faulty: false, algorithm: "" };
      const defines = new RegExp(`(?:^[ \\t]*${word(own)}|${word(own)}[^\\n=]*(?:==|≜))`, "m");
      return (faulty && defines.test(at(one)?.text ?? "")) || new RegExp(word(own)).test(algorithm);
    });
  };
}
