import type { Span } from "../../model/span.js";

/** A word of a command as the shell hands it on. Offsets count in the script's text. */
export interface ShellWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** False where the shell, or the reader, puts something else in: a variable, a pattern, `<placeholder>`. */
  readonly literal: boolean;
}

/** One simple command of a script. */
export interface ShellCommand {
  readonly words: readonly ShellWord[];
  /** What it writes by `>` and `>>`. */
  readonly outputs: readonly ShellWord[];
  /** The folder that `cd` went to before, as written; `""` before any, `undefined` where it cannot be told. */
  readonly folder: string | undefined;
}

type Sign = { readonly kind: "word"; readonly word: ShellWord } | { readonly kind: "sign"; readonly text: string };

/** Blanks, and line ends that a backslash takes back. */
const blank = /(?:[^\S\r\n]|\\\r?\n)+/y;
const comment = /#[^\r\n]*/y;
const hereDocument = /<<[-~]?\s*(['"]?)(\w+)\1/y;
const redirection = /\d*(?:>>|>&\d?|&>>?|>\||<<<|<(?![A-Za-z])|>)/y;
const end = /\r?\n|;;|&&|\|\||[;&|()]/y;
/** A stretch of a word: quoted, escaped, put in, or plain. */
const stretch =
  /'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([^\r\n])|(\$\([^()\n]*\)|\$\{[^}\n]*\}|`[^`\n]*`|\$\w*|<[A-Za-z][^<>\r\n]*>)|([^\s'"\\$`;&|()<>]+)/y;

const at = (pattern: RegExp, text: string, offset: number): RegExpExecArray | null => {
  pattern.lastIndex = offset;
  return pattern.exec(text);
};

function wordAt(text: string, start: number): ShellWord | undefined {
  let [offset, value, literal] = [start, "", true];
  for (let part = at(stretch, text, offset); part !== null; part = at(stretch, text, offset)) {
    const [whole, single, double, escaped, put, plain] = part;
    if (put !== undefined || (double !== undefined && /[$`]/.test(double))) literal = false;
    if (plain !== undefined && /[*?[\]{}]|…|\.{3}|^~/.test(plain)) literal = false;
    value += single ?? double ?? escaped ?? put ?? plain ?? "";
    offset += whole.length;
  }
  return offset === start ? undefined : { text: value, start, end: offset, literal };
}

/** Where the lines of a here document end: behind the line that is only its word. */
function behindHereDocument(text: string, from: number, word: string): number {
  const closing = new RegExp(`^[ \\t]*${word}[ \\t]*\\r?$`, "m");
  const body = text.indexOf("\n", from);
  const found = body === -1 ? null : closing.exec(text.slice(body + 1));
  return found === null ? text.length : body + 1 + found.index + found[0].length;
}

function* signsOf(text: string): Generator<Sign> {
  let skipped: Span | undefined;
  for (let offset = 0; offset < text.length; ) {
    if (skipped?.start === offset) offset = skipped.end;
    const space = at(blank, text, offset) ?? at(comment, text, offset);
    if (space !== null) {
      offset += space[0].length;
      continue;
    }
    const here = at(hereDocument, text, offset);
    if (here !== null) {
      const stop = behindHereDocument(text, offset, here[2] ?? "");
      const line = text.indexOf("\n", offset);
      if (line !== -1) skipped = { start: line, end: stop };
      offset += here[0].length;
      continue;
    }
    const sign = at(redirection, text, offset) ?? at(end, text, offset);
    const word = sign === null ? wordAt(text, offset) : undefined;
    if (word !== undefined) yield { kind: "word", word };
    else if (sign !== null) yield { kind: "sign", text: sign[0] };
    offset = word?.end ?? offset + Math.max(1, sign?.[0].length ?? 1);
  }
}

/** Where `cd` leads from a folder; `undefined` where that cannot be told. */
function entered(folder: string | undefined, to: ShellWord | undefined): string | undefined {
  if (folder === undefined || to === undefined || !to.literal || /^[-/~]/.test(to.text)) return undefined;
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of to.text.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.pop() === undefined) return undefined;
    if (part !== "..") parts.push(part);
  }
  return parts.join("/");
}

/** Words before a command that are none of its own: `sudo`, `A=b`, `then`. */
const prefix = /^(?:sudo|time|env|exec|nohup|command|if|then|else|elif|do|while|until|!|\{|[A-Za-z_]\w*=.*)$/s;

/** The simple commands of a script, in order. Loops are not run: what their variable stands for is not literal. */
export function shellCommands(text: string): readonly ShellCommand[] {
  const found: ShellCommand[] = [];
  let folder: string | undefined = "";
  const outer: (string | undefined)[] = [];
  let words: ShellWord[] = [];
  let outputs: ShellWord[] = [];
  let redirected: string | undefined;
  const close = (): void => {
    const first = words.findIndex((word) => !prefix.test(word.text));
    const own = first === -1 ? [] : words.slice(first);
    const [program, argument] = own;
    if (program !== undefined) found.push({ words: own, outputs, folder });
    if (program?.text === "cd" || program?.text === "pushd") folder = entered(folder, argument);
    if (program?.text === "popd") folder = undefined;
    [words, outputs, redirected] = [[], [], undefined];
  };
  for (const sign of signsOf(text)) {
    if (sign.kind === "word") {
      if (redirected === undefined) words.push(sign.word);
      else if (redirected.includes(">")) outputs.push(sign.word);
      redirected = undefined;
    } else if (/^\d*(?:[<>]|&>)/.test(sign.text)) redirected = /&\d$/.test(sign.text) ? undefined : sign.text;
    else {
      close();
      if (sign.text === "(") outer.push(folder);
      if (sign.text === ")") folder = outer.pop();
    }
  }
  close();
  return found;
}
