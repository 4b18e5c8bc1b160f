package tsukasa.advisories.nvd;

import jakarta.servlet.http.HttpServletRequest;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tsukasa.advisories.Delivery;
import tsukasa.advisories.Shelf;
import tsukasa.advisories.Shelf.Kept;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.vulnerability.EntryQuestion.Span;
import tsukasa.vulnerability.Selection;
import tsukasa.vulnerability.Selections;
import tsukasa.vulnerability.Selections.Year;

/// The yearly files of NVD by the year of the CVE number, in the shape of its API 2.0 and, with `1.1` in their names,
/// in
/// that of its former feed. As there, that of 2002 holds all before, `modified` what changed within eight days and
/// `recent` what became public within them.
@RestController
class NvdFilesController {
    private static final int FIRST = 2002;
    private static final Duration RECENT = Duration.ofDays(8);
    private static final Pattern NAME =
            Pattern.compile("nvdcve-(1\\.1-|2\\.0-)?([0-9]{4}|modified|recent)\\.(json\\.gz|json|meta)");
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private final Selections catalogue;
    private final NvdDesk desk;
    private final Shelf shelf;
    private final Delivery delivery;
    private final Clock clock;

    NvdFilesController(Selections catalogue, NvdDesk desk, Shelf shelf, Delivery delivery, Clock clock) {
        this.catalogue = catalogue;
        this.desk = desk;
        this.shelf = shelf;
        this.delivery = delivery;
        this.clock = clock;
    }

    /// @param of the content, without what is packed
    private record Wanted(boolean former, String of, String form) {
        String name() {
            return "nvdcve-" + (former ? "1.1-" : "") + of + ".json";
        }
    }

    @GetMapping({"/nvd/{file}", "/feeds/json/cve/1.1/{file}", "/feeds/json/cve/2.0/{file}"})
    ResponseEntity<?> file(@PathVariable String file, HttpServletRequest request) {
        if (file.equals("cache.properties")) {
            return delivery.document(properties().getBytes(StandardCharsets.UTF_8), TEXT, null);
        }
        Matcher name = NAME.matcher(file);
        if (!name.matches()) {
            throw unknown();
        }
        Wanted wanted = new Wanted("1.1-".equals(name.group(1)), name.group(2), name.group(3));
        Kept kept = switch (wanted.of()) {
            case "modified" -> lately(wanted, Selection::updated);
            case "recent" -> lately(wanted, Selection::published);
            default -> year(wanted, Integer.parseInt(wanted.of()));
        };
        return switch (wanted.form()) {
            case "meta" -> delivery.document(meta(kept).getBytes(StandardCharsets.UTF_8), TEXT, kept.made());
            case "json" -> delivery.content(kept, MediaType.APPLICATION_JSON, request);
            default -> delivery.packed(kept);
        };
    }

    private static Problem unknown() {
        return Problem.notFound(Text.of("この名前のファイルはありません。", "There is no file of this name."));
    }

    private int thisYear() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear();
    }

    /// A year without entries has a file without entries, so that a client that goes through all years finds each.
    private Kept year(Wanted wanted, int year) {
        List<Year> years = of(catalogue.cveYears(), year);
        if (year < FIRST || year > thisYear() && years.isEmpty()) {
            throw unknown();
        }
        long mark = years.stream().mapToLong(Year::mark).max().orElse(0);
        long total = years.stream().mapToLong(Year::entries).sum();
        Selection question = Selection.ofCveYears(year == FIRST ? 0 : year, year);
        return shelf.file(wanted.name(), mark, out -> write(wanted, question, total, out));
    }

    private void write(Wanted wanted, Selection question, long total, OutputStream out) {
        if (wanted.former()) {
            desk.writeFormer(question, total, out);
        } else {
            desk.writeAll(question, total, out);
        }
    }

    private static List<Year> of(List<Year> all, int year) {
        return all.stream()
                .filter(each -> each.year() == year || year == FIRST && each.year() < FIRST)
                .toList();
    }

    /// Made anew every hour, even when nothing changed: what was recent no longer is.
    private Kept lately(Wanted wanted, Function<Span, Selection> of) {
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        Selection question = of.apply(new Span(hour.minus(RECENT), null));
        long mark = desk.mark() * 1_000_000 + hour.getEpochSecond() / 3600 % 1_000_000;
        return shelf.file(
                wanted.name(),
                mark,
                out -> write(wanted, question, catalogue.list(question, 0, 1).total(), out));
    }

    private static String meta(Kept kept) {
        return "lastModifiedDate:%s\r\nsize:%d\r\nzipSize:%d\r\ngzSize:%d\r\nsha256:%s\r\n"
                .formatted(
                        written(kept.made()),
                        kept.plainSize(),
                        kept.size(),
                        kept.size(),
                        kept.digest().toUpperCase(Locale.ROOT));
    }

    private static String written(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /// What some clients read first: which years are newer than what they have.
    private String properties() {
        StringBuilder text = new StringBuilder("prefix=nvdcve-\n");
        List<Year> all = catalogue.cveYears();
        Instant latest = Instant.EPOCH;
        for (int year = FIRST; year <= thisYear(); year++) {
            Instant told = of(all, year).stream()
                    .map(Year::updated)
                    .max(Instant::compareTo)
                    .orElse(Instant.EPOCH);
            latest = told.isAfter(latest) ? told : latest;
            text.append("lastModifiedDate.")
                    .append(year)
                    .append('=')
                    .append(written(told))
                    .append('\n');
        }
        text.append("lastModifiedDate.modified=").append(written(latest)).append('\n');
        return text.append("lastModifiedDate=")
                .append(written(latest))
                .append('\n')
                .toString();
    }
}
