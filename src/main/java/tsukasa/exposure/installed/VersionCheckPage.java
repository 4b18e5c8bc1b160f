package tsukasa.exposure.installed;

import java.util.List;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;

/// Common software, a field for the version of each, and what is known of those that were filled in.
public record VersionCheckPage(Frame frame, Errors errors, List<Group> groups, List<Result> results) implements Page {
    public VersionCheckPage {
        groups = List.copyOf(groups);
        results = List.copyOf(results);
    }

    public record Group(String maker, List<Line> lines) {
        public Group {
            lines = List.copyOf(lines);
        }
    }

    public record Line(String where, Field field) {}

    /// @param sentence what to do, in one sentence
    /// @param reasons  the gravest first
    /// @param more     how many there are besides
    public record Result(
            String name,
            String version,
            Status status,
            String answer,
            String sentence,
            String newest,
            List<Reason> reasons,
            int more) {
        public Result {
            reasons = List.copyOf(reasons);
        }
    }

    public record Reason(String number, String address, String title, String why) {}

    @Override
    public String title() {
        return errors.isEmpty() ? heading() : frame.say("エラー：", "Error: ") + heading();
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 422;
    }

    public String heading() {
        return frame.say("バージョンチェッカ", "Version checker");
    }
}
