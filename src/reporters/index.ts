import type { Reporter } from "../model/report.js";

/** The reporters by the name that `--format` takes, with one line for the help text; each is loaded only when it is used. */
export const reporters: Readonly<
  Record<"pretty" | "compact" | "json" | "github", { readonly summary: string; readonly load: () => Promise<Reporter> }>
> = {
  pretty: { summary: "code frames for people, and what was looked at", load: async () => (await import("./pretty.js")).pretty },
  compact: { summary: "one line for each diagnostic, for grep and editors", load: async () => (await import("./compact.js")).compact },
  json: { summary: "the whole report, as schema/report.schema.json says", load: async () => (await import("./json.js")).json },
  github: { summary: "annotations of GitHub Actions", load: async () => (await import("./github.js")).github },
};
