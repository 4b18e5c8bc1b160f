package tsukasa.myjvn.hnd;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tsukasa.naming.CpeName;
import tsukasa.naming.CpeNames;
import tsukasa.naming.CpeReading;
import tsukasa.naming.CpeValue;
import tsukasa.vulnerability.Component;
import tsukasa.vulnerability.Component.ByCpe;
import tsukasa.vulnerability.Component.ByProduct;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.EntryId;
import tsukasa.vulnerability.EntryQuestion;
import tsukasa.vulnerability.Verdict.Answer;
import tsukasa.vulnerability.Verdicts;

/// Which entries a question is about by the versions within its CPE names, decided as everywhere in this database.
@org.springframework.stereotype.Component
class VersionsAsked {
    private static final int VERSION = 4;
    private static final int MOST_PRODUCTS = 1_000;
    private final ProductsAsked asked;
    private final Entries entries;
    private final Verdicts verdicts;
    private final CpeNames names;

    VersionsAsked(ProductsAsked asked, Entries entries, Verdicts verdicts, CpeNames names) {
        this.asked = asked;
        this.entries = entries;
        this.verdicts = verdicts;
        this.names = names;
    }

    /// Nothing where no name tells a version.
    Optional<Set<EntryId>> of(Asked question) {
        List<String> all = question.text("cpeName")
                .map(joined -> Joined.pieces(joined, "cpeName"))
                .orElse(List.of());
        if (all.stream().allMatch(name -> version(name).isEmpty())) {
            return Optional.empty();
        }
        Set<EntryId> found = new HashSet<>();
        for (String name : all) {
            Set<Long> meant = asked.ofName(name);
            version(name).ifPresentOrElse(version -> affected(name, version, meant, found), () -> all(meant, found));
        }
        return Optional.of(found);
    }

    /// One version, not a pattern of some.
    private static Optional<String> version(String name) {
        String[] parts = name.split(":", -1);
        return Optional.of(parts.length > VERSION ? parts[VERSION] : "")
                .filter(version -> !version.isEmpty())
                .filter(version -> !version.contains("*") && !version.contains("?"))
                .filter(version -> !version.contains("%01") && !version.contains("%02"));
    }

    private void affected(String name, String version, Set<Long> meant, Set<EntryId> found) {
        verdicts.check(components(name, version, meant), verdict -> {
            if (verdict.answer() != Answer.NOT_AFFECTED) {
                found.add(verdict.number());
            }
        });
    }

    /// A name that leaves open which product it means stands for each that it fits.
    private List<Component> components(String name, String version, Set<Long> meant) {
        if (names.read(name) instanceof CpeReading.Read(CpeName cpe, var _)
                && one(cpe.vendor())
                && one(cpe.product())) {
            return List.of(new ByCpe(cpe));
        }
        if (meant.size() > MOST_PRODUCTS) {
            throw new Refused(Fault.TOO_MANY, "cpeName");
        }
        String written = ProductsAsked.decoded(version);
        List<Component> each = new ArrayList<>();
        meant.forEach(product -> each.add(new ByProduct(product, written)));
        return each;
    }

    private static boolean one(CpeValue value) {
        return value instanceof CpeValue.Words words && !words.wild();
    }

    private void all(Set<Long> meant, Set<EntryId> found) {
        if (!meant.isEmpty()) {
            entries.list(EntryQuestion.ALL.of(meant).page(0, Integer.MAX_VALUE))
                    .heads()
                    .forEach(head -> found.add(head.number()));
        }
    }
}
