package tsukasa.staff.home;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.identity.Visitor;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// What this member of staff may do.
public record StaffPage(Frame frame, Visitor visitor, List<Entry> entries) implements Page {
    /// @param waiting how many things wait there; absent when nothing ever waits
    public record Entry(
            String title,
            String purpose,
            String path,
            @Nullable Long waiting) {}

    @Override
    public String title() {
        return frame.say("職員の画面", "Staff pages");
    }

    /// The page's result in one sentence.
    public String sentence() {
        long waiting = entries.stream()
                .mapToLong(entry -> entry.waiting() == null ? 0 : entry.waiting())
                .sum();
        if (waiting == 0) {
            return frame.say("対応を待っているものはありません。", "Nothing is waiting for you.");
        }
        String number = frame.writing().number(waiting);
        return frame.say(number + "件が対応を待っています。", number + (waiting == 1 ? " item is" : " items are") + " waiting.");
    }

    public String roles() {
        return String.join(
                frame.say("、", ", "),
                visitor.roles().stream()
                        .sorted()
                        .map(role -> frame.say(role.title()))
                        .toList());
    }
}
