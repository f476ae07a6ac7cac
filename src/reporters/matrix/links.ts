import type { MatrixContext, TracePlace } from "../../model/trace.js";

/** The address of a place, relative to the folder of the output. `plain` asks a site that shows Markdown as a page for its lines. */
export function addressOf({ path, line }: TracePlace, { toRoot }: MatrixContext, plain: boolean): string {
  const written = `${toRoot}${path}`
    .replace(/\p{Cs}/gu, "\ufffd")
    .split("/")
    .map((part) => encodeURIComponent(part).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`))
    .join("/");
  return `${written}${plain && /\.(?:md|markdown)$/i.test(path) ? "?plain=1" : ""}#L${line}`;
}
