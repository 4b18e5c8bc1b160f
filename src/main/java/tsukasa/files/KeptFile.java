package tsukasa.files;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import tsukasa.kernel.page.AttachedFile;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Writing;

/// A file that was kept, as its record says.
///
/// @param sha256    of its content as it came in
/// @param keepUntil the last day it is kept; empty while in use
/// @param hold      the reason why it must not go even after that day
public record KeptFile(
        FileId id,
        String name,
        FileType type,
        long size,
        String sha256,
        FileHolder holder,
        Confidentiality confidentiality,
        Retention retention,
        Optional<LocalDate> keepUntil,
        Optional<String> hold,
        FileState state,
        UUID keptBy,
        String keptByName,
        Instant keptAt) {

    /// Where it is downloaded.
    public String address() {
        return "/files/" + id + "/"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public boolean confidential() {
        return confidentiality == Confidentiality.CONFIDENTIAL;
    }

    /// As a line of `kernel/part/files.jte`.
    ///
    /// @param removable whether the one who looks may take it away
    public AttachedFile shown(Frame frame, boolean removable) {
        return new AttachedFile(
                name,
                state.givenOut() ? address() : null,
                frame.say(type.title()),
                Writing.size(size),
                state.status(),
                frame.say(state.title()),
                removable && hold.isEmpty() ? id.toString() : null);
    }
}
