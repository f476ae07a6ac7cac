import { type CheckOptions, openFolder } from "./check-folder.js";
import { type Checked, check } from "./engine/check.js";
import { type Selected, selectedFrom } from "./engine/trace/select.js";
import { trace } from "./engine/trace/trace.js";
import type { Matrix } from "./model/trace.js";
import { rules } from "./rules/index.js";

/** What to trace, as a user says it. */
export interface TraceOptions extends Pick<CheckOptions, "cwd" | "root" | "config" | "env" | "progress">, Partial<Selected> {}

/** The traceability matrix; or, where there is nothing to trace, the report that says why. */
export type TracedFolder = { readonly kind: "matrix"; readonly matrix: Matrix } | ({ readonly kind: "nothing" } & Checked);

/** Finds root and configuration, opens what is there, and traces its names. Throws a `UserError` for wrong usage. */
export async function traceFolder({ names = [], missing = false, ...options }: TraceOptions): Promise<TracedFolder> {
  const opened = await openFolder(options);
  if (opened.kind === "broken") return { kind: "nothing", ...opened.checked };
  const matrix = await trace(opened.world, rules);
  if (matrix.names.length > 0) return { kind: "matrix", matrix: selectedFrom(matrix, { names, missing }) };
  return { kind: "nothing", ...(await check(opened.world, { rules, levels: {}, only: [], paths: [] })) };
}
