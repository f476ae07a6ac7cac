import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Example } from "./examples.js";

/** From one folder below the package's, where bundles believe to be. */
const program = fileURLToPath(new URL("phrasebook.js", import.meta.url));

/** What one repository teaches. */
export interface Found {
  readonly repository: string;
  readonly folder: string;
  readonly examples: readonly Example[];
}

/** One example as a line: the terms of the prose, those of the code, and how much of each, apart by tabs. */
export function printed({ prose, code, weights }: Example): string {
  return [prose.join(" "), code.join(" "), [...weights].map((weight) => weight.toFixed(4)).join(" ")].join("\t");
}

const known = new Map<string, string>();

/** The parts of a list, each text once in memory: there are millions of a few thousand. */
function partsOf(list: string): readonly string[] {
  if (list === "") return [];
  return list.split(" ").map((part) => {
    const same = known.get(part) ?? part;
    known.set(same, same);
    return same;
  });
}

/** The example of such a line. */
export function read(line: string): Example {
  const [prose = "", code = "", weights = ""] = line.split("\t");
  return { prose: partsOf(prose), code: partsOf(code), weights: Float32Array.from(weights === "" ? [] : weights.split(" "), Number) };
}

async function fromOne(repository: string, folder: string, env: NodeJS.ProcessEnv): Promise<Found> {
  const child = spawn(process.execPath, [program, "--clone", `${repository}=${folder}`, "--examples"], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exit = new Promise<number | null>((resolve, reject) => child.once("error", reject).once("close", resolve));
  const examples: Example[] = [];
  for await (const line of createInterface({ input: child.stdout, crlfDelay: Number.POSITIVE_INFINITY })) examples.push(read(line));
  const code = await exit;
  if (code !== 0) throw new Error(`${repository}: reading it ended with ${code}`);
  console.log(`${repository} ${examples.length}`);
  return { repository, folder, examples };
}

/** The examples of the repositories, in their order; several are read at a time, each by a process of its own. */
export async function collected(
  clones: readonly (readonly [repository: string, folder: string])[],
  env: NodeJS.ProcessEnv,
): Promise<readonly Found[]> {
  const found: Found[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let at = next++; at < clones.length; at = next++) {
      const [repository, folder] = clones[at] ?? ["", ""];
      found[at] = await fromOne(repository, folder, env);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, availableParallelism() - 1) }, work));
  return found;
}
