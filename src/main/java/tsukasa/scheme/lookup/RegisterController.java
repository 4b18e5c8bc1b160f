package tsukasa.scheme.lookup;

import java.time.LocalDate;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Frame;
import tsukasa.scheme.Scheme;
import tsukasa.scheme.Schemes;

@Controller
class RegisterController {
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8;header=present");
    private final Schemes schemes;
    private final RegisterStore store;
    private final RegisterDesk register;
    private final EntryDesk entries;
    private final StatisticsDesk statistics;

    RegisterController(
            Schemes schemes, RegisterStore store, RegisterDesk register, EntryDesk entries, StatisticsDesk statistics) {
        this.schemes = schemes;
        this.store = store;
        this.register = register;
        this.entries = entries;
        this.statistics = statistics;
    }

    @GetMapping("/{scheme}/register")
    RegisterPage register(
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
            @RequestParam(defaultValue = "1") int page) {
        Search.Asked asked = new Search.Asked(q, prefecture, industry, level, company, asOf, knownAt, sort);
        return register.page(frame, Search.of(scheme(scheme), asked, frame.today()), page);
    }

    /// @param bom `no` leaves out the byte order mark, which only spreadsheets need
    @GetMapping("/{scheme}/register.csv")
    ResponseEntity<StreamingResponseBody> file(
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
            @RequestParam(defaultValue = "yes") String bom) {
        Search.Asked asked = new Search.Asked(q, prefecture, industry, level, company, asOf, knownAt, sort);
        Search search = Search.of(scheme(scheme), asked, frame.today());
        return csv(search.scheme().id() + "-register-" + search.asOf() + ".csv", out -> {
            RegisterFile file = new RegisterFile(out, !bom.equals("no"));
            Names names = new Names(search.scheme());
            file.head();
            store.stream(search, entry -> file.entry(entry, names));
            file.close();
        });
    }

    @GetMapping("/{scheme}/register/{number}")
    RegisterEntryPage entry(Frame frame, @PathVariable String scheme, @PathVariable String number) {
        return entries.page(frame, scheme(scheme), number);
    }

    @GetMapping("/{scheme}/statistics")
    StatisticsPage statistics(
            Frame frame, @PathVariable String scheme, @RequestParam(name = "as_of", defaultValue = "") String asOf) {
        return statistics.page(frame, scheme(scheme), day(frame, scheme, asOf));
    }

    /// The counts behind the page in long form: one row for each combination that occurs.
    @GetMapping("/{scheme}/statistics.csv")
    ResponseEntity<StreamingResponseBody> figures(
            Frame frame,
            @PathVariable String scheme,
            @RequestParam(name = "as_of", defaultValue = "") String asOf,
            @RequestParam(defaultValue = "yes") String bom) {
        Scheme found = scheme(scheme);
        LocalDate day = day(frame, scheme, asOf);
        return csv(
                found.id() + "-statistics-" + day + ".csv",
                out -> statistics.write(new RegisterFile(out, !bom.equals("no")), found, day));
    }

    private LocalDate day(Frame frame, String scheme, String asOf) {
        return Search.of(scheme(scheme), Search.Asked.on(asOf), frame.today()).asOf();
    }

    private Scheme scheme(String id) {
        return schemes.find(id)
                .filter(scheme -> !scheme.confidential())
                .orElseThrow(() -> Problem.notFound(Text.of("この名簿はありません。", "There is no such register.")));
    }

    private static ResponseEntity<StreamingResponseBody> csv(String name, StreamingResponseBody body) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(body);
    }
}
