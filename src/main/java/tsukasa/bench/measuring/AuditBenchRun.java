package tsukasa.bench.measuring;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tsukasa.kernel.Text;

/// One whole measurement of the audit trail, on a small demonstration with many entries.
final class AuditBenchRun {
    private static final Duration FILLING = Duration.ofMinutes(60);
    private static final int PAIRS = 400;
    private final BenchArguments.Wanted wanted;
    private final Path folder;
    private final Report report;

    AuditBenchRun(BenchArguments.Wanted wanted, Path folder, Report report) {
        this.wanted = wanted;
        this.folder = folder;
        this.report = report;
    }

    void run() {
        report.say(Text.of(
                wanted.size() + "件の記録で測っています（初回は記録を作ります）",
                "Measuring with " + wanted.size() + " entries (the first time they are made)"));
        try (Platform platform = Platform.start(
                folder.resolve("entries-" + wanted.size()),
                wanted.port(),
                List.of("--tsukasa.bench-audit=" + wanted.size(), "--tsukasa.demo-declarations=1000"),
                FILLING,
                report)) {
            requests(new SignedInVisits(platform.port(), "staff@example.jp"));
            searches(new SignedInVisits(platform.port(), "auditor@example.jp"));
        }
    }

    /// The same page in turn with and without its entry, so that whatever else happens on the machine happens to both.
    private void requests(SignedInVisits visits) {
        report.say(Text.of("記録のあるリクエストとないリクエストを比べています", "Comparing requests with and without their entry"));
        String list = visits.get("/staff/security-action", Map.of());
        String page = list.replaceAll("(?s).*?(/staff/security-action/cases/[^\"?]+).*", "$1");
        List<Double> audited = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        List<Double> difference = new ArrayList<>();
        for (int i = -PAIRS / 4; i < PAIRS; i++) {
            double without = visits.time(page, Map.of(BenchTrail.UNAUDITED, "yes"));
            double with = visits.time(page, Map.of());
            if (i >= 0) {
                plain.add(without);
                audited.add(with);
                difference.add(with - without);
            }
        }
        report.result(Measurement.of("page of a case, read unrecorded", samples(plain), "ms"));
        report.result(Measurement.of("page of a case, read recorded", samples(audited), "ms"));
        double added = samples(audited).median() - samples(plain).median();
        report.result(Measurement.of("what the entry adds to the request, pair by pair", samples(difference), "ms")
                .with("difference of the medians", Math.round(added * 100) / 100.0)
                .with(
                        "difference of the 95th percentiles",
                        Math.round((samples(audited).p95() - samples(plain).p95()) * 100) / 100.0));
    }

    private void searches(SignedInVisits visits) {
        report.say(Text.of("監査証跡の検索を測っています", "Measuring the search of the trail"));
        Map<String, String> searches = new LinkedHashMap<>();
        searches.put("nothing asked", "");
        searches.put("one person by name", "who=" + encoded("職員 0137"));
        searches.put("one object", "object=" + encoded("B-0012345"));
        searches.put("one action", "action=case.read");
        searches.put("refusals", "kind=REFUSED");
        searches.put("a name of two letters", "who=" + encoded("職員"));
        searches.put("nothing found", "object=" + encoded("該当なし"));
        searches.put("last page that is offered", "page=200");
        List<Double> all = new ArrayList<>();
        searches.forEach((name, query) -> {
            List<Double> times = new ArrayList<>();
            for (int i = -5; i < 40; i++) {
                double time = visits.time("/staff/audit" + (query.isEmpty() ? "" : "?" + query), Map.of());
                if (i >= 0) {
                    times.add(time);
                }
            }
            all.addAll(times);
            report.result(Measurement.of("audit search: " + name, samples(times), "ms")
                    .with("entries", wanted.size()));
        });
        report.result(Measurement.of("audit search: all of these", samples(all), "ms")
                .with("entries", wanted.size())
                .aim(100));
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    private static Samples samples(List<Double> values) {
        return Samples.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
