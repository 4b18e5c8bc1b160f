package tsukasa.tools.writing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tsukasa.kernel.Text;
import tsukasa.tools.Audience;
import tsukasa.tools.Release;
import tsukasa.tools.ToolContent;
import tsukasa.tools.ToolWords;

/// What was published, as one would have typed it.
final class AsTyped {
    private AsTyped() {}

    static ToolWords of(ToolContent content) {
        Map<String, String> typed = new HashMap<>();
        both(typed, "title", content.title());
        both(typed, "purpose", content.purpose());
        both(typed, "about", content.description());
        typed.put("audiences", content.audiences().stream().map(Audience::key).collect(Collectors.joining(",")));
        typed.put("licence", content.licence());
        typed.put("platforms", String.join("\n", content.platforms()));
        LocalDate until = content.supportUntil();
        typed.put("supportUntil", until == null ? "" : until.toString());
        String source = content.source();
        typed.put("source", source == null ? "" : source);
        typed.put("contact", content.contact());
        return new ToolWords(typed);
    }

    static ToolWords of(Release release) {
        Map<String, String> typed = new HashMap<>();
        both(typed, "notes", release.notes());
        typed.put("parts", String.join("\n", release.parts()));
        return new ToolWords(typed);
    }

    private static void both(Map<String, String> typed, String field, Text text) {
        typed.put(field + "Ja", text.ja());
        typed.put(field + "En", text.en());
    }
}
