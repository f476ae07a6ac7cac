import type { Matrix } from "../../model/trace.js";
import { at, code, type Item, words } from "./parts.js";

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;

/** What came of it: `27 names, 7 of them with something missing`. */
export function outcomeOf({ summary: { names, shown, incomplete } }: Matrix): string {
  const missing = incomplete === 0 ? "nothing is missing" : `${incomplete} of them with something missing`;
  return `${shown === names ? "" : `shown: ${shown} of `}${count(names, "name")}, ${missing}`;
}

/** How many paths a note lists. */
const most = 3;

/** What the matrix could not see, and what else a reader could misunderstand. */
export function notesOn({ summary, names, specifications, unreadable, unreadTests }: Matrix): readonly Item[] {
  const { otherFindings } = summary;
  const more = unreadTests.length - most;
  return [
    ...(specifications ? [] : [[words("there is no module near the documents: definitions and checks are not known")]]),
    ...(names.some(({ review }) => review === "no-lock") ? [[words("there is no lock: nothing was reviewed")]] : []),
    ...(unreadTests.length === 0
      ? []
      : [
          [
            words("tests are not listed of"),
            ...unreadTests.slice(0, most).map(code),
            ...(more > 0 ? [words(`and ${more} more`)] : []),
            words("which no grammar reads"),
          ],
        ]),
    ...unreadable.map((file) => [words("not read:"), at(file), code(file.message)]),
    ...(otherFindings === 0
      ? []
      : [
          [
            words(
              `spec-anchors check has ${count(otherFindings, "finding")} that ${otherFindings === 1 ? "is" : "are"} about none of the names`,
            ),
          ],
        ]),
  ];
}
