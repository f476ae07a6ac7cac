import * as v from "valibot";
import { defaultConfig } from "../model/config.js";

/** A rule as the configuration knows it. `summary` is shown by editors; `always`: no configuration silences it. */
export interface RuleEntry {
  readonly id: string;
  readonly summary?: string | undefined;
  readonly always?: boolean | undefined;
}

/** The keys of a `[[tables]]` entry that say which tables it is about: one of them must be there. */
export const matchers = ["heading", "header", "document"] as const;

/** What `kind` of a `[[tables]]` entry may be. */
export const kinds = ["anchor", "mapping", "ignore"] as const;

/** What a rule may be set to; `warn` and `warning` are the same. */
export const levels = ["off", "warn", "warning", "error"] as const;

/** Begins as an absolute path does, on any platform. */
export const absolutePattern = /^!?(?:\/|[A-Za-z]:[\\/]|\\\\)/;

/** Has `..` for a segment, also within braces or a group. */
export const climbingPattern = /^(?:[\s\S]*[/\\{,(|])?!?\.\.(?:[/\\},)|]|$)/;

// One expression, because a JSON schema has room for one only.
const insideRoot = new RegExp(`^(?!${absolutePattern.source}|${climbingPattern.source})[\\s\\S]*\\S`);

const text = v.pipe(v.string(), v.regex(/\S/));
const pattern = v.pipe(v.string(), v.regex(insideRoot));

function described<const Schema extends v.GenericSchema>(schema: Schema, description: string) {
  return v.pipe(schema, v.description(description));
}

const columnsSchema = v.strictObject({
  name: v.exactOptional(described(text, "The header of the column that holds the names.")),
  site: v.exactOptional(described(text, "The header of the column that holds the files where the anchors are.")),
  lines: v.exactOptional(described(text, "The header of the column that holds line numbers.")),
  symbol: v.exactOptional(described(text, "The header of the column that holds functions and types.")),
  explanation: v.exactOptional(described(text, "The header of the column that says how the code upholds the name.")),
  status: v.exactOptional(described(text, "The header of the column that says how the name is checked.")),
});

const tableSchema = v.strictObject({
  heading: v.exactOptional(described(text, "Matches tables whose own heading holds this text, letter case ignored.")),
  header: v.exactOptional(described(text, "Matches tables of which one header cell is this text, letter case ignored.")),
  document: v.exactOptional(described(pattern, "Matches tables of these documents only: a glob relative to the root.")),
  kind: v.exactOptional(
    described(v.picklist(kinds), "`anchor`: each row promises an anchor; `mapping`: rows only point at code; `ignore`: not read."),
  ),
  columns: v.exactOptional(described(columnsSchema, "Which header cell holds which role, letter case ignored.")),
});

const matchedTableSchema = v.pipe(
  tableSchema,
  v.description("What holds for the tables that match `heading`, `header` and `document`, of which at least one is given."),
  v.metadata({ anyOf: matchers.map((key) => ({ required: [key] })) }),
);

const modelConfigSchema = v.strictObject({
  config: described(pattern, "The `.cfg` file, relative to the root."),
  module: v.exactOptional(described(pattern, "The `.tla` file that it is for, relative to the root; absent: it is found.")),
  fails: v.exactOptional(described(v.boolean(), "Whether the model checker is expected to find a fault: such a run checks nothing.")),
});

const specificationsSchema = v.strictObject({
  libraries: v.optional(
    described(v.array(pattern), "Folders, relative to the root, in which modules look for those that they extend or instantiate."),
    defaultConfig.specifications.libraries,
  ),
  exempt: v.optional(
    described(v.array(text), "Names of checked invariants that need no row, such as `TypeOK`."),
    defaultConfig.specifications.exempt,
  ),
  properties: v.optional(
    described(v.boolean(), "Whether checked properties need a row as invariants do."),
    defaultConfig.specifications.properties,
  ),
  checked: v.optional(
    described(v.record(v.string(), text), 'How names are checked that no `.cfg` checks: `Name = "proof"`.'),
    defaultConfig.specifications.checked,
  ),
  configs: v.exactOptional(described(v.array(modelConfigSchema), "What the names and comments of `.cfg` files do not say.")),
});

/** The keys of `[specifications]`. */
export const specificationKeys: readonly string[] = Object.keys(specificationsSchema.entries);

/** The keys of a `[[specifications.configs]]` entry. */
export const modelConfigKeys: readonly string[] = Object.keys(modelConfigSchema.entries);

/** What no commit's name looks like. */
const commitName = /^(?!-)\S+$/;

