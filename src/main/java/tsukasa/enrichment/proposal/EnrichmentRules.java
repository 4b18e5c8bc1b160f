package tsukasa.enrichment.proposal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tsukasa.enrichment.Enrichment;
import tsukasa.enrichment.Enrichment.Affected;
import tsukasa.enrichment.Enrichment.Link;
import tsukasa.enrichment.Enrichment.Status;
import tsukasa.enrichment.Enrichments;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Fault;
import tsukasa.scoring.CvssReader;
import tsukasa.scoring.CvssReading;
import tsukasa.scoring.CvssVersion;
import tsukasa.vulnerability.Entry;
import tsukasa.vulnerability.Feed;
import tsukasa.vulnerability.SourceRecord;
import tsukasa.vulnerability.Weaknesses;

/// What an addition may say.
@Component
class EnrichmentRules implements Enrichments {
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_URL = 2_000;
    private static final int MOST_PRODUCTS = 120;
    private static final int MOST = 60;
    private final CvssReader vectors;
    private final Weaknesses weaknesses;
    private final AffectedRules products;

    EnrichmentRules(CvssReader vectors, Weaknesses weaknesses, AffectedRules products) {
        this.vectors = vectors;
        this.weaknesses = weaknesses;
        this.products = products;
    }

    @Override
    public Entry told(Entry entry, Enrichment ours) {
        List<SourceRecord> others = entry.records().stream()
                .filter(said -> said.feed() != Feed.ANALYST)
                .toList();
        String key = entry.id().toString();
        return new Entry(
                entry.id(),
                entry.aliases(),
                ours.isEmpty()
                        ? others
                        : Stream.concat(Stream.of(AnalystWords.record(key, ours)), others.stream())
                                .toList());
    }

    @Override
    public Checked check(Enrichment typed) {
        List<Fault> faults = new ArrayList<>();
        limit(faults, "titleJa", typed.titleJa(), LONGEST_TITLE, false);
        limit(faults, "titleEn", typed.titleEn(), LONGEST_TITLE, false);
        limit(faults, "overviewJa", typed.overviewJa(), LONGEST_TEXT, true);
        limit(faults, "overviewEn", typed.overviewEn(), LONGEST_TEXT, true);
        limit(faults, "impactJa", typed.impactJa(), LONGEST_TEXT, true);
        limit(faults, "impactEn", typed.impactEn(), LONGEST_TEXT, true);
        limit(faults, "solutionJa", typed.solutionJa(), LONGEST_TEXT, true);
        limit(faults, "solutionEn", typed.solutionEn(), LONGEST_TEXT, true);
        Enrichment read = new Enrichment(
                typed.titleJa(),
                typed.titleEn(),
                typed.overviewJa(),
                typed.overviewEn(),
                typed.impactJa(),
                typed.impactEn(),
                typed.solutionJa(),
                typed.solutionEn(),
                affected(faults, typed.products()),
                vectors(faults, typed.vectors()),
                cwes(faults, typed.cwes()),
                links(faults, typed.references()));
        return new Checked(read, faults);
    }

    private List<Affected> affected(List<Fault> faults, List<Affected> typed) {
        if (typed.size() > MOST_PRODUCTS) {
            faults.add(Fault.of(
                    "product-0",
                    "製品は" + MOST_PRODUCTS + "行までです。",
                    "There can be " + MOST_PRODUCTS + " lines of products."));
            return typed;
        }
        List<Affected> lines = new ArrayList<>();
        Map<List<Object>, Status> seen = new HashMap<>();
        for (int i = 0; i < typed.size(); i++) {
            Affected line = products.read(typed.get(i), "product-" + i, faults);
            Status above = seen.put(stretch(line), line.status());
            if (above != null) {
                faults.add(
                        above == line.status()
                                ? Fault.of(
                                        "product-" + i,
                                        "同じ製品と範囲が、上の行にもあります。一方を消してください。",
                                        "The same product and range stands above. Remove one.")
                                : Fault.of(
                                        "product-" + i,
                                        "同じ製品と範囲について、上の行と違うことを述べています。一方を消してください。",
                                        "This says something else of the same product and range than a line above. Remove one."));
            }
            lines.add(line);
        }
        return lines;
    }

