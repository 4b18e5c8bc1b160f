package tsukasa.tools;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Status;

/// サポート状況: follows from the day that was announced; nobody sets it by hand.
public enum Support {
    SUPPORTED("サポート中", "Supported", Status.ACHIEVED),
    ENDING("終了予定", "Support is ending", Status.SLIGHTLY_BEHIND),
    ENDED("サポート終了", "Support has ended", Status.WITHDRAWN);

    private final Text word;
    private final Status status;

    Support(String ja, String en, Status status) {
        this.word = Text.of(ja, en);
        this.status = status;
    }

    /// @param until the last day of support; null while no end is announced
    public static Support on(LocalDate today, @Nullable LocalDate until) {
        if (until == null) {
            return SUPPORTED;
        }
        return today.isAfter(until) ? ENDED : ENDING;
    }

    public Text word() {
        return word;
    }

    public Status status() {
        return status;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Support> read(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
