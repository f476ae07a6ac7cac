import type { DocumentFacts } from "../../model/document.js";
import type { Span } from "../../model/span.js";
import { languageOf } from "../languages/index.js";
import { blockCommands, type DocumentCommand } from "./commands-script.js";
import type { ShellWord } from "./commands-shell.js";
import { isNoPlace } from "./mapping-paths.js";

/** Something that a command needs to be there. */
export type CommandNeed = {
  readonly span: Span;
  /** False where `cd` has led nobody knows where. */
  readonly isPlaced: boolean;
  /** The folders, as written, that the path may begin in, the likeliest first: where `cd` has led, or where the reader stands. */
  readonly folders: readonly string[];
} & (
  | { readonly kind: "path"; readonly path: string }
  | { readonly kind: "cargo"; readonly what: "test" | "bench" | "example" | "package"; readonly name: string }
);

const interpreters = /^(?:bash|sh|zsh|python[\d.]*|node|ruby|perl|lua|deno|bun|julia|Rscript|source|\.|pytest|uv|tsx|ts-node)$/;
const readers =
  /^(?:cbmc|esbmc|gcc|g\+\+|cc|c\+\+|clang|clang\+\+|rustc|javac|scalac|go|frama-c|coqc|lean|cat|less|head|tail|wc|diff|shellcheck)$/;
/** What makes files, or takes names that need not be there. */
const makers =
  /^(?:touch|mkdir|cp|mv|rm|echo|git|curl|wget|vim|vi|nano|emacs|code|ln|tee|chmod|unzip|tar|export|printf|cargo|make|cmake|npm|npx|pip\d?|brew|apt|apt-get)$/;

/** Options whose value is written, not read. */
const outputs =
  /^(?:-o|--?out(?:put)?(?:[-_](?:file|dir|path))?|-O|--output-document|-metadir|--?dest|-d|--target-dir|--log|--report|-dump|-w|--write)$/;
/** Folders that tools make. */
const made = /(?:^|\/)(?:target|build|dist|out|bin|obj|node_modules|\.lake|\.venv|venv|env|__pycache__|states|tmp|cmake-build-\w+)\//;

const basename = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** The folders that a command is told to write to. */
function* foldersOf({ words }: DocumentCommand): Generator<string> {
  for (const [index, { text }] of words.entries()) {
    const [, option, assigned] = /^(--?[\w-]+)(?:=(.+))?$/.exec(text) ?? [];
    const folder = assigned ?? words[index + 1]?.text;
    if (option !== undefined && folder !== undefined && /-dir$/.test(option) && (outputs.test(option) || option === "--run-dir"))
      yield folder.replace(/\/+$/, "");
  }
}

