package tsukasa.myjvn.oka;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Language;
import tsukasa.kernel.page.Writing;
import tsukasa.myjvn.oka.OkaRefused.Why;
import tsukasa.scoring.Severity;
import tsukasa.vulnerability.EntryQuestion.Span;

/// The parameters of a question of feed OKA. An empty one counts as absent, unknown ones are ignored. The documents of
/// the API spell some in two ways: both are taken.
record OkaAsked(Map<String, String> values) {
    private static final int LONGEST = 2_000;
    private static final Pattern INTEGER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern DAY = Pattern.compile("[0-9]{8}");
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.BASIC_ISO_DATE;
    private static final Map<String, String> SPELT =
            Map.of("type", "nameType", "ProductName", "productName", "VendorName", "vendorName");
    private static final Set<String> KNOWN = Set.of(
            "startItem",
            "maxCountItem",
            "modifiedRangeDate",
            "modifiedStartDate",
            "modifiedEndDate",
            "createdStartDate",
            "createdEndDate",
            "publicStartDate",
            "publicEndDate",
            "nameType",
            "productName",
            "vendorName",
            "version",
            "versionType",
            "versionStart",
            "versionStartType",
            "versionEnd",
            "versionEndType",
            "cvssV2Metrics",
            "cvssV2Severity",
            "cvssV3Metrics",
            "cvssV3Severity",
            "cvssV4Metrics",
            "cvssV4Severity",
            "keyword",
            "vulnId",
            "cweId",
            "metricType",
            "pubStartDate",
            "pubEndDate",
            "ft");

    static OkaAsked of(Map<String, String[]> sent) {
        Map<String, String> values = new TreeMap<>();
        sent.forEach((name, each) -> {
            if (each.length > 0 && each[0] != null && !each[0].isEmpty()) {
                values.putIfAbsent(SPELT.getOrDefault(name.strip(), name.strip()), each[0]);
            }
        });
        return new OkaAsked(values);
    }

    /// Of all names and values together.
    int length() {
        return values.entrySet().stream()
                .mapToInt(each -> each.getKey().length() + each.getValue().length())
                .sum();
    }

    Optional<String> text(String name) {
        Optional<String> value = Optional.ofNullable(values.get(name));
        if (value.isPresent() && (value.get().length() > LONGEST || value.get().indexOf('\0') >= 0)) {
            throw new OkaRefused(Why.TOO_LONG, name);
        }
        return value;
    }

    int number(String name, int most, int otherwise) {
        return text(name)
                .map(value -> {
                    if (!INTEGER.matcher(value).matches()) {
                        throw new OkaRefused(Why.NUMBER, name);
                    }
                    int number = Integer.parseInt(value);
                    if (number < 1 || number > most) {
                        throw new OkaRefused(Why.OUTSIDE, name);
                    }
                    return number;
                })
                .orElse(otherwise);
    }

    Language language() {
        return switch (text("lang").orElse("ja")) {
            case "ja" -> Language.JA;
            case "en" -> Language.EN;
            default -> throw new OkaRefused(Why.WORD, "lang");
        };
    }

    /// That in which a refusal is told.
    Language refusing() {
        return "en".equals(values.get("lang")) ? Language.EN : Language.JA;
    }

    /// Both days are within.
    Span span(String of) {
        LocalDate from = day(of + "StartDate");
        LocalDate to = day(of + "EndDate");
        return new Span(start(from), to == null ? null : start(to.plusDays(1)));
    }

    private @Nullable LocalDate day(String name) {
        String value = text(name).orElse(null);
        if (value == null) {
            return null;
        }
        try {
            if (DAY.matcher(value).matches()) {
                LocalDate day = LocalDate.parse(value, WRITTEN);
                if (day.getYear() >= (name.startsWith("public") ? 1989 : 1998)) {
                    return day;
                }
            }
        } catch (DateTimeException e) {
            throw new OkaRefused(Why.DATE, name);
        }
        throw new OkaRefused(Why.DATE, name);
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(Writing.JAPAN).toInstant();
    }

    /// The date of the last change: a range back from today, or days.
    Span modified(LocalDate today) {
        String range = text("modifiedRangeDate").orElse(null);
        if (range == null) {
            return span("modified");
        }
        for (String other : List.of("modified", "created", "public")) {
            if (!span(other).equals(Span.OPEN)) {
                throw new OkaRefused(Why.TOGETHER, "modifiedRangeDate");
            }
        }
        return switch (range) {
            case "NONE" -> Span.OPEN;
            case "DAY" -> new Span(start(today.minusDays(1)), null);
            case "WEEK" -> new Span(start(today.minusWeeks(1)), null);
            case "MONTH" -> new Span(start(today.minusMonths(1)), null);
            default -> throw new OkaRefused(Why.WORD, "modifiedRangeDate");
        };
    }

    @Nullable
    Severity severity(String name) {
        String word = text(name).orElse(null);
        if (word == null) {
            return null;
        }
        try {
            Severity severity = Severity.valueOf(word);
            if (!name.equals("cvssV2Severity") || severity != Severity.CRITICAL && severity != Severity.NONE) {
                return severity;
            }
        } catch (IllegalArgumentException e) {
            throw new OkaRefused(Why.WORD, name);
        }
        throw new OkaRefused(Why.WORD, name);
    }

    /// What the status repeats.
    Map<String, String> echo() {
        Map<String, String> echo = new TreeMap<>();
        values.forEach((name, value) -> {
            if (KNOWN.contains(name) && value.length() <= LONGEST) {
                echo.put(name, value);
            }
        });
        return echo;
    }
}
