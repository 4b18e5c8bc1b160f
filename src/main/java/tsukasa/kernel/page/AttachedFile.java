package tsukasa.kernel.page;

import org.jspecify.annotations.Nullable;

/// One line in a list of files, drawn by `kernel/part/files.jte`.
///
/// @param address where it is downloaded; absent while it is not given out
/// @param kind    such as PDF
/// @param size    such as `1.2 MB`
/// @param remove  what the button that takes it away sends as `remove`; absent without such a button
public record AttachedFile(
        String name,
        @Nullable String address,
        String kind,
        String size,
        Status status,
        String state,
        @Nullable String remove) {}
