import { parseArgs } from "node:util";
import { nearestWord } from "../judge/nearness.js";
import type { Level } from "../model/finding.js";
import type { FixMode } from "../model/fixing.js";
import { type MatrixFormat, matrixFormats } from "../model/trace.js";
import { UserError } from "../model/user-error.js";
import { reporters } from "../reporters/index.js";
import { rules } from "../rules/index.js";

const options = {
  format: { type: "string" },
  output: { type: "string" },
  rule: { type: "string", multiple: true },
  only: { type: "string", multiple: true },
  "max-warnings": { type: "string" },
  quiet: { type: "boolean" },
  "require-review": { type: "boolean" },
  all: { type: "boolean" },
  note: { type: "string" },
  missing: { type: "boolean" },
  fix: { type: "boolean" },
  unsafe: { type: "boolean" },
  "dry-run": { type: "boolean" },
  config: { type: "string" },
  root: { type: "string" },
  "no-color": { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "V" },
} as const;

/** A format that `--format` knows. */
export type Format = keyof typeof reporters;

/** What the user asked for. */
export interface Arguments {
  readonly positionals: readonly string[];
  readonly help: boolean;
  readonly version: boolean;
  readonly format: Format;
  /** The format of the matrix, of which `trace` has others than a check. */
  readonly matrixFormat: MatrixFormat;
  readonly output: string | undefined;
  readonly levels: Readonly<Record<string, Level>>;
  readonly only: readonly string[];
  /** `undefined`: any number. */
  readonly maxWarnings: number | undefined;
  readonly quiet: boolean;
  /** A link that was never reviewed is an error. */
  readonly requireReview: boolean;
  /** Every link is to be recorded. */
  readonly all: boolean;
  /** What to keep with what is recorded; `undefined`: what is kept stays. */
  readonly note: string | undefined;
  /** Only names of which something is missing. */
  readonly missing: boolean;
  /** Which repairs to make; `undefined`: none. */
  readonly fix: FixMode | undefined;
  /** Repairs are only shown. */
  readonly dryRun: boolean;
  readonly config: string | undefined;
  readonly root: string | undefined;
  readonly noColour: boolean;
}

const listed = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(", ");

/** Checks that a rule exists; throws a `UserError` with the nearest id otherwise. */
export function knownRule(id: string): string {
  const ids = rules.map((rule) => rule.id);
  if (ids.includes(id)) return id;
  const near = nearestWord(id, ids);
  throw new UserError(
    `There is no rule \`${id}\`.`,
    near === undefined ? "`spec-anchors explain` lists the rules." : `Did you mean \`${near}\`?`,
  );
}

function levelOf(argument: string): [string, Level] {
  const [id = "", word, ...more] = argument.split("=");
  const level = word === "warn" || word === "warning" ? "warning" : word;
  if (more.length > 0 || (level !== "off" && level !== "warning" && level !== "error")) {
    throw new UserError(
      `\`--rule ${argument}\` is not a rule and a level.`,
      "Write `--rule RULE=off`, `--rule RULE=warn` or `--rule RULE=error`.",
    );
  }
  const rule = rules.find((known) => known.id === knownRule(id));
  if (rule?.always === true && level !== "error")
    throw new UserError(`\`${id}\` is always an error.`, "It cannot be switched off: a check that checked nothing must not pass.");
  return [id, level];
}

/** The format of that name; throws a `UserError` with the nearest one where there is none. */
function formatOf<Known extends string>(written: string | undefined, formats: readonly Known[], usual: Known): Known {
  if (written === undefined) return usual;
  const format = formats.find((known) => known === written);
  if (format !== undefined) return format;
  const near = nearestWord(written, formats);
  throw new UserError(
    `There is no format \`${written}\`.`,
    near === undefined ? `Use one of ${listed(formats)}.` : `Did you mean \`${near}\`?`,
  );
}

function numberOf(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  if (!/^\d+$/.test(written)) throw new UserError(`\`--max-warnings ${written}\` is not a number.`, "Write a whole number, 0 or more.");
  return Number(written);
}

/** Which repairs to make. `--unsafe` and `--dry-run` say how, and mean nothing without `--fix`. */
function fixModeOf(fix: boolean, unsafe: boolean, dryRun: boolean): FixMode | undefined {
  if (fix) return unsafe ? "all" : "safe";
  if (unsafe) throw new UserError("`--unsafe` needs `--fix`.", "Write `--fix --unsafe` to make the repairs that need a second look too.");
  if (dryRun) throw new UserError("`--dry-run` needs `--fix`.", "Write `--fix --dry-run` to see what would be changed.");
  return undefined;
}

/** What `parseArgs` says, with the nearest option where one was mistyped. */
function usageError(error: unknown): UserError {
  const message = error instanceof Error ? error.message : String(error);
  const unknown = /Unknown option '(-[^']*)'/.exec(message)?.[1];
  if (unknown === undefined) return new UserError(message.replace(/\s*To specify.*$/s, ""), "`spec-anchors --help` shows the options.");
  const near = nearestWord(
    unknown,
    Object.keys(options).map((name) => `--${name}`),
  );
  return new UserError(
    `There is no option \`${unknown}\`.`,
    near === undefined ? "`spec-anchors --help` shows the options." : `Did you mean \`${near}\`?`,
  );
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw usageError(error);
  }
}

/** Reads the command line. Throws a `UserError` for what it cannot mean. */
export function readArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = parsed(argv);
  const traces = positionals[0] === "trace";
  return {
    positionals,
    help: values.help ?? false,
    version: values.version ?? false,
    format: traces ? "pretty" : formatOf(values.format, Object.keys(reporters) as Format[], "pretty"),
    matrixFormat: traces ? formatOf(values.format, matrixFormats, "text") : "text",
    output: values.output,
    levels: Object.fromEntries((values.rule ?? []).map(levelOf)),
    only: (values.only ?? []).flatMap((list) => list.split(",")).map(knownRule),
    maxWarnings: numberOf(values["max-warnings"]),
    quiet: values.quiet ?? false,
    requireReview: values["require-review"] ?? false,
    all: values.all ?? false,
    note: values.note?.replace(/\s+/g, " ").trim(),
    missing: values.missing ?? false,
    fix: fixModeOf(values.fix ?? false, values.unsafe ?? false, values["dry-run"] ?? false),
    dryRun: values["dry-run"] ?? false,
    config: values.config,
    root: values.root,
    noColour: values["no-color"] ?? false,
  };
}
