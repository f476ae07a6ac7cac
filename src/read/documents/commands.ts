import type { DocumentFacts } from "../../model/document.js";
import type { RowName, WrittenSite } from "../../model/row.js";
import type { Span } from "../../model/span.js";
import { blockCommands, type DocumentCommand, inlineCommands } from "./commands-script.js";
import type { ShellWord } from "./commands-shell.js";

/** A command of a document that runs a model checker. Paths begin where the document's `cd` commands lead. */
export interface ModelCommand {
  /** The whole command. */
  readonly span: Span;
  /** `undefined` where it is none, or where the command does not say it literally. */
  readonly module: WrittenSite | undefined;
  /** `undefined` as well where the checker takes the module's own. */
  readonly config: WrittenSite | undefined;
  /** The names of `--inv=`; what a `.cfg` checks is not here, nor what a command that is shown to fail is given. */
  readonly invariants: readonly RowName[];
}

const checkers = /^(?:tlc2?(?:\.sh)?|tlc2\.TLC|tla2tools[\w.-]*\.jar|apalache(?:-mc)?)$/;

/** Options of TLC that the next word belongs to. */
const withValue =
  /^--?(?:config|workers|metadir|fp|fpbits|fpmem|seed|aril|depth|coverage|maxSetSize|checkpoint|recover|userFile|teSpecOutDir|dfid|lncheck|inv|init|next|cinit|length|temporal|max-error|tuning-options|out-dir|run-dir|features|output)$/;

/** A path as the command means it: from the folder that it runs in. */
export function sitePath(command: DocumentCommand, path: string): string {
  return command.folder === undefined || command.folder === "" || path.startsWith("/") ? path : `${command.folder}/${path}`;
}

function siteOf(command: DocumentCommand, word: ShellWord | undefined, text: string, extension: string): WrittenSite | undefined {
  if (word?.literal !== true || !/^[\w./\\ -]+$/.test(text)) return undefined;
  const path = text.replaceAll("\\", "/");
  return { path: sitePath(command, path.endsWith(extension) ? path : `${path}${extension}`), span: command.placeOf(word) };
}

/** The names of a value such as `A,B`, which ends where its word does. */
function namesIn(command: DocumentCommand, word: ShellWord, value: string): readonly RowName[] {
  let start = word.end - value.length;
  return value.split(",").flatMap((part) => {
    const span = command.placeOf({ start, end: start + part.length });
    start += part.length + 1;
    const name = part.trim().split("!").at(-1) ?? "";
    return word.literal && /^[A-Za-z_]\w*$/.test(name) ? [{ name, span }] : [];
  });
}

function modelCommand(command: DocumentCommand): ModelCommand | undefined {
  const program = command.words.findIndex(({ text }) => checkers.test(text.slice(text.lastIndexOf("/") + 1)));
  const last = command.words.at(-1);
  if (program === -1 || last === undefined) return undefined;
  // `-cp tla2tools.jar tlc2.TLC`: the class is the program.
  const main = command.words.findIndex(({ text }, index) => index > program && text === "tlc2.TLC");
  const words = command.words.slice(Math.max(program, main) + 1);
  const [first] = command.words;
  const span = { start: command.placeOf(first ?? last).start, end: command.placeOf(last).end };
  let [module, config]: (WrittenSite | undefined)[] = [];
  const invariants: RowName[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined) break;
    const [, option, assigned] = /^(--?[A-Za-z][\w-]*)(?:=(.*))?$/.exec(word.text) ?? [];
    if (option === undefined) {
      if (/^(?:check|typecheck|simulate|parse|test)$/.test(word.text)) continue;
      module ??= siteOf(command, word, word.text, ".tla");
      continue;
    }
    const value = assigned === undefined && withValue.test(option) ? words[index + 1] : word;
    if (value !== word) index += 1;
    const text = assigned ?? value?.text;
    if (value === undefined || text === undefined) continue;
    if (/^--?config$/.test(option)) config = siteOf(command, value, text, ".cfg");
    if (option === "--inv" && !command.fails) invariants.push(...namesIn(command, value, text));
  }
  return module === undefined && config === undefined ? undefined : { span, module, config, invariants };
}

/** Every command of the document that runs TLC or Apalache: in its shell blocks, and in inline code. */
export function commandsIn(facts: DocumentFacts): readonly ModelCommand[] {
  const inline = inlineCommands(facts, /^(?:java|tlc2?|apalache(?:-mc)?)\s/);
  return [...blockCommands(facts), ...inline].flatMap((command) => modelCommand(command) ?? []).sort((a, b) => a.span.start - b.span.start);
}
