export { type CheckOptions, checkFolder as check } from "./check-folder.js";
export type { Checked } from "./engine/check.js";
export type { RefusedFile } from "./engine/fix-passes.js";
export { type FixedFolder, type FixOptions, fixFolder as fix } from "./fix-folder.js";
export type { Level, Severity } from "./model/finding.js";
export type { FileChange, FixMode, FixOutcome } from "./model/fixing.js";
export type { LinkSummary } from "./model/lock.js";
export type {
  Diagnostic,
  RelatedPlace,
  Report,
  ReportContext,
  ReportEdit,
  Reporter,
  ReportFix,
  ReportRange,
  Summary,
  UnjudgedLink,
} from "./model/report.js";
export type {
  Matrix,
  MatrixContext,
  MatrixFormat,
  MatrixReporter,
  MatrixSummary,
  TracedAnchor,
  TracedCheck,
  TracedConstruct,
  TracedDefinition,
  TracedGap,
  TracedName,
  TracedReview,
  TracedRow,
  TracedTest,
  TracePlace,
  UnjudgedReason,
} from "./model/trace.js";
export { UserError } from "./model/user-error.js";
export { reporters } from "./reporters/index.js";
export { matrixReporters } from "./reporters/matrix/index.js";
export { rules } from "./rules/index.js";
export { type TracedFolder, type TraceOptions, traceFolder as trace } from "./trace-folder.js";
