package tsukasa.watching.keeping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tsukasa.vulnerability.ChangedEntries;
import tsukasa.vulnerability.ChangedEntries.Question;
import tsukasa.vulnerability.Component;
import tsukasa.vulnerability.Verdict;
import tsukasa.vulnerability.Verdict.Answer;
import tsukasa.vulnerability.Verdicts;

/// Has judged what lists hold. What items of many lists are called is asked once.
@org.springframework.stereotype.Component
class Judging {
    private static final int AT_ONCE = 5_000;
    private final ChangedEntries changed;
    private final Verdicts verdicts;
    private final Names names;

    Judging(ChangedEntries changed, Verdicts verdicts, Names names) {
        this.changed = changed;
        this.verdicts = verdicts;
        this.names = names;
    }

    /// By digest of names and by entry, what is said of it as if nothing else were there; both answers.
    Map<String, Map<Long, Verdict>> alone(List<Named> named, Set<Long> entries) {
        Map<String, Map<Long, Verdict>> told = new HashMap<>();
        for (int from = 0; from < named.size(); from += AT_ONCE) {
            List<Named> some = named.subList(from, Math.min(named.size(), from + AT_ONCE));
            changed.judge(
                    some.stream()
                            .map(each -> Question.alone(names.components(each.names())))
                            .toList(),
                    entries,
                    (verdict, question) -> told.computeIfAbsent(
                                    some.get(question).digest(), _ -> new HashMap<>())
                            .merge(verdict.entry(), verdict, Judging::graver));
        }
        return told;
    }

    /// An item that has several names is concerned if one of them is.
    static Verdict graver(Verdict one, Verdict other) {
        return rank(other.answer()) < rank(one.answer()) ? other : one;
    }

    private static int rank(Answer answer) {
        return switch (answer) {
            case AFFECTED -> 0;
            case POSSIBLY -> 1;
            case NOT_AFFECTED -> 2;
        };
    }

    /// Takes all that is said of an item, by entry.
    interface Taker {
        /// @param place of the item, from 0; each is told at most once, in their order
        void take(int place, Map<Long, Verdict> verdicts);
    }

    /// All that the database says of items that lie side by side, item by item: of popular products it is very much.
    void whole(List<Watched> watched, Taker taker) {
        List<Component> question = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < watched.size(); place++) {
            for (Component component : names.components(watched.get(place).names())) {
                question.add(component);
                places.add(place);
            }
        }
        Gathering gathering = new Gathering(taker);
        verdicts.check(question, verdict -> gathering.add(places.get(verdict.component()), verdict));
        gathering.end();
    }

    private static final class Gathering {
        private final Taker taker;
        private int place = -1;
        private Map<Long, Verdict> its = new HashMap<>();

        Gathering(Taker taker) {
            this.taker = taker;
        }

        void add(int of, Verdict verdict) {
            if (of != place) {
                end();
                place = of;
            }
            its.merge(verdict.entry(), verdict, Judging::graver);
        }

        void end() {
            if (!its.isEmpty()) {
                taker.take(place, its);
                its = new HashMap<>();
            }
        }
    }

    /// The names of the products that an item means, as changes tell them.
    Set<String> productNames(Collection<String> of) {
        Set<String> all = new LinkedHashSet<>();
        names.components(List.copyOf(of)).forEach(component -> all.addAll(changed.names(component)));
        return all;
    }
}
