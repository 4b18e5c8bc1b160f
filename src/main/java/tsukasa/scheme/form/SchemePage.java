package tsukasa.scheme.form;

import java.util.List;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.scheme.Scheme;

/// What a scheme is, and where to start.
public record SchemePage(Frame frame, Scheme scheme, List<Ladder> ladder) implements Page {
    public SchemePage {
        ladder = List.copyOf(ladder);
    }

    @Override
    public String title() {
        return frame.say(scheme.title());
    }

    /// One level as it stands before a reader.
    ///
    /// @param questions how many it asks
    /// @param needed    what must be answered, by the heading of its step
    public record Ladder(Scheme.Level level, long standing, int questions, int minutes, List<String> needed) {
        public Ladder {
            needed = List.copyOf(needed);
        }
    }

    public long standing() {
        return ladder.stream().mapToLong(Ladder::standing).sum();
    }

    public String register() {
        return "/" + scheme.id() + "/register";
    }
}
