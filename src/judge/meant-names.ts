import { isNamed } from "../model/spec.js";
import type { Definition, Specifications, SpecName } from "../model/specification.js";
import { extended, nearest } from "./nearness.js";

/** True if nothing defines a name of a document that has to be defined. */
export function isUndefinedName(used: SpecName, { mayHide, closed }: Specifications): boolean {
  const { name, within, scope, definitions, elsewhere, answered } = used;
  if (definitions.length > 0 || answered !== undefined) return false;
  if ((within === undefined ? scope : [within]).some((path) => mayHide(path, name.name))) return false;
  return within === undefined || closed(within) || elsewhere.length > 0;
}

function definedNear(
  near: (names: readonly string[]) => string | undefined,
  modules: readonly string[],
  { modules: files, definitionsOf }: Specifications,
): Definition | undefined {
  const names = modules.flatMap(
    (path) => files.get(path)?.facts.modules.flatMap(({ units }) => units.filter(isNamed).map((unit) => unit.name)) ?? [],
  );
  const found = near(names);
  return found === undefined ? undefined : definitionsOf(found).find(({ path }) => modules.includes(path));
}

/** The definition in one of the modules whose name is nearest. */
export function nearestIn(name: string, modules: readonly string[], specifications: Specifications): Definition | undefined {
  return definedNear((names) => nearest(name, names) ?? extended(name, names), modules, specifications);
}

/**
 * The definition that a name most likely means which nothing defines where it should. If other modules define the name itself, only one that
 * the named module calls by the whole name and a word more: `Log_Exclusive` for `Exclusive`.
 */
export function meantInstead({ name, within, scope, elsewhere }: SpecName, specifications: Specifications): Definition | undefined {
  if (elsewhere.length === 0) return nearestIn(name.name, within === undefined ? scope : [within, ...scope], specifications);
  return within === undefined ? undefined : definedNear((names) => extended(name.name, names), [within], specifications);
}
