package tsukasa.scheme.lookup;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.openapi.Described;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Paging;
import tsukasa.scheme.Scheme;
import tsukasa.scheme.Schemes;

/// The register for machines, in the same words as the pages.
@RestController
class RegisterApi {
    private static final int MOST = 1_000;
    private final Schemes schemes;
    private final RegisterStore store;
    private final RegisterDesk register;
    private final EntryDesk entries;

    RegisterApi(Schemes schemes, RegisterStore store, RegisterDesk register, EntryDesk entries) {
        this.schemes = schemes;
        this.store = store;
        this.register = register;
        this.entries = entries;
    }

    /// @param knownAt      only what had been recorded by the end of this day; null: all that is known today
    /// @param totalIsExact false when there are more than `total`
    record Slice(
            String register,
            LocalDate asOf,
            @Nullable LocalDate knownAt,
            long total,
            boolean totalIsExact,
            int page,
            int pages,
            List<Listed> entries) {}

    record Event(
            String kind,
            @Nullable String fromLevel,
            @Nullable String toLevel,
            LocalDate occurredOn) {}

    /// @param statements everything the register has ever said of it, with when it was believed; ends are exclusive
    record Whole(
            String register,
            boolean standing,
            Listed entry,
            List<Listed> periods,
            List<RegisterStore.Said> statements,
            List<Event> events) {}

    @Described("The register of a scheme: a page of entries that stand on a day, searched and sorted")
    @GetMapping("/api/{scheme}/register")
    Slice register(
            Frame frame,
            @PathVariable String scheme,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String prefecture,
            @RequestParam(defaultValue = "") String industry,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String company,
            @RequestParam(name = "as_of", defaultValue = "") String asOf,
            @RequestParam(name = "known_at", defaultValue = "") String knownAt,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "100") int size) {
        Search.Asked asked = new Search.Asked(q, prefecture, industry, level, company, asOf, knownAt, sort);
        Search search = Search.of(scheme(scheme), asked, frame.today());
        long total = register.total(search);
        boolean exact = search.withoutText() || total <= RegisterStore.COUNTED_UP_TO;
        Paging paging = new Paging(page, Math.min(size, MOST), exact ? total : (long) RegisterStore.COUNTED_UP_TO);
        return new Slice(
                scheme,
                search.asOf(),
                search.known().orElse(null),
                paging.total(),
                exact,
                paging.page(),
                paging.last(),
                store.rows(search, total, paging.offset(), paging.size()));
    }

    @Described("One entry of a register with everything it has ever said and what happened to it")
    @GetMapping("/api/{scheme}/register/{number}")
    Whole entry(@PathVariable String scheme, @PathVariable String number) {
        EntryDesk.Entry entry = entries.find(scheme(scheme), number)
                .orElseThrow(
                        () -> Problem.notFound(Text.of("この番号の事業者は名簿にありません。", "There is no entry with this number.")));
        return new Whole(
                scheme,
                entry.standing(),
                entry.says(),
                entry.periods(),
                store.statements(scheme, number),
                entry.events().stream()
                        .map(e -> new Event(e.kind(), e.fromLevel(), e.toLevel(), e.occurredOn()))
                        .toList());
    }

    private Scheme scheme(String id) {
        return schemes.find(id)
                .filter(scheme -> !scheme.confidential())
                .orElseThrow(() -> Problem.notFound(Text.of("この名簿はありません。", "There is no such register.")));
    }
}
