import { parse, TomlError } from "smol-toml";
import * as v from "valibot";
import { type Config, type ConfigProblem, defaultConfig } from "../model/config.js";
import type { Level } from "../model/finding.js";
import { type FormParts, formParts, identifierNames } from "../model/form.js";
import type { Fault } from "./fault.js";
import { formFaults } from "./form-faults.js";
import { configSchema, type levels } from "./schema.js";
import { tableFaults } from "./table-faults.js";
import { tomlProblem } from "./toml-error.js";
import { locator } from "./toml-locate.js";
import { valueFault } from "./value-faults.js";

/** The rules there are, by id, and those of them that no configuration may silence. */
export interface KnownRules {
  readonly ids: readonly string[];
  readonly always: readonly string[];
}

/** A configuration with its defaults, or everything that is wrong with it, in the order of the text. */
export type ConfigResult =
  | { readonly kind: "config"; readonly config: Config }
  | { readonly kind: "problems"; readonly problems: readonly ConfigProblem[] };

/** Reads the text of a configuration (without byte order mark). `path` is what its problems call it. */
export function parseConfig(path: string, text: string, rules: KnownRules): ConfigResult {
  const file = parseToml(text);
  if (file instanceof TomlError) return { kind: "problems", problems: [tomlProblem(path, text, file)] };
  const schema = configSchema(rules.ids.map((id) => ({ id, always: rules.always.includes(id) })));
  const result = v.safeParse(schema, file);
  const faults: readonly (Fault | undefined)[] = [
    ...tableFaults(file, Object.keys(schema.entries), rules.ids),
    ...(result.issues ?? []).map((issue) => valueFault(issue, rules.always)),
    ...formFaults(file),
  ];
  const found = faults.filter((fault) => fault !== undefined);
  if (found.length > 0) return { kind: "problems", problems: placed(path, text, found) };
  if (!result.success) throw new Error(`An issue of the configuration has no words: ${result.issues[0].message}`);
  return { kind: "config", config: toConfig(result.output) };
}

function parseToml(text: string): Readonly<Record<string, unknown>> | TomlError {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof TomlError) return error;
    throw error;
  }
}

function placed(path: string, text: string, faults: readonly Fault[]): readonly ConfigProblem[] {
  const locate = locator(text);
  return faults
    .map(({ path: keys, at, message, hint }) => {
      const position = locate(keys)?.[at];
      return { path, line: position?.line, column: position?.column, message, hint };
    })
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}

function toConfig(file: v.InferOutput<ReturnType<typeof configSchema>>): Config {
  const {
    documents,
    sources,
    exclude,
    external,
    marker,
    anchors = [],
    declarations = [],
    tables = [],
    specifications,
    citations = [],
    rules = {},
  } = file;
  return {
    documents: documents?.map(fromRoot),
    sources: sources?.map(fromRoot),
    exclude: exclude.map(fromRoot),
    external,
    marker: marker.replace(/:$/, ""),
    anchors: anchors.map(({ form, names = identifierNames, files, anywhere = false }) => {
      return { ...partsOf(form), form, names, files: files?.map(fromRoot), anywhere };
    }),
    declarations: declarations.map(({ documents: about, form, names = identifierNames, sites, ...entry }) => {
      return { ...entry, ...partsOf(form), form, names, documents: fromRoot(about), sites: sites?.map(fromRoot) };
    }),
    tables: tables.map((table) => (table.document === undefined ? table : { ...table, document: fromRoot(table.document) })),
    specifications: specifications === undefined ? defaultConfig.specifications : specificationsOf(specifications),
    citations: citations.map(({ documents: about, "as-of": asOf, tolerance }) => ({
      documents: about && fromRoot(about),
      asOf,
      tolerance,
    })),
    rules: levelsOf(rules),
  };
}

/** A form without fault, taken apart. */
function partsOf(form: string): FormParts {
  const parts = formParts(form);
  if (typeof parts === "string") throw new Error(`A faulty form was not reported: ${parts}`);
  return parts;
}

type SpecificationsFile = NonNullable<v.InferOutput<ReturnType<typeof configSchema>>["specifications"]>;

function specificationsOf(file: SpecificationsFile): Config["specifications"] {
  const { libraries, configs = [] } = file;
  return {
    ...file,
    libraries: libraries.map(fromRoot),
    configs: configs.map(({ config, module, fails }) => ({ config: fromRoot(config), module: module && fromRoot(module), fails })),
  };
}

function levelsOf(rules: Readonly<Record<string, (typeof levels)[number] | undefined>>): Config["rules"] {
  const set: Record<string, Level> = {};
  for (const [id, level] of Object.entries(rules)) if (level !== undefined) set[id] = level === "warn" ? "warning" : level;
  return set;
}

/** Paths are matched without `./` before them. */
function fromRoot(pattern: string): string {
  return pattern.replace(/^(!?)(?:\.\/)+(?=.)/, "$1");
}
