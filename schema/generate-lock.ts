import { fileURLToPath } from "node:url";
import { createGenerator } from "ts-json-schema-generator";

/** The JSON schema (draft 7) of `spec-anchors.lock`; what `schema/lock.schema.json` holds. */
export function lockJsonSchema(): object {
  const generator = createGenerator({
    path: fileURLToPath(new URL("../src/model/lock-file.ts", import.meta.url)),
    tsconfig: fileURLToPath(new URL("../tsconfig.json", import.meta.url)),
    type: "LockFile",
    // The compiler judges the types; here it would only judge the files around them as well.
    skipTypeCheck: true,
    // Beside a `$ref` at the top, draft 7 ignores `$id` and `title`.
    topRef: false,
  });
  const { $schema, ...schema } = generator.createSchema("LockFile");
  return { $schema, $id: "spec-anchors/schema/lock.schema.json", title: "spec-anchors.lock", ...schema };
}
