package tsukasa.identity.recovery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

public record RecoveriesPage(Frame frame, List<Line> lines) implements Page {
    /// @param state      in words
    /// @param confirmable by the reader
    public record Line(
            String path,
            String personPath,
            String personName,
            String reason,
            String starter,
            Instant startedAt,
            String state,
            boolean confirmable) {}

    static RecoveriesPage of(Frame frame, List<Recovery> open, UUID reader) {
        return new RecoveriesPage(
                frame, open.stream().map(one -> line(frame, one, reader)).toList());
    }

    private static Line line(Frame frame, Recovery one, UUID reader) {
        Instant opens = one.opensAt();
        return new Line(
                "/staff/recoveries/" + one.id(),
                "/staff/people/" + one.person(),
                one.personName(),
                one.reason(),
                one.startedByName(),
                one.startedAt(),
                opens == null
                        ? frame.say("2人目の承認を待っています", "Waits for a second administrator")
                        : frame.say(
                                frame.writing().minute(opens) + " から使えます",
                                "Link works from " + frame.writing().minute(opens)),
                opens == null
                        && !one.startedBy().equals(reader)
                        && !one.person().equals(reader));
    }

    @Override
    public String title() {
        return frame.say("アカウントの回復", "Account recovery");
    }

    public String sentence() {
        return lines.isEmpty()
                ? frame.say("進行中の回復はありません。", "No recovery is under way.")
                : frame.say("進行中の回復は" + lines.size() + "件です。", "Recoveries under way: " + lines.size() + ".");
    }
}
