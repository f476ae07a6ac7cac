import type { MatrixFormat, MatrixReporter } from "../../model/trace.js";

/** The formats of the matrix by the name that `trace --format` takes; each is loaded only when it is used. */
export const matrixReporters: Readonly<Record<MatrixFormat, { readonly summary: string; readonly load: () => Promise<MatrixReporter> }>> = {
  text: { summary: "a block for each name, for people", load: async () => (await import("./text.js")).text },
  json: { summary: "the whole matrix, as schema/trace.schema.json says", load: async () => (await import("./json.js")).json },
  markdown: { summary: "a table with links, for a page on GitHub", load: async () => (await import("./markdown.js")).markdown },
  html: { summary: "one page with links and a filter", load: async () => (await import("./html.js")).html },
};
