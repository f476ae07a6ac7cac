import { linksOf } from "../../src/engine/lock/links.js";
import { recorded } from "../../src/engine/lock/record.js";
import { rust } from "../../src/read/languages/rust.js";
import { draw } from "../mutations/chance.js";
import { inCut, withoutAnchor } from "./moves.js";
import { type Place, placesIn } from "./places.js";
import { readAgain, type Subject } from "./subject.js";

/**
 * Places where a copy of the construct can be told from it: before it, or in another item of the file. Of two equal statements of one function the later of
 * which is deleted, nobody can say from the text that is left which it was.
 */
function placesForCopy(places: readonly Place[], home: { readonly start: number; readonly end: number }): readonly Place[] {
  const next = places.find(({ list, start }) => list === 0 && start >= home.end)?.start ?? Number.POSITIVE_INFINITY;
  return places.filter(({ start }) => start < home.start || start >= next);
}

/** Reviews each link where its construct stands in its file twice; then deletes the construct, and puts the anchor before the copy. */
export async function deletions(subject: Subject, random: number, seed: string): Promise<boolean> {
  const { grammar } = rust;
  let [found, none] = [0, 0];
  const missed: string[] = [];
  for (const link of subject.links) {
    const whole = subject.files[link.path] ?? "";
    const { placement, mark } = link.anchor;
    const around = subject.project.sources.get(link.path)?.marks.find((read) => read.mark === mark)?.around;
    if (placement.kind !== "construct" || around?.kind !== "comment" || grammar === undefined) continue;
    const cut = withoutAnchor(whole, mark.span.start, around.comment.start);
    const { span } = placement.construct;
    const home = { start: inCut(cut, span.start), end: inCut(cut, span.end) };
    const construct = cut.text.slice(home.start, home.end);
    const tree = subject.parse(cut.text);
    const places = tree === undefined ? [] : placesForCopy(placesIn(tree.root, cut.text, grammar), home);
    tree?.free();
    for (let at = 0; at < Math.min(random, places.length); at += 1) {
      const { start } = places[draw(`${seed}/copy/${link.name}/${home.start}/${at}`, places.length)] ?? { start: 0 };
      const anchor = `\n// SPEC: ${link.name} — moved\n`;
      /** The text with the construct at its place, or the copy, anchored; the other of the two bare or away. */
      const textWith = (original: string, copy: string): string => {
        const [first, second] = start < home.start ? [copy, original] : [original, copy];
        const [from, to] =
          start < home.start
            ? [
                [start, start],
                [home.start, home.end],
              ]
            : [
                [home.start, home.end],
                [start, start],
              ];
        const between = cut.text.slice(from?.[1], to?.[0]);
        return cut.text.slice(0, from?.[0]) + first + between + second + cut.text.slice(to?.[1]);
      };
      const stateIn = (text: string, entries: Subject["entries"]) => {
        const links = linksOf({ rows: subject.project.rows, ...readAgain(subject, link.path, text), unmet: [] }, entries, subject.hash);
        return {
          links,
          own: links.links.find((other) => other.path === link.path && other.name === link.name && other.anchor.text.startsWith("moved")),
        };
      };
      const before = stateIn(textWith(anchor + construct, `\n${construct}\n`), []);
      const after = textWith("", `${anchor}${construct}\n`);
      const { own } = stateIn(after, recorded([], [], before.links.links, { commitOf: () => undefined, note: undefined }));
      const copied = before.own?.equal() ?? 0;
      // A copy that makes no construct of its own is none.
      if (before.own === undefined || own === undefined || copied < 2 || own.fingerprint !== before.own.fingerprint) none += 1;
      else if (own.state.kind === "suspect" && own.state.changes.some(({ kind }) => kind !== "row")) found += 1;
      else missed.push(`${link.name} in ${link.path}, copy ${at}, offset ${start}: ${own.state.kind}`);
      // Trees of the native parser go away when the event loop turns.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  const recall = found + missed.length === 0 ? "—" : `${((100 * found) / (found + missed.length)).toFixed(1)} %`;
  console.log(
    `\ncode deleted, its anchor at an equal copy: ${found} found, ${missed.length} missed, recall ${recall}, ${none} copies that do not compare`,
  );
  for (const line of missed.slice(0, 40)) console.log(`missed: ${line}`);
  return missed.length === 0;
}