/** The names of files that the commands make or fetch themselves, by their last parts. */
function madeBy({ words, outputs: redirected }: DocumentCommand): readonly string[] {
  const [program, ...rest] = words;
  const names = redirected.map(({ text }) => basename(text));
  for (const [index, word] of rest.entries()) {
    const assigned = /^(--?[\w-]+)=(.+)$/.exec(word.text);
    if (outputs.test(word.text)) names.push(basename(rest[index + 1]?.text ?? ""));
    else if (assigned?.[1] !== undefined && assigned[2] !== undefined && outputs.test(assigned[1])) names.push(basename(assigned[2]));
    else if (program !== undefined && makers.test(basename(program.text)) && !word.text.startsWith("-"))
      names.push(basename(word.text.replace(/[?#].*$/, "").replace(/\/+$|\.git$/g, "")));
  }
  return names;
}

/** True for a word that certainly is a file that has to be there. */
function isFile(word: ShellWord): boolean {
  const { text, literal } = word;
  if (!literal || text.startsWith("-") || isNoPlace(text) || made.test(text) || !/^[\w./\\-]+$/.test(text)) return false;
  return (
    /\.(?:tla|cfg)$/.test(text) || (/[^.]\.\w+$/.test(text) && languageOf(text) !== undefined && !/\.(?:jar|o|so|a|exe|class)$/.test(text))
  );
}

/** The words of a command that are files it reads. */
function filesOf(words: readonly ShellWord[]): readonly ShellWord[] {
  const [program, ...rest] = words;
  if (program === undefined) return [];
  const name = basename(program.text);
  const own = program.text.includes("/") && isFile(program) ? [program] : [];
  const isOutput = (index: number): boolean => outputs.test(rest[index - 1]?.text ?? "");
  const given = rest.filter((word, index) => isFile(word) && !isOutput(index));
  if (interpreters.test(name)) {
    // What follows the script is the script's own business.
    if (rest.some(({ text }) => /^-[cem]$/.test(text)) && !/^py/.test(name)) return own;
    if (rest.some(({ text }) => /^-[ce]$/.test(text))) return own;
    if (name === "pytest" || rest.some(({ text }) => text === "pytest"))
      return [...own, ...given.filter(({ text }) => text.endsWith(".py"))];
    const first = rest.find(({ text }) => !text.startsWith("-") && !/^(?:run|python\d?)$/.test(text));
    return first !== undefined && given.includes(first) ? [...own, first] : own;
  }
  if (name === "make") {
    const file = rest[rest.findIndex(({ text }) => text === "-f" || text === "--file") + 1];
    return rest.some(({ text }) => text === "-f" || text === "--file") && file?.literal === true && !isNoPlace(file.text) ? [file] : own;
  }
  if (makers.test(name)) return own;
  if (readers.test(name)) return [...own, ...given];
  return [...own, ...given.filter(({ text }) => /\.(?:tla|cfg)$/.test(text))];
}

/** What `cargo test --test NAME -p CRATE` asks for. */
function* targetsOf(
  words: readonly ShellWord[],
): Generator<{ what: "test" | "bench" | "example" | "package"; name: string; word: ShellWord }> {
  const [program, ...rest] = words;
  if (program?.text !== "cargo") return;
  for (const [index, word] of rest.entries()) {
    if (word.text === "--") return;
    const [, option, assigned] = /^(--?[a-z-]+)(?:=(.+))?$/.exec(word.text) ?? [];
    const what = option === "-p" ? "package" : /^--(test|bench|example|package)$/.exec(option ?? "")?.[1];
    const value = assigned === undefined ? rest[index + 1] : word;
    const name = assigned ?? value?.text;
    if (value?.literal !== true || name === undefined || !/^[A-Za-z_][\w-]*$/.test(name)) continue;
    if (what === "test" || what === "bench" || what === "example" || what === "package") yield { what, name, word: value };
  }
}

/** What the shell blocks of a document need to be there. What an earlier command makes or fetches need not, nor what a command that is shown to fail names. */
export function commandNeeds(facts: DocumentFacts): readonly CommandNeed[] {
  const commands = blockCommands(facts);
  const everywhere = [...new Set(commands.flatMap(({ folder }) => (folder === undefined || folder === "" ? [] : [folder])))];
  const known = new Set<string>();
  const written = new Set<string>();
  const isWritten = (path: string): boolean => [...written].some((folder) => path.startsWith(`${folder}/`));
  const needs: CommandNeed[] = [];
  for (const command of commands) {
    const isPlaced = command.folder !== undefined;
    const folders = [...new Set([...(command.folder === undefined ? [] : [command.folder]), "", ...everywhere])];
    for (const folder of foldersOf(command)) written.add(folder);
    for (const word of command.fails ? [] : filesOf(command.words))
      if (!known.has(basename(word.text)) && !isWritten(word.text))
        needs.push({ kind: "path", path: word.text.replaceAll("\\", "/"), folders, isPlaced, span: command.placeOf(word) });
    for (const { what, name, word } of command.fails ? [] : targetsOf(command.words))
      needs.push({ kind: "cargo", what, name, folders, isPlaced, span: command.placeOf(word) });
    for (const name of madeBy(command)) known.add(name);
  }
  return needs;
}
