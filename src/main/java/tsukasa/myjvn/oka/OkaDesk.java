package tsukasa.myjvn.oka;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.advisories.Told;
import tsukasa.kernel.page.Writing;
import tsukasa.myjvn.oka.OkaDocuments.Outcome;
import tsukasa.myjvn.oka.OkaNames.Named;
import tsukasa.myjvn.oka.OkaRefused.Why;
import tsukasa.naming.CpeNames;
import tsukasa.naming.CpeReading;
import tsukasa.scoring.Severity;
import tsukasa.vulnerability.Component.ByCpe;
import tsukasa.vulnerability.Drafting;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.Entries.Listed;
import tsukasa.vulnerability.Entry;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.EntryId;
import tsukasa.vulnerability.Products;
import tsukasa.vulnerability.Products.Product;
import tsukasa.vulnerability.Products.Vendor;
import tsukasa.vulnerability.Selection;
import tsukasa.vulnerability.Selections;
import tsukasa.vulnerability.Verdict.Answer;
import tsukasa.vulnerability.Verdicts;

/// Answers the methods of feed OKA.
@Component
class OkaDesk {
    private static final int MOST_ENTRIES = 50;
    private static final int MOST_NAMES = 10_000;
    private static final int MOST_FOUND = 50_000;
    private static final List<String> CVSS = List.of(
            "cvssV2Severity", "cvssV3Severity", "cvssV4Severity", "cvssV2Metrics", "cvssV3Metrics", "cvssV4Metrics");
    private final Selections catalogue;
    private final Entries entries;
    private final Verdicts verdicts;
    private final CpeNames cpes;
    private final OkaNames names;
    private final OkaDocuments documents;
    private final OkaStatistics statistics;
    private final Drafting drafting;
    private final Clock clock;

    OkaDesk(
            Selections catalogue,
            Entries entries,
            Verdicts verdicts,
            CpeNames cpes,
            OkaNames names,
            OkaDocuments documents,
            OkaStatistics statistics,
            Drafting drafting,
            Clock clock) {
        this.catalogue = catalogue;
        this.entries = entries;
        this.verdicts = verdicts;
        this.cpes = cpes;
        this.names = names;
        this.documents = documents;
        this.statistics = statistics;
        this.drafting = drafting;
        this.clock = clock;
    }

    /// What every answer depends on besides the question.
    String state() {
        return entries.mark() + "-" + LocalDate.ofInstant(clock.instant(), Writing.JAPAN);
    }

    byte[] answer(OkaAsked asked) {
        try {
            String method = asked.text("method").orElseThrow(() -> new OkaRefused(Why.METHOD_MISSING, ""));
            return switch (method) {
                case "getVulnOverviewList" -> overview(asked);
                case "getVulnDetailInfo" -> detail(asked);
                case "getVendorList" -> vendors(asked);
                case "getProductList" -> products(asked);
                case "getStatistics" -> statistics.answer(asked, LocalDate.ofInstant(clock.instant(), Writing.JAPAN));
                default -> throw new OkaRefused(Why.METHOD_UNKNOWN, "");
            };
        } catch (OkaRefused refused) {
            String method = asked.values().getOrDefault("method", "");
            return documents.refusal(new Outcome(asked.echo(), method, asked.refusing(), 0, 0, 0, 0, refused));
        }
    }

    private byte[] overview(OkaAsked asked) {
        List<String> scored =
                CVSS.stream().filter(name -> asked.text(name).isPresent()).toList();
        if (scored.size() > 1) {
            throw new OkaRefused(Why.TOGETHER, scored.get(1));
        }
        Stream.of("cvssV2Metrics", "cvssV3Metrics", "cvssV4Metrics", "versionStart", "versionEnd")
                .filter(name -> asked.text(name).isPresent())
                .findFirst()
                .ifPresent(name -> {
                    throw new OkaRefused(Why.NOT_OFFERED, name);
                });
        int first = asked.number("startItem", Integer.MAX_VALUE, 1);
        int size = asked.number("maxCountItem", MOST_ENTRIES, MOST_ENTRIES);
        Listed listed = catalogue.latest(question(asked), first - 1L, size);
        List<Told> told = told(listed.heads());
        return documents.overview(
                told, outcome(asked, "getVulnOverviewList", MOST_ENTRIES, listed.total(), told.size(), first));
    }

