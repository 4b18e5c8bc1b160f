package tsukasa.scheme;

import java.time.LocalDate;

/// The register of a scheme says something new.
public record EntryRecorded(String scheme, String number, String kind, LocalDate occurredOn) {}
