import { fileURLToPath } from "node:url";
import { createGenerator } from "ts-json-schema-generator";

/** The JSON schema (draft 7) of what `check --format json` prints; what `schema/report.schema.json` holds. */
export function reportJsonSchema(): object {
  const generator = createGenerator({
    path: fileURLToPath(new URL("../src/model/report.ts", import.meta.url)),
    tsconfig: fileURLToPath(new URL("../tsconfig.json", import.meta.url)),
    type: "Report",
    // The compiler judges the types; here it would only judge the files around them as well.
    skipTypeCheck: true,
    // Beside a `$ref` at the top, draft 7 ignores `$id` and `title`.
    topRef: false,
    // The report grows by optional members: a reader of today accepts the report of tomorrow.
    additionalProperties: true,
  });
  const { $schema, ...schema } = generator.createSchema("Report");
  return {
    $schema,
    $id: "spec-anchors/schema/report.schema.json",
    title: "The report of spec-anchors",
    ...schema,
  };
}
