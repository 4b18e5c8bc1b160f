package tsukasa.exposure.checking;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.exposure.Bill;
import tsukasa.exposure.BillReader;
import tsukasa.exposure.Part;
import tsukasa.exposure.Statement;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Problem.Kind;
import tsukasa.kernel.Text;
import tsukasa.naming.CpeNames;
import tsukasa.naming.PackageUrls;
import tsukasa.vulnerability.Component;
import tsukasa.vulnerability.CveId;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.EntryId;
import tsukasa.vulnerability.Epss;
import tsukasa.vulnerability.Verdict;
import tsukasa.vulnerability.Verdict.Answer;
import tsukasa.vulnerability.Verdicts;

/// Checks a whole bill of materials. Parts with CPE names are asked about together, since each may be the platform of
/// another one; of the rest so many at a time that a million of them take little memory.
@Service
class Checker {
    private static final int TOGETHER = 10_000;
    private static final int MOST_TOGETHER = 50_000;
    static final int MOST_FINDINGS = 100_000;
    /// As many as can be watched in one list.
    private static final int MOST_PARTS = 10_000;

    static final int MOST_JUDGED = 3_000_000;
    private static final int MOST_LOOKED_UP = 2000;
    private final BillReader reader;
    private final Verdicts verdicts;
    private final Entries entries;
    private final PackageUrls urls;
    private final CpeNames cpes;
    private final Clock clock;

    Checker(BillReader reader, Verdicts verdicts, Entries entries, PackageUrls urls, CpeNames cpes, Clock clock) {
        this.reader = reader;
        this.verdicts = verdicts;
        this.entries = entries;
        this.urls = urls;
        this.cpes = cpes;
        this.clock = clock;
    }

    /// @param beside what other documents say of the products
    @Transactional(readOnly = true)
    public Checked check(Bill bill, List<Statement> beside) {
        Asking asking = new Asking();
        bill.parts().forEach(asking::part);
        asking.finish();
        Map<Long, EntryHead> heads = heads(asking.entries());
        Map<CveId, Epss> epss = epss(heads.values());
        List<Statement> said = new ArrayList<>(bill.statements());
        said.addAll(beside);
        Suppressions suppressions = new Suppressions(bill, said, urls, cpes);
        Map<Long, Set<String>> aliases = aliases(suppressions.numbers());
        List<Finding> findings = new ArrayList<>(asking.hits.size());
        for (Hit hit : asking.hits) {
            EntryHead head = heads.get(hit.verdict().entry());
            if (head != null) {
                Set<String> numbers = new HashSet<>(aliases.getOrDefault(head.id(), Set.of()));
                numbers.add(head.number().toString());
                head.ofCve().ifPresent(cve -> numbers.add(cve.toString()));
                findings.add(new Finding(
                        hit.part(),
                        hit.verdict(),
                        head,
                        head.cve() == null ? null : epss.get(head.cve()),
                        said.isEmpty() ? null : suppressions.about(hit.part(), numbers)));
            }
        }
        return new Checked(
                brief(bill),
                clock.instant(),
                bill.parts().size(),
                (int) bill.parts().stream().filter(Checker::named).count(),
                asking.known,
                Order.gravest(findings),
                asking.ruledOut,
                asking.more,
                said.size(),
                suppressions.fitting(),
                asking.unmatched);
    }

    private static boolean named(Part part) {
        return part.purl() != null || !part.cpes().isEmpty();
    }

    private static Bill brief(Bill bill) {
        return new Bill(
                bill.format(),
                bill.serial(),
                bill.revision(),
                bill.name(),
                bill.subject(),
                bill.parts().stream().filter(Checker::named).limit(MOST_PARTS).toList(),
                List.of(),
                bill.remarks(),
                bill.remarked());
    }

    private Map<Long, EntryHead> heads(Collection<Long> ids) {
        Map<Long, EntryHead> heads = new HashMap<>();
        entries.heads(ids).forEach(head -> heads.put(head.id(), head));
        return heads;
    }

    private Map<CveId, Epss> epss(Collection<EntryHead> heads) {
        Set<CveId> asked = new HashSet<>();
        heads.forEach(head -> head.ofCve().ifPresent(asked::add));
        return entries.epss(asked);
    }

    /// Which entries are meant by numbers that are neither CVE nor ours, such as those of GitHub.
    private Map<Long, Set<String>> aliases(Set<String> numbers) {
        Map<Long, Set<String>> aliases = new HashMap<>();
        numbers.stream()
                .filter(number ->
                        CveId.read(number).isEmpty() && EntryId.read(number).isEmpty())
                .limit(MOST_LOOKED_UP)
                .forEach(number -> entries.known(number)
                        .forEach(head -> aliases.computeIfAbsent(head.id(), _ -> new HashSet<>())
                                .add(number)));
        return aliases;
    }

