package tsukasa.alerts.writing;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tsukasa.alerts.AlertContent;
import tsukasa.alerts.AlertContent.Concerned;
import tsukasa.alerts.AlertContent.Named;
import tsukasa.alerts.AlertDraft;
import tsukasa.alerts.AlertWords;
import tsukasa.alerts.Urgency;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Fault;
import tsukasa.vulnerability.CveId;

/// Makes of a draft what can be published, or says all that is missing or wrong.
@Component
class WordsReading {
    static final int LONGEST_TITLE = 200;
    static final int LONGEST_TEXT = 10_000;
    static final int LONGEST_LINE = 300;
    private static final int MOST_LINES = 200;
    private final ProductLines lines;

    WordsReading(ProductLines lines) {
        this.lines = lines;
    }

    /// @param content empty where there are faults
    record Read(Optional<AlertContent> content, List<Fault> faults) {}

    Read read(AlertDraft.Kind kind, AlertWords words) {
        List<Fault> faults = new ArrayList<>();
        Text title = both(faults, "title", words.titleJa(), words.titleEn(), LONGEST_TITLE, Text.of("件名", "the title"));
        Text summary = both(
                faults, "summary", words.summaryJa(), words.summaryEn(), LONGEST_TEXT, Text.of("概要", "the summary"));
        Text action =
                both(faults, "action", words.actionJa(), words.actionEn(), LONGEST_TEXT, Text.of("対策", "what to do"));
        if (kind != AlertDraft.Kind.FIRST) {
            both(faults, "what", words.whatJa(), words.whatEn(), LONGEST_LINE, Text.of("更新の内容", "what is new"));
        }
        need(faults, "contact", words.contact(), LONGEST_LINE, Text.of("問い合わせ先", "whom to ask"));
        Optional<Urgency> urgency = urgency(words.urgency());
        if (urgency.isEmpty()) {
            faults.add(Fault.of("urgency", "緊急度を選んでください。", "Choose how urgent it is."));
        }
        List<Concerned> products = lines.read(words.products(), faults);
        List<CveId> cves = cves(words.cves(), faults);
        List<Named> references = references(words.references(), faults);
        if (!faults.isEmpty()) {
            return new Read(Optional.empty(), faults);
        }
        return new Read(
                Optional.of(new AlertContent(
                        title,
                        summary,
                        action,
                        urgency.orElseThrow(),
                        products,
                        cves,
                        references,
                        words.contact().strip())),
                faults);
    }

    /// What is typed must at least be short enough to be kept; nothing needs to be complete.
    static List<Fault> tooLong(AlertWords words) {
        List<Fault> faults = new ArrayList<>();
        limit(faults, "titleJa", words.titleJa(), LONGEST_TITLE);
        limit(faults, "titleEn", words.titleEn(), LONGEST_TITLE);
        limit(faults, "summaryJa", words.summaryJa(), LONGEST_TEXT);
        limit(faults, "summaryEn", words.summaryEn(), LONGEST_TEXT);
        limit(faults, "actionJa", words.actionJa(), LONGEST_TEXT);
        limit(faults, "actionEn", words.actionEn(), LONGEST_TEXT);
        limit(faults, "products", words.products(), LONGEST_TEXT);
        limit(faults, "cves", words.cves(), LONGEST_TEXT);
        limit(faults, "references", words.references(), LONGEST_TEXT);
        limit(faults, "contact", words.contact(), LONGEST_LINE);
        limit(faults, "whatJa", words.whatJa(), LONGEST_LINE);
        limit(faults, "whatEn", words.whatEn(), LONGEST_LINE);
        return faults;
    }

    private static void limit(List<Fault> faults, String field, String text, int longest) {
        if (text.length() > longest) {
            faults.add(Fault.of(field, longest + "字以内で書いてください。", "Write at most " + longest + " characters."));
        }
    }

    private static Text both(List<Fault> faults, String field, String ja, String en, int longest, Text what) {
        boolean good = need(faults, field + "Ja", ja, longest, Text.of("日本語の" + what.ja(), what.en() + " in Japanese"));
        good &= need(faults, field + "En", en, longest, Text.of("英語の" + what.ja(), what.en() + " in English"));
        return good ? Text.of(ja.strip(), en.strip()) : what;
    }

    private static boolean need(List<Fault> faults, String field, String text, int longest, Text what) {
        if (!text.isBlank() && text.length() <= longest) {
            return true;
        }
        faults.add(Fault.of(
                field,
                what.ja() + "を" + longest + "字以内で書いてください。",
                "Write " + what.en() + ", at most " + longest + " characters."));
        return false;
    }

    private static Optional<Urgency> urgency(String word) {
        for (Urgency urgency : Urgency.values()) {
            if (urgency.name().equals(word)) {
                return Optional.of(urgency);
            }
        }
        return Optional.empty();
    }

    private static List<CveId> cves(String typed, List<Fault> faults) {
        Set<CveId> cves = new LinkedHashSet<>();
        for (String word : typed.split("[\\s,、，]+", -1)) {
            if (!word.isEmpty()) {
                CveId.read(word).ifPresentOrElse(cves::add, () -> faults.add(notCve(word)));
            }
            if (cves.size() > MOST_LINES || faults.size() > MOST_LINES) {
                faults.add(Fault.of("cves", "CVE番号は200件までです。", "At most 200 CVE numbers."));
                break;
            }
        }
        return List.copyOf(cves);
    }

    private static Fault notCve(String word) {
        return Fault.of("cves", "「" + word + "」はCVE番号ではありません。", "“" + word + "” is no CVE number.");
    }

    private static List<Named> references(String typed, List<Fault> faults) {
        List<Named> references = new ArrayList<>();
        for (String line : typed.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .limit(MOST_LINES)
                .toList()) {
            String[] parts = line.split("\\s+", 2);
            Optional<String> host = host(parts[0]);
            if (host.isEmpty() || parts[0].length() > 500) {
                faults.add(Fault.of(
                        "references",
                        "「" + parts[0] + "」は http か https のアドレスではありません。",
                        "“" + parts[0] + "” is no http or https address."));
            } else {
                references.add(new Named(parts.length > 1 ? parts[1] : host.get(), parts[0]));
            }
        }
        return references;
    }

    private static Optional<String> host(String address) {
        try {
            URI read = new URI(address);
            boolean web = "https".equals(read.getScheme()) || "http".equals(read.getScheme());
            return web ? Optional.ofNullable(read.getHost()) : Optional.empty();
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }
}
