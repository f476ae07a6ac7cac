import { toJsonSchema } from "@valibot/to-json-schema";
import { configSchema, type RuleEntry } from "../src/config/schema.js";

/** The JSON schema (draft 7) of `spec-anchors.toml` for these rules; what `schema/config.schema.json` holds. */
export function configJsonSchema(rules: readonly RuleEntry[]): object {
  // Nothing here needs a newer draft, and older readers know this one.
  const { $schema, ...schema } = toJsonSchema(configSchema(rules), { target: "draft-07" });
  return { $schema, title: "spec-anchors.toml", description: "The configuration of spec-anchors.", ...schema };
}
