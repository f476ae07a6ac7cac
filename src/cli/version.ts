import { readFileSync } from "node:fs";
import { packageFile } from "../assets.js";

/** The package's version. */
export function version(): string {
  const { version: written }: { version: string } = JSON.parse(readFileSync(packageFile, "utf8"));
  return written;
}