    private Selection question(OkaAsked asked) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Writing.JAPAN);
        @Nullable Severity v2 = asked.severity("cvssV2Severity");
        @Nullable Severity v3 = asked.severity("cvssV3Severity");
        @Nullable Severity v4 = asked.severity("cvssV4Severity");
        Set<Long> concerned = concerned(asked);
        return new Selection(
                concerned,
                numbers(asked),
                false,
                false,
                v2,
                v3,
                v4,
                null,
                null,
                false,
                false,
                asked.span("public"),
                asked.modified(today),
                null,
                null,
                concerned == null ? names.about(asked) : null,
                asked.span("created"),
                null);
    }

    /// By version, where one is told; null where none is.
    private @Nullable Set<Long> concerned(OkaAsked asked) {
        String version = asked.text("version").orElse(null);
        String type = asked.text("versionType").orElse("equal");
        if (version == null && type.equals("equal")) {
            return null;
        }
        if (!type.equals("equal")) {
            throw new OkaRefused(Set.of("no", "all").contains(type) ? Why.NOT_OFFERED : Why.WORD, "versionType");
        }
        Named named = OkaNames.named(asked, "productName");
        Set<Long> found = new HashSet<>();
        for (String part : named.part().equals("*") ? List.of("a", "o", "h") : List.of(named.part())) {
            String cpe = "cpe:2.3:" + part + ":" + named.vendor() + ":" + named.product() + ":"
                    + OkaNames.formatted(String.valueOf(version), "version") + ":*:*:*:*:*:*:*";
            if (!(cpes.read(cpe) instanceof CpeReading.Read read)) {
                throw new OkaRefused(Why.NAME, "version");
            }
            verdicts.check(List.of(new ByCpe(read.name())), verdict -> {
                if (verdict.answer() != Answer.NOT_AFFECTED) {
                    found.add(verdict.entry());
                }
            });
        }
        return found;
    }

    private @Nullable Set<EntryId> numbers(OkaAsked asked) {
        String keyword = asked.text("keyword").orElse(null);
        return keyword == null
                ? null
                : catalogue
                        .having(keyword, false, MOST_FOUND)
                        .orElseThrow(() -> new OkaRefused(Why.OUTSIDE, "keyword"));
    }

    private List<Told> told(List<EntryHead> heads) {
        Map<EntryId, Entry> whole = new HashMap<>();
        entries.read(heads.stream().map(EntryHead::id).toList()).forEach(entry -> whole.put(entry.id(), entry));
        List<Told> told = new ArrayList<>(heads.size());
        for (EntryHead head : heads) {
            Entry entry = whole.get(head.number());
            if (entry != null) {
                told.add(new Told(head, entry, drafting));
            }
        }
        return told;
    }

    /// One at a time: several are for the format of STIX, which is not offered.
    private byte[] detail(OkaAsked asked) {
        String form = asked.text("ft").orElse("jvncsaf");
        if (!form.equals("jvncsaf")) {
            throw new OkaRefused(form.equals("jvnstix") ? Why.NOT_OFFERED : Why.WORD, "ft");
        }
        String number = asked.text("vulnId").orElseThrow(() -> new OkaRefused(Why.MISSING, "vulnId"));
        EntryId id = EntryId.read(number).orElseThrow(() -> new OkaRefused(Why.WORD, "vulnId"));
        Told told = entries.known(id.toString()).stream()
                .filter(head -> head.number().equals(id))
                .findFirst()
                .flatMap(head -> told(List.of(head)).stream().findFirst())
                .orElseThrow(() -> new OkaRefused(Why.UNKNOWN, "vulnId"));
        return catalogue
                .revision(id)
                .map(revision -> documents.detail(told, revision, outcome(asked, "getVulnDetailInfo", 1, 1, 1, 1)))
                .orElseThrow(() -> new OkaRefused(Why.UNKNOWN, "vulnId"));
    }

    private byte[] vendors(OkaAsked asked) {
        int first = asked.number("startItem", Integer.MAX_VALUE, 1);
        int size = asked.number("maxCountItem", MOST_NAMES, MOST_NAMES);
        Products.Listed<Vendor> found = names.vendors(asked, first - 1L, size);
        return documents.vendors(
                found.items(),
                outcome(
                        asked,
                        "getVendorList",
                        MOST_NAMES,
                        found.total(),
                        found.items().size(),
                        first));
    }

    private byte[] products(OkaAsked asked) {
        int first = asked.number("startItem", Integer.MAX_VALUE, 1);
        int size = asked.number("maxCountItem", MOST_NAMES, MOST_NAMES);
        Products.Listed<Product> found = names.products(asked, first - 1L, size);
        return documents.products(
                found.items(),
                outcome(
                        asked,
                        "getProductList",
                        MOST_NAMES,
                        found.total(),
                        found.items().size(),
                        first));
    }

    private static Outcome outcome(OkaAsked asked, String method, int most, long total, int answered, long first) {
        return new Outcome(asked.echo(), method, asked.language(), most, total, answered, first, null);
    }
}
