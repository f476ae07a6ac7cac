import type { Repository } from "./repository.js";

/** Git refuses paths in submodules and behind links, and with them the rest of the question; this often it is asked again. */
const mostRefusals = 100;

/** For each path, relative to the top folder, whether git ignores it; paths on which git gives no answer are missing. */
export function checkIgnored(repository: Repository, paths: readonly string[]): ReadonlyMap<string, boolean> {
  const answers = new Map<string, boolean>();
  let waiting = paths;
  for (let refusals = 0; waiting.length > 0 && refusals < mostRefusals; refusals++) {
    // This command knows no literal pathspecs; but after `./` a colon is no magic.
    const input = waiting.map((path) => `./${path}\0`).join("");
    const { code, output } = repository.ask(["check-ignore", "-z", "-v", "-n", "--stdin"], input);
    // Four fields for each path in turn: the file with the pattern, its line, the pattern, the path.
    const fields = output.split("\0").slice(0, -1);
    const answered = Math.floor(fields.length / 4);
    waiting.slice(0, answered).forEach((path, index) => {
      const pattern = fields[index * 4 + 2] ?? "";
      answers.set(path, pattern !== "" && !pattern.startsWith("!"));
    });
    if (code !== 128) break;
    waiting = waiting.slice(answered + 1);
  }
  return answers;
}
