package tsukasa.watching;

import java.time.Instant;

/// A bill of materials whose parts are items of a list.
///
/// @param id       0 for one that is not kept yet
/// @param file     as it was called
/// @param name     of what it describes, empty where it does not say
/// @param parts    how many it has
/// @param nameless of these, how many have no name by which anything could be found
public record WatchedBill(long id, String file, String name, String format, Instant sentAt, int parts, int nameless) {}
