import { grammarsFolder } from "./assets.js";
import { loadConfig } from "./config/load.js";
import { loadLock } from "./config/lock.js";
import { findRoot, type GivenRoot } from "./config/root.js";
import { type Checked, check } from "./engine/check.js";
import { fingerprintOf } from "./engine/sign.js";
import type { Selection, World } from "./engine/world.js";
import { openArchive } from "./git/archive.js";
import { gitEnvironment } from "./git/environment.js";
import { openPast } from "./git/follow.js";
import { openHistory } from "./git/history.js";
import { openPastFiles } from "./git/past-files.js";
import { openGrammars } from "./grammars/open.js";
import type { Config, ConfigProblem } from "./model/config.js";
import type { Level } from "./model/finding.js";
import type { Report } from "./model/report.js";
import type { Archive, Verdicts } from "./model/workspace.js";
import { openPhrasebook } from "./open-phrasebook.js";
import { rules } from "./rules/index.js";
import { openWorkspace } from "./workspace/disk.js";

/** What to check, as a user says it. */
export interface CheckOptions extends GivenRoot {
  /** The folder that relative paths are seen from; absolute. */
  readonly cwd: string;
  /** Levels of rules that differ from the configuration's. */
  readonly levels?: Readonly<Record<string, Level>>;
  /** Run these rules only. */
  readonly only?: readonly string[];
  /** Report only what touches these paths, relative to the root, with `/`. */
  readonly paths?: readonly string[] | ((root: string) => readonly string[]);
  /** True if a link that was never reviewed is an error. */
  readonly requireReview?: boolean;
  /** The environment that git runs in; without it git inherits the process's own. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Verdicts of earlier runs, which spare judging what did not change; none by default. */
  readonly verdicts?: Verdicts | undefined;
  /** Called now and then during long work. */
  readonly progress?: (message: string) => void;
}

/** The patterns of a configuration as questions about paths. Without patterns no pattern library is loaded. */
export async function selectionOf(config: Config, root: string): Promise<Selection> {
  const never = (): boolean => false;
  const usesPatterns =
    [config.documents, config.sources].some((patterns) => patterns !== undefined) ||
    config.exclude.length > 0 ||
    config.external.length > 0 ||
    config.tables.length > 0 ||
    config.anchors.some(({ files }) => files !== undefined) ||
    config.declarations.length > 0 ||
    config.citations.some(({ documents }) => documents !== undefined);
  if (!usesPatterns) return { documents: undefined, isSource: () => true, isExcluded: never, isExternal: never, matches: never };
  const { globDisk, matcher } = await import("./workspace/glob.js");
  const matchers = new Map<string, (path: string) => boolean>();
  return {
    documents: config.documents === undefined ? undefined : globDisk(root, config.documents),
    isSource: config.sources === undefined ? () => true : matcher(config.sources),
    isExcluded: config.exclude.length === 0 ? never : matcher(config.exclude),
    isExternal: config.external.length === 0 ? never : matcher(config.external),
    matches: (pattern, path) => {
      const known = matchers.get(pattern) ?? matcher([pattern]);
      matchers.set(pattern, known);
      return known(path);
    },
  };
}

/** The report on a configuration that cannot be understood: nothing else can be judged without it. */
async function brokenConfig(root: string, problems: readonly ConfigProblem[]): Promise<Report> {
  const summary = {
    documents: 0,
    rows: 0,
    anchors: 0,
    sources: 0,
    definitions: 0,
    errors: problems.length,
    warnings: 0,
    unjudged: 0,
    suppressed: 0,
  };
  const fingerprints = await Promise.all(problems.map(({ path, message }, at) => fingerprintOf(["unreadable", path, message, at])));
  return {
    version: 1,
    root,
    summary: {
      ...summary,
      withoutPromise: 0,
      external: 0,
      searched: 0,
      unconfiguredDocuments: 0,
      inferredTables: [],
      doubtedTables: [],
      limitedTo: [],
    },
    diagnostics: problems.map(({ path, line, column, message, hint }, at) => {
      const place = { line: line ?? 1, column: column ?? 1 };
      return {
        rule: "unreadable",
        severity: "error" as const,
        message,
        ...(hint === undefined ? {} : { hint }),
        path,
        ...place,
        endLine: place.line,
        endColumn: place.column,
        related: [],
        fingerprint: fingerprints[at] ?? "",
      };
    }),
    unjudged: [],
  };
}

/** A folder ready to be checked, or the report on its configuration where that cannot be understood. */
export type Opened =
  | { readonly kind: "open"; readonly world: World; readonly archive: Archive; readonly paths: readonly string[] }
  | { readonly kind: "broken"; readonly checked: Checked };

/** Finds root, configuration and lock, and opens what is there. Throws a `UserError` for wrong usage. */
export async function openFolder(options: CheckOptions): Promise<Opened> {
  const found = findRoot(options.cwd, options);
  const always = rules.filter((rule) => rule.always === true).map(({ id }) => id);
  // Hooks tie git to one repository and index by variables that are wrong for the root's.
  const env = options.env && gitEnvironment(options.env);
  const workspace = openWorkspace(found.root, { env });
  const paths = typeof options.paths === "function" ? options.paths(workspace.root) : (options.paths ?? []);
  const loaded = await loadConfig(found, { ids: rules.map(({ id }) => id), always });
  if (loaded.kind === "problems") {
    const readable = (path: string): string | undefined => {
      const file = workspace.read(path);
      return file.kind === "text" ? file.text : undefined;
    };
    return { kind: "broken", checked: { report: await brokenConfig(workspace.root, loaded.problems), textOf: readable } };
  }
  const { config } = loaded;
  const world = {
    workspace,
    config,
    grammars: openGrammars(grammarsFolder),
    phrasebook: openPhrasebook(),
    history: openHistory(found.root, env),
    past: openPast(found.root, env),
    pastFiles: openPastFiles(found.root, env),
    selection: await selectionOf(config, found.root),
    lock: await loadLock(workspace),
    verdicts: options.verdicts,
    ...(options.progress === undefined ? {} : { progress: options.progress }),
  };
  return { kind: "open", world, archive: openArchive(found.root, env), paths };
}

/** Finds root and configuration, opens what is there, and checks it. Throws a `UserError` for wrong usage. */
export async function checkFolder(options: CheckOptions): Promise<Checked> {
  const opened = await openFolder(options);
  if (opened.kind === "broken") return opened.checked;
  const { levels = {}, only = [], requireReview = false } = options;
  return check(opened.world, { rules, levels, only, paths: opened.paths, requireReview });
}
