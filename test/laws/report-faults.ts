import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import type { Report } from "../../src/model/report.js";
import { json } from "../../src/reporters/json.js";
import { rangeFaults } from "./ranges.js";
import type { Files } from "./workspaces.js";

const schema: object = JSON.parse(readFileSync(new URL("../../schema/report.schema.json", import.meta.url), "utf8"));
const ajv = new Ajv({ strict: true });
const validate = ajv.compile(schema);

function schemaFaults(report: Report): readonly string[] {
  const printed: unknown = JSON.parse(json(report, { textOf: () => undefined, colour: false, width: undefined, prefix: "", quiet: false }));
  return validate(printed) ? [] : (validate.errors ?? []).map((error) => `schema: ${error.instancePath} ${error.message}`);
}

const counted = (what: string, said: number, is: number): readonly string[] => (said === is ? [] : [`${what}: says ${said}, are ${is}`]);

/** Whatever holds of every report on these files: its places, its shape, its counts and that its fingerprints are all different. */
export function reportFaults(report: Report, files: Files): readonly string[] {
  const { diagnostics, summary, unjudged } = report;
  const of = (severity: "error" | "warning"): number => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return [
    ...schemaFaults(report),
    ...rangeFaults(report, files),
    ...counted("errors", summary.errors, of("error")),
    ...counted("warnings", summary.warnings, of("warning")),
    ...counted("unjudged", summary.unjudged, unjudged.length),
    ...counted("fingerprints", new Set(diagnostics.map(({ fingerprint }) => fingerprint)).size, diagnostics.length),
  ];
}
