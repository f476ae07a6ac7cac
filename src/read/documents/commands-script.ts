import type { Block, CodeBlock, DocumentFacts, Piece } from "../../model/document.js";
import type { Span } from "../../model/span.js";
import { type ShellCommand, shellCommands } from "./commands-shell.js";

/** A command of a document. */
export interface DocumentCommand extends ShellCommand {
  /** Where a stretch of its script stands in the document. */
  readonly placeOf: (stretch: { readonly start: number; readonly end: number }) => Span;
  /** True if the output that is shown below it tells of a fault: then what it names may be missing on purpose. */
  readonly fails: boolean;
}

const shells = /^(?:bash|sh|shell|zsh|console|shell-session|shellsession|terminal|fish)$/;
const prompted = /^[^\S\r\n]*\$ /;

/** The lines that a reader types, the rest as blanks of the same length; `undefined` where a block holds no commands. */
function typedLines(block: CodeBlock): string | undefined {
  const lines = block.value.split(/(?<=\n)/);
  const isShell = block.language !== undefined && shells.test(block.language);
  if (!lines.some((line) => prompted.test(line))) return isShell ? block.value : undefined;
  if (!isShell && block.language !== undefined && block.language !== "text") return undefined;
  let continues = false;
  return lines
    .map((line) => {
      const isTyped = continues || prompted.test(line);
      const typed = isTyped ? line.replace(prompted, (prompt) => " ".repeat(prompt.length)) : line.replace(/[^\r\n]/g, " ");
      continues = isTyped && /\\\r?\n?$/.test(line);
      return typed;
    })
    .join("");
}

const faulty = /\b(?:error|errors|fatal|not found|no such|does not exist|cannot (?:open|find|read))\b/i;
const faultless = /\b(?:no|0) errors?\b/i;

/** The stretches of a block that hold a typed command whose shown output tells of a fault. */
function failing(block: CodeBlock): readonly Span[] {
  const found: Span[] = [];
  let [start, offset, fails] = [0, 0, false];
  const close = (end: number): void => void (fails && found.push({ start, end }));
  for (const line of block.value.split(/(?<=\n)/)) {
    if (prompted.test(line)) {
      close(offset);
      [start, fails] = [offset, false];
    } else if (faulty.test(line) && !faultless.test(line)) fails = true;
    offset += line.length;
  }
  close(offset);
  return found;
}

/**
 * Where a stretch of a block's value stands in the document. The value lacks the indentation that a list or a quote gives its lines;
 * where lines differ in it, the whole block is the place.
 */
function placesIn(block: CodeBlock): DocumentCommand["placeOf"] {
  const { content, value } = block;
  const lines = value.split("\n");
  const extra = content.end - content.start - value.length;
  // The value ends before its last line end, which the content has where a fence follows.
  const endings = value.includes("\r\n") || (lines.length === 1 && extra === 2) ? [2, 0] : [1, 0];
  const indents = endings.map((ending) => (extra - ending) / lines.length).filter((indent) => indent >= 0 && Number.isInteger(indent));
  const [indent] = indents;
  if (indent === undefined || (extra > 2 && value.includes("\n\n"))) return () => block.span;
  return ({ start, end }) => {
    const line = value.slice(0, start).split("\n").length;
    const shift = content.start + indent * line;
    return { start: start + shift, end: end + shift };
  };
}

function* piecesOf(facts: DocumentFacts, block: Block): Generator<Piece> {
  if (block.kind === "text") yield* block.pieces;
  if (block.kind === "heading") yield* block.heading.pieces;
  if (block.kind !== "table") return;
  for (const row of facts.tables[block.table]?.rows ?? []) for (const cell of row.cells) yield* cell.pieces;
}

/** The commands that the document's shell blocks tell the reader to run, in order. */
export function blockCommands(facts: DocumentFacts): readonly DocumentCommand[] {
  return facts.blocks.flatMap((block) => {
    const script = block.kind === "code" ? typedLines(block) : undefined;
    if (block.kind !== "code" || script === undefined) return [];
    const placeOf = placesIn(block);
    const failures = prompted.test(block.value) || /\n[^\S\r\n]*\$ /.test(block.value) ? failing(block) : [];
    return shellCommands(script).map((command) => {
      const at = command.words[0]?.start ?? 0;
      return { ...command, placeOf, fails: failures.some(({ start, end }) => start <= at && at < end) };
    });
  });
}

/** The commands in inline code that begin with one of the programs. */
export function inlineCommands(facts: DocumentFacts, program: RegExp): readonly DocumentCommand[] {
  return facts.blocks.flatMap((block) =>
    [...piecesOf(facts, block)].flatMap((piece) => {
      if (piece.kind !== "code" || !program.test(piece.value)) return [];
      return shellCommands(piece.value).map((command) => ({ ...command, placeOf: () => piece.span, fails: false }));
    }),
  );
}
