package tsukasa.tools;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Text;

/// What is told of a tool. Texts are plain, with empty lines between paragraphs.
///
/// @param purpose      what it is for, in one sentence
/// @param platforms    on what it runs, one an item
/// @param supportUntil the last day of support; null while no end is announced
/// @param source       where its source stands; null where it is not public
public record ToolContent(
        Text title,
        Text purpose,
        Text description,
        List<Audience> audiences,
        String licence,
        List<String> platforms,
        @Nullable LocalDate supportUntil,
        @Nullable String source,
        String contact) {
    public ToolContent {
        audiences = List.copyOf(audiences);
        platforms = List.copyOf(platforms);
    }
}
