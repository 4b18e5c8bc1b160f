package tsukasa.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads the trail. Whoever lets somebody see what it says records that as a read.
public interface AuditReader {
    /// Newest first.
    Listing search(Wanted wanted, int page, int size);

    /// Every match, newest first, one after another in flat memory.
    void each(Wanted wanted, Consumer<Entry> taker);

    Optional<Entry> find(long id);

    Optional<Entry> at(LocalDate day, long seq);

    Optional<AuditDay> day(LocalDate day);

    /// Newest first.
    List<AuditDay> days(int page, int size);

    long dayCount();

    /// How many entries the seals of these days count.
    long sealed(AuditCheck.Range range);

    /// @param who    a part of a name, or a person's id
    /// @param action the word, empty for all
    /// @param object a part of type, id or label
    record Wanted(
            String who,
            String action,
            String object,
            Deed.@Nullable Kind kind,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        public static final Wanted ALL = new Wanted("", "", "", null, null, null);
    }

    /// @param total counted no further than `COUNTED`
    record Listing(List<Entry> entries, long total) {
        public static final int COUNTED = 10_000;

        public boolean more() {
            return total > COUNTED;
        }
    }
}
