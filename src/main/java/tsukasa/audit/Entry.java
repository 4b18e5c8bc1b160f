package tsukasa.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An entry of the trail with its place in the chain.
///
/// @param id         counts all that was ever written; what was rolled back leaves gaps
/// @param occurredAt when it was done
/// @param request    the same for all entries of one request
/// @param network    the address it came from
/// @param day        in Japan, when it was sealed: mostly the day it occurred, the next for what was done at its very
/// end
public record Entry(
        long id,
        Instant occurredAt,
        Deed.Kind kind,
        Actor actor,
        String action,
        Thing object,
        @Nullable String reason,
        Map<String, String> facts,
        @Nullable String request,
        @Nullable String network,
        LocalDate day,
        long seq,
        String previous,
        String hash) {}