    private static Problem tooMuch() {
        return new Problem(
                Kind.TOO_LARGE,
                Text.of(
                        "構成要素に関わる脆弱性の情報が多すぎて、一度には確かめられません（300万件まで）。",
                        "The database says too much of these components to check them at once (3 million facts at most)."),
                Text.of(
                        "SBOM を製品ごとに分けて送ってください。同じ構成要素を繰り返していないかも確かめてください。",
                        "Split the SBOM by product, and see whether it repeats components."));
    }

    private record Hit(Part part, Verdict verdict) {}

    /// What is asked about, and what was answered so far.
    private final class Asking {
        private final Waiting together = new Waiting();
        private final Waiting apart = new Waiting();
        private final List<Hit> hits = new ArrayList<>();
        private final Unmatched unmatched = new Unmatched();
        private int known;
        private int judged;
        private long ruledOut;
        private long more;

        void part(Part part) {
            List<Component> components = reader.components(part);
            if (components.isEmpty()) {
                unmatched.add(named(part) ? Unmatched.Reason.UNREADABLE : Unmatched.Reason.UNNAMED, part);
                return;
            }
            boolean alone = components.stream().noneMatch(Component.ByCpe.class::isInstance);
            Waiting waiting = alone ? apart : together;
            waiting.add(part, components);
            if (waiting.components.size() >= (alone ? TOGETHER : MOST_TOGETHER)) {
                ask(waiting);
            }
        }

        void finish() {
            if (together.components.size() + apart.components.size() <= MOST_TOGETHER) {
                apart.into(together);
            }
            ask(apart);
            ask(together);
        }

        private void ask(Waiting waiting) {
            if (waiting.components.isEmpty()) {
                return;
            }
            Gathered gathered = new Gathered(waiting);
            verdicts.check(waiting.components, gathered::take);
            gathered.upTo(waiting.parts.size());
            waiting.clear();
        }

        /// Verdicts come component by component, and a part's components lie side by side: it is done with when the
        /// next
        /// one is told of.
        private final class Gathered {
            private final Waiting waiting;
            private final Map<Long, Verdict> its = new LinkedHashMap<>();
            private int part;

            Gathered(Waiting waiting) {
                this.waiting = waiting;
            }

            void take(Verdict verdict) {
                if (++judged > MOST_JUDGED) {
                    throw tooMuch();
                }
                upTo(waiting.owners.get(verdict.component()));
                its.merge(verdict.entry(), verdict, Asking::graver);
            }

            void upTo(int next) {
                for (; part < next; part++) {
                    if (its.isEmpty()) {
                        unmatched.add(Unmatched.Reason.UNKNOWN, waiting.parts.get(part));
                    } else {
                        known++;
                        Asking.this.take(waiting.parts.get(part), its.values());
                        its.clear();
                    }
                }
            }
        }

        /// A part that has several names is concerned if one of them is.
        private static Verdict graver(Verdict one, Verdict other) {
            return rank(other.answer()) < rank(one.answer()) ? other : one;
        }

        private static int rank(Answer answer) {
            return switch (answer) {
                case AFFECTED -> 0;
                case POSSIBLY -> 1;
                case NOT_AFFECTED -> 2;
            };
        }

        private void take(Part part, Collection<Verdict> told) {
            for (Verdict verdict : told) {
                if (verdict.answer() == Answer.NOT_AFFECTED) {
                    ruledOut++;
                } else if (hits.size() < MOST_FINDINGS) {
                    hits.add(new Hit(part, verdict));
                } else {
                    more++;
                }
            }
        }

        Set<Long> entries() {
            Set<Long> ids = new LinkedHashSet<>();
            hits.forEach(hit -> ids.add(hit.verdict().entry()));
            return ids;
        }
    }

    /// Parts that wait to be asked about, and which of them each component names.
    private static final class Waiting {
        private final List<Part> parts = new ArrayList<>();
        private final List<Component> components = new ArrayList<>();
        private final List<Integer> owners = new ArrayList<>();

        void add(Part part, List<Component> its) {
            its.forEach(_ -> owners.add(parts.size()));
            parts.add(part);
            components.addAll(its);
        }

        void into(Waiting other) {
            int before = other.parts.size();
            other.parts.addAll(parts);
            other.components.addAll(components);
            owners.forEach(owner -> other.owners.add(before + owner));
            clear();
        }

        void clear() {
            parts.clear();
            components.clear();
            owners.clear();
        }
    }
}
