import { describe, expect, it } from "vitest";
import { configJsonSchema } from "../../schema/generate-config.js";
import { lockJsonSchema } from "../../schema/generate-lock.js";
import { reportJsonSchema } from "../../schema/generate-report.js";
import { traceJsonSchema } from "../../schema/generate-trace.js";
import { rules } from "../../src/rules/index.js";

/** As it is committed. `npm run schema` writes it anew. */
const written = (schema: object): string => `${JSON.stringify(schema, undefined, 2)}\n`;

describe("the committed schemas are the generated ones", () => {
  it("of the configuration", async () => {
    await expect(written(configJsonSchema(rules))).toMatchFileSnapshot("../../schema/config.schema.json");
  });

  it("of the lock", async () => {
    await expect(written(lockJsonSchema())).toMatchFileSnapshot("../../schema/lock.schema.json");
  });

  it("of the report", async () => {
    await expect(written(reportJsonSchema())).toMatchFileSnapshot("../../schema/report.schema.json");
  });

  it("of the matrix", async () => {
    await expect(written(traceJsonSchema())).toMatchFileSnapshot("../../schema/trace.schema.json");
  });
});
