import type { LinkedRow } from "./project.js";
import type { RowName } from "./row.js";
import type { Span } from "./span.js";
import type { ConfigFacts, ConfigRole, NamedUnit, SpecFacts } from "./spec.js";
import type { Suppression } from "./suppression.js";

/** Something that a module gives a name to. */
export interface Definition {
  readonly name: string;
  readonly unit: NamedUnit;
  /** The innermost module around it. */
  readonly module: string;
  /** The `.tla` file. */
  readonly path: string;
}

/** A `.tla` file of the project. */
export interface ModuleFile {
  readonly path: string;
  /** The name of its first module; the file's base name where it has none. */
  readonly name: string;
  readonly facts: SpecFacts;
  readonly text: string;
}

/** Why a run of the model checker, or one check of it, is expected to fail: the words that say so. */
export type Expectation = { readonly fails: string } | undefined;

/** A `.cfg` file of the model checker. */
export interface ModelConfig {
  readonly path: string;
  readonly facts: ConfigFacts;
  /** The path of the module that it is for; `undefined` where none can be told. */
  readonly module: string | undefined;
  readonly expected: Expectation;
}

/** A name that the model checker is told to check: by a `.cfg`, or by an option of a command in a document. */
export interface Check {
  readonly path: string;
  readonly span: Span;
  readonly role: ConfigRole;
  readonly name: string;
  /** The path of the module that is checked; `undefined` where none can be told. */
  readonly module: string | undefined;
  /** What the name means in that module; `undefined` where it is not defined there. */
  readonly definition: Definition | undefined;
  readonly expected: Expectation;
}

/** How a definition is checked: `as` is the checked definition that implies it, which may be itself. */
export interface Checked {
  readonly check: Check;
  readonly as: Definition;
}

/** A name of an anchor table's row, or another that a document takes from a specification, looked up. */
export interface SpecName {
  readonly document: string;
  /** The modules that the document is about. */
  readonly scope: readonly string[];
  readonly name: RowName;
  /** The row of an anchor table, if it is one's. */
  readonly row: LinkedRow | undefined;
  /** The module that the text names for it: a path of the project. */
  readonly within: string | undefined;
  /** Every definition of that name in the modules that the document is about; the one of `within` only, where that has it. */
  readonly definitions: readonly Definition[];
  /** Definitions in other modules than `within`, where that has none. */
  readonly elsewhere: readonly Definition[];
  /** True where the text calls it an invariant, a property, a theorem: it has to be checked. */
  readonly claimed: boolean;
  /** How the row itself says that it is checked (`deadlock`, `proof`, `ASSUME`, `THEOREM`), or the configuration does. */
  readonly answered: string | undefined;
}

/** A checked invariant that no name cell of any table names. All its checks. */
export interface Undocumented {
  readonly name: string;
  readonly definition: Definition | undefined;
  /** The names that it states, if it states nothing but names, which no cell names either. */
  readonly parts: readonly string[];
  readonly checks: readonly Check[];
}

/** What the specifications of a project say. */
export interface Specifications {
  /** By path. */
  readonly modules: ReadonlyMap<string, ModuleFile>;
  readonly configs: readonly ModelConfig[];
  readonly checks: readonly Check[];
  /** How many names the modules define. */
  readonly definitions: number;
  /** Every definition of a name, in any module. */
  readonly definitionsOf: (name: string) => readonly Definition[];
  /** What a name means in a module, whatever module it comes from by EXTENDS and INSTANCE; `M!Op` as well. */
  readonly visible: (module: string, name: string) => Definition | undefined;
  /** True if every module that this one extends or instantiates could be read or is one of the standard ones. */
  readonly closed: (module: string) => boolean;
  readonly checkedBy: (definition: Definition) => readonly Checked[];
  /** The theorem, with a proof, that states the definition; `undefined` where there is none. */
  readonly provedBy: (definition: Definition) => Definition | undefined;
  /** True if the module may define the name where its reader does not look: behind a syntax error, or in an algorithm that was never translated. */
  readonly mayHide: (module: string, name: string) => boolean;
  /** True for an action that the specification takes, whatever a table calls it. */
  readonly isStep: (definition: Definition) => boolean;
  /** The modules that a document is about: those below the nearest folder around it that has any. */
  readonly about: (document: string) => readonly string[];
  readonly names: readonly SpecName[];
  readonly undocumented: readonly Undocumented[];
  /** What comments of modules and configurations suppress, by path. */
  readonly suppressions: ReadonlyMap<string, readonly Suppression[]>;
}
