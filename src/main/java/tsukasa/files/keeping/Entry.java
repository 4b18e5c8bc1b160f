package tsukasa.files.keeping;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import tsukasa.files.FileType;
import tsukasa.files.NewFile;
import tsukasa.kernel.page.Writing;

/// What is recorded of a file as it comes in.
///
/// @param name as it is shown
record Entry(NewFile file, String name, FileType type, UUID by, String byName, Instant at) {
    Optional<LocalDate> until() {
        return file.retention().until(LocalDate.ofInstant(at, Writing.JAPAN));
    }
}
