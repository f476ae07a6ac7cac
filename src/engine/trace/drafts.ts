import type { Anchor, LinkedRow } from "../../model/project.js";
import type { Place } from "../../model/span.js";
import type { Check, Definition, SpecName } from "../../model/specification.js";

/** A line of the matrix in the making: what belongs to one name, before lines and states are looked up. */
export interface Draft {
  readonly name: string;
  readonly definitions: readonly Definition[];
  /** The rows of anchor tables that name it, with where they do. */
  readonly rows: { readonly row: LinkedRow; readonly place: Place }[];
  /** What the names of these rows are looked up to. */
  readonly uses: SpecName[];
  /** Where cells of other tables name it. */
  readonly mentions: Place[];
  /** Checks whose definition is not known. */
  readonly unplaced: Check[];
  readonly anchors: Anchor[];
}

/** What equals for equal definitions, however they were found. */
export function keyOfDefinition({ path, unit }: Definition): string {
  return `${path}\n${unit.nameSpan.start}`;
}

/** The lines so far. Two names that are spelled alike are one line if some definition may be meant by both. */
export class Drafts {
  readonly #byName = new Map<string, readonly Draft[]>();
  readonly #byDefinition = new Map<string, Draft>();

  get all(): readonly Draft[] {
    return [...this.#byName.values()].flat();
  }

  /** The lines of that name. */
  named(name: string): readonly Draft[] {
    return this.#byName.get(name) ?? [];
  }

  /** The line of that definition. */
  defined(definition: Definition): Draft | undefined {
    return this.#byDefinition.get(keyOfDefinition(definition));
  }

  /** The line of a name that no module defines. */
  undefined(name: string): Draft {
    return this.named(name).find(({ definitions }) => definitions.length === 0) ?? this.#add(name, []);
  }

  /** Makes sure that there is one line for all of the definitions. Only while nothing else belongs to the lines. */
  define(name: string, definitions: readonly Definition[]): void {
    const own = new Set(definitions.map(keyOfDefinition));
    const shared = this.named(name).filter((draft) => draft.definitions.some((definition) => own.has(keyOfDefinition(definition))));
    const known = shared.flatMap((draft) => draft.definitions);
    const keys = new Set(known.map(keyOfDefinition));
    const fresh = definitions.filter((definition) => !keys.has(keyOfDefinition(definition)));
    this.#byName.set(
      name,
      this.named(name).filter((draft) => !shared.includes(draft)),
    );
    this.#add(name, [...known, ...fresh]);
  }

  #add(name: string, definitions: readonly Definition[]): Draft {
    const draft: Draft = { name, definitions, rows: [], uses: [], mentions: [], unplaced: [], anchors: [] };
    this.#byName.set(name, [...this.named(name), draft]);
    for (const definition of definitions) this.#byDefinition.set(keyOfDefinition(definition), draft);
    return draft;
  }
}
