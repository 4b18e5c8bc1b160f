package tsukasa.myjvn.hnd;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.scoring.CvssReader;
import tsukasa.scoring.CvssReading;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.Entries.Listed;
import tsukasa.vulnerability.EntryId;
import tsukasa.vulnerability.EntryLists;
import tsukasa.vulnerability.EntryLists.Narrowing;
import tsukasa.vulnerability.EntryLists.Vector;
import tsukasa.vulnerability.EntryQuestion;
import tsukasa.vulnerability.WordSearch;

@Component
class OverviewMethod implements Method {
    private static final List<String> BASE = List.of("AV", "AC", "PR", "UI", "S", "C", "I", "A");
    private final Entries entries;
    private final ProductsAsked products;
    private final VersionsAsked versions;
    private final OverviewDocument document;
    private final EntryLists lists;
    private final WordSearch words;
    private final CvssReader cvss;

    OverviewMethod(
            Entries entries,
            EntryLists lists,
            WordSearch words,
            ProductsAsked products,
            VersionsAsked versions,
            OverviewDocument document,
            CvssReader cvss) {
        this.entries = entries;
        this.lists = lists;
        this.words = words;
        this.cvss = cvss;
        this.products = products;
        this.versions = versions;
        this.document = document;
    }

    @Override
    public String name() {
        return "getVulnOverviewList";
    }

    @Override
    public Set<String> parameters() {
        return OverviewAsked.PARAMETERS;
    }

    @Override
    public Question read(Asked sent, LocalDate today) {
        Asked asked = sent.only(parameters());
        OverviewAsked question = OverviewAsked.of(asked, today);
        Optional<Vector> vector = asked.text("vector").map(this::vector);
        return new Question() {
            @Override
            public byte[] answer(Map<String, String> echo) {
                return OverviewMethod.this.answer(asked, question, vector.orElse(null), echo);
            }

            @Override
            public long mark() {
                return question.keyword() == null ? 0 : words.mark();
            }

            @Override
            public boolean alone() {
                return question.keyword() == null;
            }
        };
    }

    /// One of version 3, complete.
    private Vector vector(String written) {
        if (written.startsWith("CVSS:3.") && cvss.read(written) instanceof CvssReading.Read read) {
            String metrics = BASE.stream()
                    .map(metric -> metric + ":" + read.vector().value(metric).orElseThrow())
                    .collect(Collectors.joining("/"));
            return new Vector(metrics, read.scores().base().tenths());
        }
        throw new Refused(Fault.WORD, "vector");
    }

    private byte[] answer(Asked asked, OverviewAsked asks, @Nullable Vector vector, Map<String, String> echo) {
        Optional<Set<EntryId>> exact = versions.of(asked);
        Optional<Set<Long>> about = products.of(exact.isPresent() ? asked.without("cpeName") : asked);
        Listed listed = about.isPresent() && about.get().isEmpty()
                ? new Listed(List.of(), 0)
                : list(asks, about.orElse(Set.of()), exact, vector);
        List<Item> items = Item.of(listed.heads(), entries, Map.of());
        Outcome outcome = new Outcome(
                echo, asks.language(), OverviewAsked.MOST, listed.total(), items.size(), asks.first(), null);
        return items.isEmpty() ? outcome.alone() : document.write(items, outcome);
    }

    private Listed list(OverviewAsked asks, Set<Long> products, Optional<Set<EntryId>> exact, @Nullable Vector vector) {
        EntryQuestion question = asks.about(products);
        String keyword = asks.keyword();
        if (keyword == null && vector == null && exact.isEmpty() && asks.severity() == null) {
            return entries.list(question);
        }
        Optional<Set<EntryId>> having = Optional.ofNullable(keyword)
                .map(word -> words.find(word, Set.of(), question.published(), question.updated()));
        Optional<Set<EntryId>> numbers = Stream.of(having, exact)
                .flatMap(Optional::stream)
                .reduce((one, other) -> one.stream().filter(other::contains).collect(Collectors.toSet()));
        return lists.list(question, new Narrowing(numbers.orElse(null), vector, asks.severity()));
    }
}
