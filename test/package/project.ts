import { cpSync, lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { succeed } from "./commands.js";

/** The package's own description. */
export const packageJson = JSON.parse(readFileSync("package.json", "utf8")) as { readonly name: string; readonly version: string };

/** Copies the project's present state, without what git ignores, into a folder, commits it there and gives the commit. */
export async function checkoutOfProject(folder: string): Promise<string> {
  const listed = await succeed(".", "git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], process.env);
  for (const path of listed.split("\0")) {
    if (path !== "" && lstatSync(path, { throwIfNoEntry: false })?.isFile() === true) cpSync(path, join(folder, path));
  }
  return repositoryIn(folder);
}

/** Makes a folder a repository with one commit of everything in it, and gives the commit. */
export async function repositoryIn(folder: string): Promise<string> {
  await succeed(folder, "git", ["init", "-q"]);
  await succeed(folder, "git", ["add", "-A"]);
  await succeed(folder, "git", ["commit", "-q", "-m", "Present state"]);
  return (await succeed(folder, "git", ["rev-parse", "HEAD"])).trim();
}

/** The README's fenced block of a language that begins with a text: what users paste. Throws unless there is exactly one. */
export function readmeBlock(language: string, beginning: string): string {
  const blocks = [...readFileSync("README.md", "utf8").matchAll(/^```(\w+)\n(.*?)^```$/gms)];
  const [found, ...more] = blocks.flatMap(([, fence, text]) => (fence === language && text?.startsWith(beginning) === true ? [text] : []));
  if (found === undefined || more.length > 0)
    throw new Error(`README.md has not one \`${language}\` block that begins with \`${beginning}\``);
  return found;
}
