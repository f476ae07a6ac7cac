import type { LinkedRow } from "../../model/project.js";
import type { Definition, Specifications } from "../../model/specification.js";
import { specTokens } from "../../read/tla/spec-print.js";
import type { Hash } from "./fingerprints.js";

/** What the specifications say of a link. */
export interface Defined {
  readonly definitions: readonly Definition[];
  /** A hash of all they say; `undefined` where the name is defined nowhere. */
  readonly definition: string | undefined;
}

/** Looks up what a link's name means to its rows. Where several modules define it, a change of any is a change. */
export type DefinitionOf = (name: string, rows: readonly LinkedRow[]) => Defined;

/** The definitions of names as locks compare them. Without specifications no name has one. */
export function definitionsFor(specifications: Specifications | undefined, hash: Hash): DefinitionOf {
  return (name, rows) => {
    const used = specifications?.names.filter((one) => one.name.name === name && one.row !== undefined && rows.includes(one.row)) ?? [];
    const definitions = [...new Map(used.flatMap((one) => one.definitions.map((definition) => [definition.unit, definition]))).values()];
    const texts = definitions.map(({ path, unit }) => specTokens(specifications?.modules.get(path)?.text ?? "", unit.span));
    return {
      definitions,
      definition: texts.length === 0 ? undefined : hash(texts.toSorted((a, b) => (a.join(" ") < b.join(" ") ? -1 : 1)).flat()),
    };
  };
}
