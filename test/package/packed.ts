import { readdirSync } from "node:fs";
import { join } from "node:path";
import { succeed } from "./commands.js";

/** Packs what is built in the project into a folder, and gives the tarball's path. */
export async function pack(folder: string): Promise<string> {
  // Without scripts: what `npm test` has just built is packed, and not built again under the other tests' feet.
  await succeed(".", "npm", ["pack", "--ignore-scripts", "--pack-destination", folder]);
  const [tarball, ...more] = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  if (tarball === undefined || more.length > 0) throw new Error(`not one tarball in ${folder}`);
  return join(folder, tarball);
}

/** Installs a tarball in a folder as users do; `flags` are npm's. */
export async function install(folder: string, tarball: string, ...flags: readonly string[]): Promise<void> {
  await succeed(folder, "npm", ["install", "--no-audit", "--no-fund", ...flags, tarball]);
}
