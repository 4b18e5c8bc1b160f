package tsukasa.watching;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// Hands news to those who tell them.
public interface WatchReport {
    /// The ways in which a happening can be told, each once.
    enum Way {
        LETTER,
        HOOK
    }

    /// Takes what waits of some lists, and has it told in the same transaction: what fails stays, what is told is gone.
    ///
    /// @return of how many lists something was told
    int tell(Way way, int lists, Consumer<WatchNews> teller);

    /// The last happenings of a list, the newest first, told or not.
    List<WatchNews.Happening> last(UUID owner, UUID list, int most);
}
