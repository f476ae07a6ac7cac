import type { Diagnostic, Report, ReportContext, Summary } from "../../src/model/report.js";

/** A small workspace: a table of anchors and the code it points at. */
export const files: Readonly<Record<string, string>> = {
  "specs/README.md": [
    "# Checkpoints",
    "",
    "| Invariant | Anchor site | How the code upholds it |",
    "| --- | --- | --- |",
    "| `StackBounded` | `src/stack.rs` | `push` refuses the entry that would exceed `CAP`. |",
    "| `Monotone` | `src/clock.rs` | `tick` only ever adds. |",
    "",
  ].join("\n"),
  "src/stack.rs": [
    "impl Stack {",
    "\t// SPEC: Monotone",
    "\tpub fn push(&mut self, entry: Entry) -> Result<(), Full> {",
    "\t\tif self.len() >= CAP {",
    "\t\t\treturn Err(Full);",
    "\t\t}",
    "\t\tself.entries.push(entry);",
    "\t\tOk(())",
    "\t}",
    "}",
    "",
  ].join("\n"),
};

/** A diagnostic at the name of the first row, changed as given. */
export function diagnostic(changes: Partial<Diagnostic> = {}): Diagnostic {
  return {
    rule: "missing-anchor",
    severity: "error",
    message: "`StackBounded` has no anchor in `src/stack.rs`",
    name: "StackBounded",
    path: "specs/README.md",
    line: 5,
    column: 3,
    endLine: 5,
    endColumn: 17,
    related: [],
    fingerprint: "0f3a",
    ...changes,
  };
}

/** A report of these diagnostics, its counts of them right. */
export function report(diagnostics: readonly Diagnostic[], summary: Partial<Summary> = {}): Report {
  return {
    version: 1,
    root: "/home/ada/stack",
    summary: {
      documents: 1,
      rows: 2,
      anchors: 1,
      sources: 2,
      definitions: 0,
      errors: diagnostics.filter(({ severity }) => severity === "error").length,
      warnings: diagnostics.filter(({ severity }) => severity === "warning").length,
      unjudged: 0,
      suppressed: 0,
      withoutPromise: 0,
      external: 0,
      searched: 2,
      unconfiguredDocuments: 0,
      inferredTables: [],
      doubtedTables: [],
      limitedTo: [],
      ...summary,
    },
    diagnostics,
    unjudged: [],
  };
}

/** A context over `files`, without colour, changed as given. */
export function context(changes: Partial<ReportContext> = {}): ReportContext {
  return { textOf: (path) => files[path], colour: false, width: undefined, prefix: "", quiet: false, ...changes };
}

/** A context over one file, `file`, that holds the text. */
export function contextOf(text: string, changes: Partial<ReportContext> = {}): ReportContext {
  return context({ textOf: (path) => (path === "file" ? text : undefined), ...changes });
}

/** The range of `part` in the one line of `file` that holds it. */
export function rangeOf(text: string, part: string): Pick<Diagnostic, "path" | "line" | "column" | "endLine" | "endColumn"> {
  const lines = text.split("\n");
  const index = lines.findIndex((line) => line.includes(part));
  const column = (lines[index] ?? "").indexOf(part) + 1;
  return { path: "file", line: index + 1, column, endLine: index + 1, endColumn: column + part.length };
}
