/** Where questions are asked. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/**
 * Asks one question after the other; the answer is `undefined` once the terminal is closed. One reader serves all questions, so that answers that were typed
 * ahead reach theirs. The terminal is opened with the first question: opening it takes time. `interrupted` is called where somebody wants to stop at once.
 */
export function questionsAt(terminal: () => Terminal, interrupted: () => void): (question: string) => Promise<string | undefined> {
  const early: string[] = [];
  let waiting: ((answer: string | undefined) => void) | undefined;
  let isClosed = false;
  const answer = (line: string | undefined): void => {
    const resolve = waiting;
    waiting = undefined;
    if (resolve !== undefined) resolve(line);
    else if (line !== undefined) early.push(line);
  };
  const open = async () => {
    const { createInterface } = await import("node:readline");
    const reader = createInterface(terminal());
    reader.on("line", answer);
    reader.on("SIGINT", interrupted);
    reader.on("close", () => {
      isClosed = true;
      answer(undefined);
    });
    return reader;
  };
  let opened: ReturnType<typeof open> | undefined;
  return async (question) => {
    opened ??= open();
    const reader = await opened;
    const line = early.shift();
    if (line !== undefined) {
      terminal().output.write(`${question}${line}\n`);
      return line;
    }
    if (isClosed) return undefined;
    return new Promise((resolve) => {
      waiting = resolve;
      reader.setPrompt(question);
      reader.prompt();
    });
  };
}
