import type { Diagnostic, Report, ReportContext } from "../model/report.js";

/** The diagnostics to be shown, in the report's order: with `quiet`, errors only. */
export function selected(report: Report, context: ReportContext): readonly Diagnostic[] {
  return context.quiet ? report.diagnostics.filter((diagnostic) => diagnostic.severity === "error") : report.diagnostics;
}

/** True if the path is a file's: `.` stands for a finding that has no place. */
export function hasPlace(range: { readonly path: string }): boolean {
  return range.path !== ".";
}
