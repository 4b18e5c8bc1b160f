package tsukasa.tools.writing;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Fault;
import tsukasa.kernel.page.FormFields;
import tsukasa.tools.Audience;
import tsukasa.tools.Parts;
import tsukasa.tools.ToolContent;
import tsukasa.tools.ToolDraft;
import tsukasa.tools.ToolDraft.Kind;
import tsukasa.tools.ToolName;
import tsukasa.tools.ToolWords;

/// Makes of a draft what can be published, or says all that is missing or wrong.
@Component
class WordsReading {
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.+_-]{0,39}");
    private static final Pattern DAY = Pattern.compile("(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}");
    private static final Map<String, Integer> LONGEST = Map.ofEntries(
            Map.entry("name", 50),
            Map.entry("titleJa", 100),
            Map.entry("titleEn", 100),
            Map.entry("purposeJa", 200),
            Map.entry("purposeEn", 200),
            Map.entry("aboutJa", 10_000),
            Map.entry("aboutEn", 10_000),
            Map.entry("notesJa", 10_000),
            Map.entry("notesEn", 10_000),
            Map.entry("parts", 10_000),
            Map.entry("platforms", 1_000),
            Map.entry("licence", 100),
            Map.entry("reasonJa", 1_000),
            Map.entry("reasonEn", 1_000));
    private static final int LONGEST_LINE = 300;
    private static final int MOST_LINES = 200;
    private final Parts parts;

    WordsReading(Parts parts) {
        this.parts = parts;
    }

    static int longest(String field) {
        return LONGEST.getOrDefault(field, LONGEST_LINE);
    }

    /// What is typed must at least be short enough to be kept; nothing needs to be complete.
    static List<Fault> tooLong(Kind kind, ToolWords words) {
        return kind.fields().stream()
                .filter(field -> words.of(field).length() > longest(field))
                .map(field -> Fault.of(
                        field, longest(field) + "字以内で書いてください。", "Write at most " + longest(field) + " characters."))
                .toList();
    }

    List<Fault> faults(ToolDraft draft) {
        ToolWords words = draft.words();
        List<Fault> faults = new ArrayList<>(tooLong(draft.kind(), words));
        draft.kind().fields().stream()
                .filter(field -> !optional(field) && words.of(field).isBlank())
                .map(field -> Fault.of(field, "この欄を書いてください。", "Fill this in."))
                .forEach(faults::add);
        switch (draft.kind()) {
            case TOOL -> {
                name(words, faults);
                tool(words, faults);
            }
            case REVISION -> tool(words, faults);
            case RELEASE -> release(words, faults);
            case CORRECTION -> parts(words, faults);
            case WITHDRAWAL -> {}
        }
        return faults;
    }

    private static boolean optional(String field) {
        return List.of("supportUntil", "source", "parts").contains(field);
    }

    private static void name(ToolWords words, List<Fault> faults) {
        if (!words.of("name").isBlank() && ToolName.read(words.of("name")).isEmpty()) {
            faults.add(Fault.of(
                    "name",
                    "英小文字で始め、英小文字・数字・ハイフンで書いてください。例：access-log-check",
                    "Begin with a small letter; use small letters, digits and hyphens, as in access-log-check."));
        }
    }

    private static void tool(ToolWords words, List<Fault> faults) {
        if (!words.of("supportUntil").isBlank() && day(words.of("supportUntil")).isEmpty()) {
            faults.add(noDay("supportUntil"));
        }
        if (!words.of("source").isBlank() && !webAddress(words.of("source"))) {
            faults.add(Fault.of("source", "http か https のアドレスを書いてください。", "Write an http or https address."));
        }
        if (!words.of("audiences").isBlank() && audiences(words).isEmpty()) {
            faults.add(Fault.of("audiences", "対象者を選んでください。", "Choose whom it is for."));
        }
    }

    private void release(ToolWords words, List<Fault> faults) {
        String version = words.of("version").strip();
        if (!version.isEmpty() && (!VERSION.matcher(version).matches() || version.equals("SHA256SUMS"))) {
            faults.add(Fault.of(
                    "version",
                    "英数字で始め、英数字と . + _ - で、40字以内で書いてください。例：1.2.0",
                    "Begin with a letter or digit; use letters, digits and . + _ -, at most 40, as in 1.2.0."));
        }
        if (!words.of("released").isBlank() && day(words.of("released")).isEmpty()) {
            faults.add(noDay("released"));
        }
        parts(words, faults);
    }

    private void parts(ToolWords words, List<Fault> faults) {
        List<String> lines = lines(words.of("parts"));
        if (lines.size() > MOST_LINES) {
            faults.add(Fault.of("parts", "部品は200件までです。", "At most 200 parts."));
            return;
        }
        lines.stream()
                .filter(line -> parts.read(line).isEmpty())
                .map(line -> Fault.of(
                        "parts",
                        "「" + line + "」は、バージョンのあるパッケージURLかCPE名ではありません。",
                        "“" + line + "” is no package URL or CPE name with a version."))
                .forEach(faults::add);
    }

    private static Fault noDay(String field) {
        return Fault.of(field, "2022-01-12 の形で、ある日を書いてください。", "Write a day that exists, as in 2022-01-12.");
    }

    private static boolean webAddress(String typed) {
        try {
            URI read = new URI(typed.strip());
            return ("https".equals(read.getScheme()) || "http".equals(read.getScheme())) && read.getHost() != null;
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }

    static List<String> lines(String typed) {
        return typed.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    private static List<Audience> audiences(ToolWords words) {
        return Arrays.stream(words.of("audiences").split(",", -1))
                .flatMap(key -> Audience.read(key.strip()).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /// Of words without fault.
    static ToolContent content(ToolWords words) {
        return new ToolContent(
                both(words, "title"),
                both(words, "purpose"),
                both(words, "about"),
                audiences(words),
                words.of("licence").strip(),
                lines(words.of("platforms")),
                day(words.of("supportUntil")).orElse(null),
                given(words.of("source")),
                words.of("contact").strip());
    }

    private static @Nullable String given(String typed) {
        return typed.isBlank() ? null : typed.strip();
    }

    static Optional<LocalDate> day(String typed) {
        return DAY.matcher(typed.strip()).matches() ? FormFields.day(typed) : Optional.empty();
    }

    static Text both(ToolWords words, String field) {
        return Text.of(words.of(field + "Ja").strip(), words.of(field + "En").strip());
    }
}
