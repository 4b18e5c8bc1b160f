package tsukasa.watching.showing;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.EntryHead;
import tsukasa.watching.FindingQuestion;

/// Makes a question of what an address asks for: whether words are the number of a vulnerability, the database knows.
@Component
class Asking {
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z][A-Za-z_]{1,15}-[0-9A-Za-z][0-9A-Za-z:-]{1,60}");
    private final Entries entries;
    private final Clock clock;

    Asking(Entries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    FindingQuestion question(Wanted wanted, Set<UUID> lists, int size) {
        Set<Long> meant = NUMBER.matcher(wanted.words()).matches()
                ? entries.known(wanted.words()).stream().map(EntryHead::id).collect(Collectors.toSet())
                : Set.of();
        return wanted.question(lists, meant, clock.instant(), size);
    }
}