const citationsSchema = v.strictObject({
  documents: v.exactOptional(described(pattern, "Which documents this is about: a glob relative to the root; absent: all.")),
  "as-of": v.exactOptional(
    described(
      v.pipe(v.string(), v.regex(commitName)),
      "The state of the sources that they describe: `written`, when each line was written, or a commit; absent: as the sources are.",
    ),
  ),
  tolerance: v.exactOptional(
    described(v.pipe(v.number(), v.integer(), v.minValue(0)), "By how many lines a citation may miss what it cites; 0 by default."),
  ),
});

/** The keys of a `[[citations]]` entry. */
export const citationKeys: readonly string[] = Object.keys(citationsSchema.entries);

/** Where `[[declarations]]` look for names. */
export const declarationPlaces = ["headings", "items"] as const;

const form = v.pipe(v.string(), v.regex(/\{name\}/));
const namesText = "A regular expression that a whole name fits; absent: identifiers.";

const anchorSchema = v.strictObject({
  form: described(
    form,
    "How an anchor is written: `{name}`, and behind it perhaps `{construct}`; in `[…]` with what surrounds it, that is optional.",
  ),
  names: v.exactOptional(described(text, namesText)),
  files: v.exactOptional(
    described(v.array(pattern), "Globs, relative to the root, of the files that have such anchors; absent: all sources."),
  ),
  anywhere: v.exactOptional(described(v.boolean(), "Whether other words may stand before the anchor on its comment line.")),
});

/** The keys of an `[[anchors]]` entry. */
export const anchorKeys: readonly string[] = Object.keys(anchorSchema.entries);

const declarationSchema = v.strictObject({
  documents: described(pattern, "Which documents declare names so: a glob relative to the root."),
  in: described(v.picklist(declarationPlaces), "What declares a name: `headings` or list `items`."),
  form: described(form, "What its text begins with: `{name}`, with what stands around it. The rest explains the name."),
  names: v.exactOptional(described(text, namesText)),
  sites: v.exactOptional(
    described(v.array(pattern), "Globs, relative to the root, of the files where the anchor may be; absent: any source."),
  ),
});

/** The keys of a `[[declarations]]` entry. */
export const declarationKeys: readonly string[] = Object.keys(declarationSchema.entries);

function levelSchema(rule: RuleEntry) {
  const level = v.picklist(rule.always ? ["error"] : levels);
  return v.exactOptional(rule.summary === undefined ? level : described(level, rule.summary));
}

/** The keys of a `[[tables]]` entry. */
export const tableKeys: readonly string[] = Object.keys(tableSchema.entries);

/** The roles that `columns` may name. */
export const columnKeys: readonly string[] = Object.keys(columnsSchema.entries);

/** The schema of the whole file, for these rules. Every description of a key stands here and nowhere else. */
export function configSchema(rules: readonly RuleEntry[]) {
  const rulesSchema = v.strictObject(Object.fromEntries(rules.map((rule) => [rule.id, levelSchema(rule)])));
  return v.strictObject({
    documents: v.exactOptional(
      described(v.array(pattern), "Globs, relative to the root, of the Markdown files to check; absent: they are discovered."),
    ),
    sources: v.exactOptional(
      described(
        v.array(pattern),
        "Globs, relative to the root, of the files where anchors are looked for; absent: every file that git does not ignore.",
      ),
    ),
    exclude: v.optional(
      described(v.array(pattern), "Globs, relative to the root, of files that are neither documents nor sources."),
      defaultConfig.exclude,
    ),
    external: v.optional(
      described(v.array(text), "Globs of paths, as the documents write them, that lie in other repositories and are not judged."),
      defaultConfig.external,
    ),
    marker: v.optional(
      described(v.pipe(v.string(), v.regex(/^\S*[^\s:]:?$/)), "The word that begins an anchor; a colon after it may be written."),
      defaultConfig.marker,
    ),
    anchors: v.exactOptional(described(v.array(anchorSchema), "How anchors are written beside the marker's own form.")),
    declarations: v.exactOptional(described(v.array(declarationSchema), "Names that documents declare outside of tables.")),
    tables: v.exactOptional(described(v.array(matchedTableSchema), "How to read tables that are not recognised by themselves.")),
    specifications: v.exactOptional(described(specificationsSchema, "How TLA+ specifications are read.")),
    citations: v.exactOptional(
      described(
        v.array(citationsSchema),
        "How the lines that documents cite are held against the sources; later entries go before earlier ones.",
      ),
    ),
    rules: v.exactOptional(described(rulesSchema, "How much each rule weighs.")),
    $schema: v.exactOptional(described(v.string(), "Where the JSON schema of this file is, for editors.")),
  });
}
