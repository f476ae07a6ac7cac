import { rowsOf } from "../judge/coverage.js";
import type { Finding, Level, Rule } from "../model/finding.js";
import type { Project } from "../model/project.js";
import type { Report, UnjudgedLink } from "../model/report.js";
import { lineStarts, positionAt } from "../model/span.js";
import { UserError } from "../model/user-error.js";
import { type Gathered, gather, type TablePlace } from "./gather.js";
import { summaryOf } from "./lock/locking.js";
import { memoryOf } from "./memory/remember.js";
import { type Levels, levelsOf, runRules } from "./run-rules.js";
import { sign } from "./sign.js";
import type { World } from "./world.js";

/** What is asked of one check. */
export interface Request {
  readonly rules: readonly Rule[];
  /** Levels that differ from the rules' own. */
  readonly levels: Readonly<Record<string, Level>>;
  /** Run these rules only; empty: all. */
  readonly only: readonly string[];
  /** Report only what touches these files and folders, relative to the root; empty: everything. What is read is never limited. */
  readonly paths: readonly string[];
  /** True if a link that was never reviewed is an error. */
  readonly requireReview?: boolean;
}

/** A report, and the texts that its places are in. */
export interface Checked {
  readonly report: Report;
  readonly textOf: (path: string) => string | undefined;
}

/** True if a finding has a place in one of the paths, or concerns a file there. What has no place concerns every path. */
function touches({ place, related, concerns }: Finding, paths: readonly string[]): boolean {
  if (paths.length === 0 || place === undefined) return true;
  const files = [place.path, ...(related ?? []).map((other) => other.place.path), ...(concerns ?? [])];
  return files.some((file) => paths.some((path) => path === "" || file === path || file.startsWith(`${path}/`)));
}

const reasons = {
  "no-grammar": "no grammar for its language",
  "syntax-error": "a syntax error in its construct",
  "no-evidence": "nothing that its row, its name or its comment says tells one place of the file from another",
} as const;

function unjudgedLinks(project: Project, textOf: Gathered["textOf"]): readonly UnjudgedLink[] {
  const untold = new Set(project.judgements.flatMap(({ anchor, verdict }) => (verdict.kind === "unjudged" ? [anchor] : [])));
  return project.anchors.flatMap((anchor) => {
    const { placement } = anchor;
    const why = placement.kind === "unjudged" ? placement.reason : untold.has(anchor) ? "no-evidence" : undefined;
    if (why === undefined || rowsOf(project.rows, anchor).length === 0) return [];
    const { line } = positionAt(lineStarts(textOf(anchor.path) ?? ""), anchor.nameSpan.start);
    return [{ name: anchor.name, path: anchor.path, line, reason: reasons[why] }];
  });
}

/** The source files that hold an anchor or that a row of an anchor table declares. */
function judgedSources(project: Project): ReadonlySet<string> {
  const declared = project.rows.flatMap(({ kind, sites }) =>
    kind === "anchor" ? sites.flatMap((site) => (site.resolved === "file" ? [site.target] : [])) : [],
  );
  return new Set([...declared.filter((path) => project.sources.has(path)), ...project.anchors.map(({ path }) => path)]);
}

/** Reads a workspace, runs the rules and reports. Bad input is reported, never thrown. */
export async function check(world: World, request: Request): Promise<Checked> {
  const levels = levelsOf(request.rules, { ...world.config.rules, ...request.levels }, request.only);
  const silenced = request.rules.find(({ id, reviews }) => reviews === true && levels.get(id) === "off");
  if (request.requireReview === true && silenced !== undefined) {
    const hint = "Leave out one of the two: a check that must not pass unreviewed links has to look at them.";
    throw new UserError(`Review is required, and \`${silenced.id}\`, which asks for it, is switched off.`, hint);
  }
  const { paths, requireReview = false } = request;
  const memory = await memoryOf(world, JSON.stringify([[...levels], paths, requireReview]));
  const known = await memory?.recall();
  if (known !== undefined) {
    const textOf = (path: string): string | undefined => {
      const file = world.workspace.read(path);
      return file.kind === "text" ? file.text : undefined;
    };
    return { report: known, textOf };
  }
  const checked = await checkAnew(memory?.world ?? world, request, levels);
  memory?.keep(checked.report);
  return checked;
}

async function checkAnew(world: World, request: Request, levels: Levels): Promise<Checked> {
  const judging = request.rules.some(({ id, judges }) => judges === true && levels.get(id) !== "off");
  const gathered = await gather(world, request.paths, request.requireReview === true ? "required" : "if-locked", judging);
  const { project, textOf } = gathered;
  const { findings, suppressed } = runRules(project, request.rules, levels);
  const always = new Set(request.rules.flatMap(({ id, always }) => (always === true ? [id] : [])));
  const reported = findings.filter(({ rule, finding }) => always.has(rule) || touches(finding, request.paths));
  const diagnostics = await sign(reported, textOf);
  const rows = project.rows.filter(({ kind }) => kind === "anchor");
  const unjudged = unjudgedLinks(project, textOf);
  const lineOf = ({ path, start }: TablePlace): { path: string; line: number } => {
    return { path, line: positionAt(lineStarts(textOf(path) ?? ""), start).line };
  };
  const report: Report = {
    version: 1,
    root: world.workspace.root,
    summary: {
      documents: project.documents.length,
      rows: rows.length,
      anchors: project.anchors.length,
      sources: judgedSources(project).size,
      definitions: project.specifications?.definitions ?? 0,
      errors: diagnostics.filter(({ severity }) => severity === "error").length,
      warnings: diagnostics.filter(({ severity }) => severity === "warning").length,
      unjudged: unjudged.length,
      suppressed,
      withoutPromise: rows.filter(({ row }) => row.reading.kind === "no-promise").length,
      external: rows.filter(({ sites }) => sites.length > 0 && sites.every((site) => site.resolved === "external")).length,
      searched: project.searched,
      unconfiguredDocuments: gathered.passedOver,
      inferredTables: gathered.inferredTables.map(lineOf),
      doubtedTables: gathered.doubtedTables.map(lineOf),
      limitedTo: request.paths,
      ...(project.links === undefined ? {} : { links: summaryOf(project.links) }),
    },
    diagnostics,
    unjudged,
  };
  return { report, textOf };
}
