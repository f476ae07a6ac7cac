import type { Level } from "./finding.js";
import type { AnchorForm, DeclarationForm } from "./form.js";
import type { Role, TableKind } from "./row.js";

/** What a `[[tables]]` entry says of the tables it matches. */
export interface TableConfig {
  /** Matches tables whose own heading holds this text, letter case ignored. */
  readonly heading?: string | undefined;
  /** Matches tables of which one header cell is this text, letter case ignored. */
  readonly header?: string | undefined;
  /** Matches tables of these documents only (patterns relative to the root). */
  readonly document?: string | undefined;
  readonly kind?: TableKind | "ignore" | undefined;
  /** Which header cell (its text, letter case ignored) holds which role. */
  readonly columns?: Readonly<Partial<Record<Role, string>>> | undefined;
}

/** What a `[[specifications.configs]]` entry says of one `.cfg` file. */
export interface ModelConfigEntry {
  readonly config: string;
  /** The module that it is for; `undefined`: it is found. */
  readonly module?: string | undefined;
  /** Whether the model checker is expected to find a fault; `undefined`: its name and comments say so or not. */
  readonly fails?: boolean | undefined;
}

/** How specifications are read. Paths are relative to the root. */
export interface SpecificationsConfig {
  /** Folders in which modules look for those that they extend or instantiate, after their own folder. */
  readonly libraries: readonly string[];
  /** Names of checked invariants that need no row. */
  readonly exempt: readonly string[];
  /** True if checked properties need a row as invariants do. */
  readonly properties: boolean;
  /** How names are checked that no `.cfg` checks: `Name = "proof"`. */
  readonly checked: Readonly<Record<string, string>>;
  readonly configs: readonly ModelConfigEntry[];
}

/** What a `[[citations]]` entry says of the documents it matches. Later entries go before earlier ones. */
export interface CitationsConfig {
  /** A glob relative to the root; `undefined`: all documents. */
  readonly documents?: string | undefined;
  /** `written`, or a commit: the state that the documents describe. */
  readonly asOf?: string | undefined;
  /** By how many lines a citation may miss what it cites. */
  readonly tolerance?: number | undefined;
}

/** A configuration with every default filled in. Patterns are globs relative to the root. */
export interface Config {
  /** Which Markdown files are documents; `undefined`: they are discovered. */
  readonly documents: readonly string[] | undefined;
  /** Where anchors are looked for; `undefined`: in every file that git does not ignore. */
  readonly sources: readonly string[] | undefined;
  readonly exclude: readonly string[];
  /** The marker's word without its colon. */
  readonly marker: string;
  /** The forms of anchors beside the marker's own. */
  readonly anchors: readonly AnchorForm[];
  /** What declares names outside of tables. */
  readonly declarations: readonly DeclarationForm[];
  /** Paths of other repositories, as documents write them. */
  readonly external: readonly string[];
  readonly tables: readonly TableConfig[];
  readonly specifications: SpecificationsConfig;
  readonly citations: readonly CitationsConfig[];
  readonly rules: Readonly<Record<string, Level>>;
}

/** What holds without `spec-anchors.toml`. */
export const defaultConfig: Config = {
  documents: undefined,
  sources: undefined,
  exclude: [],
  marker: "SPEC",
  anchors: [],
  declarations: [],
  external: [],
  tables: [],
  specifications: { libraries: [], exempt: [], properties: false, checked: {}, configs: [] },
  citations: [],
  rules: {},
};

/** One fault of a configuration file. Line and column are 1-based; `undefined` where the fault has no place in the file. */
export interface ConfigProblem {
  readonly path: string;
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly message: string;
  readonly hint: string | undefined;
}
