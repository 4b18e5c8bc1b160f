package tsukasa.files;

import java.time.Instant;
import java.util.UUID;

/// A file that was kept elsewhere before, with what its record there says of it.
///
/// @param sha256 of its content, which must still be so
/// @param keptAt when it came in; its retention counts from then
public record FormerFile(NewFile file, FileType type, String sha256, UUID keptBy, String keptByName, Instant keptAt) {}
