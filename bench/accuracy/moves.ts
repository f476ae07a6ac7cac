import { draw, pick } from "../mutations/chance.js";
import type { Member } from "./code-map.js";
import { isSame } from "./code-text.js";
import { movesTo } from "./moved.js";
import type { Draws, Kind } from "./mutant.js";
import type { Marked, Source } from "./subject.js";
import { functionOf, linesBetween, membersAround, neighboursOf, siblingOf, statementsOf, unitOf } from "./surroundings.js";
import { likeness } from "./words.js";

/** How often a draw may be repeated before there is taken to be nothing to draw. */
const patience = 60;

/** The list in an order that depends on the seed alone. */
export function shuffled<Item>(list: readonly Item[], seed: string): readonly Item[] {
  const left = [...list];
  return list.flatMap((_, at) => left.splice(draw(`${at}/${seed}`, left.length), 1));
}

/** The most alike first; of equals the first. */
function byLikeness<Item>(list: readonly Item[], words: (item: Item) => ReadonlySet<string>, to: ReadonlySet<string>): readonly Item[] {
  const scored = list.map((item) => ({ item, score: likeness(words(item), to) }));
  return scored.sort((a, b) => b.score - a.score).map(({ item }) => item);
}

type Targets = (source: Source, anchor: Marked, seed: string) => Iterable<Member>;

function* ofOtherFunctions(source: Source, anchor: Marked, seed: string): Generator<Member> {
  const own = functionOf(source, anchor);
  const others = source.map.functions.filter((one) => one.active && one !== own);
  for (let at = 0; at < patience; at += 1) {
    const other = pick(others, `${at}/function/${seed}`);
    const target = other && pick(statementsOf(source.map, other), `${at}/statement/${seed}`);
    if (target !== undefined) yield target;
  }
}

const ofSameFunction: Targets = (source, anchor, seed) => {
  const own = functionOf(source, anchor);
  const statements = own === undefined ? [] : statementsOf(source.map, own);
  return shuffled(
    statements.filter(({ span }) => linesBetween(source, span, anchor.construct.span) >= 8),
    seed,
  );
};

const beside =
  (distance: 1 | -1): Targets =>
  (source, anchor) => {
    const [member] = membersAround(source, anchor);
    const sibling = member && siblingOf(source.map, member, distance);
    return sibling === undefined ? [] : [sibling];
  };

const ofSameMatch: Targets = (source, anchor, seed) => {
  const arm = membersAround(source, anchor).find(({ role }) => role === "arm");
  return shuffled(
    source.map.members.filter((other) => other.list === arm?.list && other.at !== arm.at),
    seed,
  );
};

/** In the function nearby that speaks of the same things most, the place that is most like the construct. */
const ofLikeNeighbour: Targets = (source, anchor) => {
  const { map } = source;
  const unit = unitOf(source, anchor);
  const [other] = byLikeness(neighboursOf(map, unit, 3), ({ span }) => map.wordsOf(span), map.wordsOf(unit));
  if (other === undefined) return [];
  // What is true of a whole function is most likely mistaken for being true of another one.
  const places = isSame(unit, anchor.construct.span) ? map.members.filter(({ span }) => isSame(span, other.span)) : [];
  return byLikeness([...places, ...statementsOf(map, other)], ({ span }) => map.wordsOf(span), map.wordsOf(anchor.construct.span));
};

function moving(id: string, targets: Targets, most: (draws: Draws) => number): Kind {
  return {
    id,
    mutants: ({ sources }, draws) =>
      [...sources.values()].flatMap((source) =>
        source.anchors.flatMap((anchor) => {
          const seed = `${draws.seed}/${id}/${source.path}/${anchor.names.join()}/${anchor.line}`;
          return movesTo(source, anchor, targets(source, anchor, seed), most(draws));
        }),
      ),
  };
}

const several = ({ perAnchor }: Draws): number => perAnchor;
const one = (): number => 1;

/** An anchor stands elsewhere in its file. */
export const moves: readonly Kind[] = [
  moving("other-function", ofOtherFunctions, several),
  moving("same-function", ofSameFunction, several),
  moving("adjacent-before", beside(-1), one),
  moving("adjacent-after", beside(1), one),
  moving("match-arm", ofSameMatch, several),
  moving("similar-neighbour", ofLikeNeighbour, one),
];
