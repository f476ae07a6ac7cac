import { fileURLToPath } from "node:url";
import { createGenerator } from "ts-json-schema-generator";

/** The JSON schema (draft 7) of what `trace --format json` prints; what `schema/trace.schema.json` holds. */
export function traceJsonSchema(): object {
  const generator = createGenerator({
    path: fileURLToPath(new URL("../src/model/trace.ts", import.meta.url)),
    tsconfig: fileURLToPath(new URL("../tsconfig.json", import.meta.url)),
    type: "Matrix",
    // The compiler judges the types; here it would only judge the files around them as well.
    skipTypeCheck: true,
    // Beside a `$ref` at the top, draft 7 ignores `$id` and `title`.
    topRef: false,
    // The matrix grows by optional members: a reader of today accepts the matrix of tomorrow.
    additionalProperties: true,
  });
  const { $schema, ...schema } = generator.createSchema("Matrix");
  return { $schema, $id: "spec-anchors/schema/trace.schema.json", title: "The traceability matrix of spec-anchors", ...schema };
}
