package tsukasa.advisories.nvd;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tsukasa.scoring.Severity;
import tsukasa.vulnerability.CveId;
import tsukasa.vulnerability.EntryQuestion.Span;
import tsukasa.vulnerability.VectorPart;

/// What the API of NVD is asked. Names and values are told apart by case, as there.
///
/// @param cwe empty for entries without a kind of weakness
record NvdAsked(
        @Nullable CveId cve,
        @Nullable String cpeName,
        boolean vulnerable,
        @Nullable String keyword,
        boolean exact,
        @Nullable Severity v2,
        @Nullable Severity v3,
        @Nullable Severity v4,
        @Nullable VectorPart vector,
        @Nullable String cwe,
        boolean exploited,
        boolean withoutRejected,
        Span published,
        Span updated,
        int size,
        long from) {
    static final int MOST = 2000;
    private static final Duration LONGEST = Duration.ofDays(120);
    private static final int LONGEST_VALUE = 1000;
    private static final Set<String> KNOWN = Set.of(
            "cveId",
            "cpeName",
            "isVulnerable",
            "keywordSearch",
            "keywordExactMatch",
            "cvssV2Severity",
            "cvssV3Severity",
            "cvssV4Severity",
            "cvssV2Metrics",
            "cvssV3Metrics",
            "cvssV4Metrics",
            "cweId",
            "hasKev",
            "noRejected",
            "pubStartDate",
            "pubEndDate",
            "lastModStartDate",
            "lastModEndDate",
            "resultsPerPage",
            "startIndex");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern CWE = Pattern.compile("CWE-[1-9][0-9]{0,5}");
    private static final Pattern YEAR = Pattern.compile("[12][0-9]{3}-");
    private static final List<String> NO_CWE = List.of("NVD-CWE-noinfo", "NVD-CWE-Other");

    static NvdAsked of(Map<String, String[]> sent) {
        Map<String, String> first = new TreeMap<>();
        sent.forEach((name, values) -> first.put(name, values.length == 0 || values[0] == null ? "" : values[0]));
        check(first);
        Parameters asked = new Parameters(first);
        boolean vulnerable = asked.flag("isVulnerable");
        boolean exact = asked.flag("keywordExactMatch");
        Optional<String> cpe = asked.text("cpeName");
        Optional<String> keyword = asked.text("keywordSearch");
        if (vulnerable && cpe.isEmpty()) {
            throw new NvdRefusal("The isVulnerable parameter requires the cpeName parameter.");
        }
        if (exact && keyword.isEmpty()) {
            throw new NvdRefusal("The keywordExactMatch parameter requires the keywordSearch parameter.");
        }
        return new NvdAsked(
                asked.text("cveId")
                        .map(text -> CveId.read(text).orElseThrow(() -> NvdRefusal.invalid("cveId")))
                        .orElse(null),
                cpe.orElse(null),
                vulnerable,
                keyword.orElse(null),
                exact,
                asked.severity("cvssV2Severity", Severity.LOW, Severity.MEDIUM, Severity.HIGH),
                asked.severity("cvssV3Severity", Severity.values()),
                asked.severity("cvssV4Severity", Severity.values()),
                asked.vector(),
                asked.text("cweId").map(NvdAsked::cwe).orElse(null),
                asked.flag("hasKev"),
                asked.flag("noRejected"),
                asked.span("pub"),
                asked.span("lastMod"),
                asked.number("resultsPerPage", MOST, MOST),
                asked.number("startIndex", 0, Integer.MAX_VALUE));
    }

    private static void check(Map<String, String> sent) {
        sent.forEach((name, value) -> {
            if (!KNOWN.contains(name)) {
                throw new NvdRefusal("Unknown parameter: " + printable(name) + ".");
            }
            if (value.length() > LONGEST_VALUE || value.indexOf('\0') >= 0) {
                throw NvdRefusal.invalid(name);
            }
        });
    }

    /// Headers take no line breaks.
    private static String printable(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "?");
        return plain.substring(0, Math.min(40, plain.length()));
    }

    private static String cwe(String text) {
        if (NO_CWE.contains(text)) {
            return "";
        }
        if (!CWE.matcher(text).matches()) {
            throw NvdRefusal.invalid("cweId");
        }
        return text;
    }

    private record Parameters(Map<String, String> sent) {
        Optional<String> text(String name) {
            String value = sent.get(name);
            if (value != null && value.isBlank()) {
                throw NvdRefusal.invalid(name);
            }
            return Optional.ofNullable(value).map(String::strip);
        }

        /// Its presence says yes.
        boolean flag(String name) {
            return switch (sent.getOrDefault(name, "false")) {
                case "", "true" -> true;
                case "false" -> false;
                default -> throw NvdRefusal.invalid(name);
            };
        }

        @Nullable
        Severity severity(String name, Severity... known) {
            return text(name)
                    .map(text -> Arrays.stream(known)
                            .filter(severity -> severity.name().equals(text))
                            .findFirst()
                            .orElseThrow(() -> NvdRefusal.invalid(name)))
                    .orElse(null);
        }

        /// Of one version of CVSS; whole or in part.
        @Nullable
        VectorPart vector() {
            VectorPart vector = null;
            for (int version = 2; version <= 4; version++) {
                String name = "cvssV" + version + "Metrics";
                Optional<String> text = text(name);
                if (text.isPresent() && vector != null) {
                    throw new NvdRefusal("Metrics of only one version of CVSS may be asked for.");
                }
                if (text.isPresent()) {
                    vector = VectorPart.read(version, text.get()).orElseThrow(() -> NvdRefusal.invalid(name));
                }
            }
            return vector;
        }

        int number(String name, int otherwise, int most) {
            return text(name)
                    .map(text -> {
                        if (!NUMBER.matcher(text).matches() || Integer.parseInt(text) > most) {
                            throw NvdRefusal.invalid(name);
                        }
                        return Integer.parseInt(text);
                    })
                    .orElse(otherwise);
        }

        /// Both ends or none; what begins at a moment includes it, and so does what ends there.
        Span span(String of) {
            Optional<Instant> from = moment(of + "StartDate");
            Optional<Instant> until = moment(of + "EndDate");
            if (from.isEmpty() && until.isEmpty()) {
                return Span.OPEN;
            }
            if (from.isEmpty() || until.isEmpty()) {
                throw new NvdRefusal(of + "StartDate and " + of + "EndDate are required together.");
            }
            if (until.get().isBefore(from.get())
                    || Duration.between(from.get(), until.get()).compareTo(LONGEST) > 0) {
                throw new NvdRefusal("The range from " + of + "StartDate to " + of + "EndDate is 0 to 120 days.");
            }
            return new Span(from.get(), until.get().plusMillis(1));
        }

        /// A `+` before the zone arrives as a blank where the client did not escape it.
        private Optional<Instant> moment(String name) {
            return text(name).map(text -> {
                String written = text.replace(' ', '+');
                if (!YEAR.matcher(written).lookingAt()) {
                    throw NvdRefusal.invalid(name);
                }
                try {
                    boolean zoned = written.endsWith("Z") || written.matches(".*T.*[+-][0-9:]{2,6}");
                    return zoned
                            ? OffsetDateTime.parse(written).toInstant()
                            : LocalDateTime.parse(written).toInstant(ZoneOffset.UTC);
                } catch (DateTimeException e) {
                    throw NvdRefusal.invalid(name);
                }
            });
        }
    }
}