    private static List<Object> stretch(Affected line) {
        return List.of(line.name(), line.from(), line.fromOpen(), line.until(), line.untilOpen(), line.platforms());
    }

    private List<String> vectors(List<Fault> faults, List<String> typed) {
        List<String> read = new ArrayList<>();
        Set<CvssVersion> versions = new HashSet<>();
        for (String vector : typed) {
            switch (vectors.read(vector)) {
                case CvssReading.Read(var known, var _) -> {
                    read.add(known.text());
                    if (!versions.add(known.version())) {
                        faults.add(Fault.of(
                                field(known.version()),
                                "CVSS " + known.version().number() + " のベクトルは一つだけにしてください。",
                                "Give one vector of CVSS " + known.version().number() + " only."));
                    }
                }
                case CvssReading.Refused(Text why, int at, String _) -> {
                    read.add(vector);
                    String place = at > 0 ? "（" + at + "文字目）" : "";
                    String placeEn = at > 0 ? " (At character " + at + ".)" : "";
                    faults.add(Fault.of(field(likely(vector)), why.ja() + place, why.en() + placeEn));
                }
            }
        }
        return read;
    }

    private static CvssVersion likely(String vector) {
        return Stream.of(CvssVersion.values())
                .filter(version -> !version.prefix().isEmpty() && vector.strip().startsWith(version.prefix()))
                .findFirst()
                .orElse(CvssVersion.V2_0);
    }

    static String field(CvssVersion version) {
        return "cvss-" + version.number().replace(".", "");
    }

    private List<String> cwes(List<Fault> faults, List<String> typed) {
        Set<String> read = new LinkedHashSet<>();
        for (String each : typed) {
            String cwe = each.strip().toUpperCase(Locale.ROOT);
            String written = cwe.matches("[0-9]{1,5}") ? "CWE-" + cwe : cwe;
            if (weaknesses.find(written).isEmpty()) {
                String shown = written.length() > 40 ? written.substring(0, 40) : written;
                faults.add(Fault.of(
                        "cwes",
                        "「" + shown + "」は、登録されている弱点の種類ではありません。CWE-79 のように書いてください。",
                        "“" + shown + "” is no kind of weakness that we know. Write it like CWE-79."));
            }
            read.add(written);
        }
        if (read.size() > MOST) {
            faults.add(Fault.of("cwes", "弱点の種類が多すぎます。", "There are too many kinds of weakness."));
        }
        return List.copyOf(read);
    }

    private static List<Link> links(List<Fault> faults, List<Link> typed) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < typed.size(); i++) {
            Link link = typed.get(i);
            if (!address(link.url())) {
                faults.add(Fault.of(
                        "reference-" + i,
                        "参考情報のアドレスは、https:// か http:// で始まる" + LONGEST_URL + "字以内のものにしてください。",
                        "The address of a reference begins with https:// or http:// and has at most " + LONGEST_URL
                                + " characters."));
            } else if (!seen.add(link.url())) {
                faults.add(Fault.of("reference-" + i, "同じアドレスが、上の行にもあります。", "The same address stands above already."));
            }
            limit(faults, "reference-" + i, link.name(), LONGEST_TITLE, false);
            limit(faults, "reference-" + i, link.tag(), MOST, false);
        }
        if (typed.size() > MOST) {
            faults.add(Fault.of("reference-0", "参考情報は" + MOST + "件までです。", "There can be " + MOST + " references."));
        }
        return typed;
    }

    private static boolean address(String url) {
        if (url.length() > LONGEST_URL || !url.startsWith("https://") && !url.startsWith("http://")) {
            return false;
        }
        try {
            String host = new URI(url).getHost();
            return host != null && !host.isEmpty();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static void limit(List<Fault> faults, String field, String text, int longest, boolean lines) {
        boolean odd = text.chars().anyMatch(c -> Character.isISOControl(c) && !(lines && (c == '\n' || c == '\t')));
        if (text.length() > longest || odd) {
            faults.add(Fault.of(
                    field,
                    longest + "字以内で、制御文字を使わずに書いてください。",
                    "Write at most " + longest + " characters, none of them a control character."));
        }
    }
}
