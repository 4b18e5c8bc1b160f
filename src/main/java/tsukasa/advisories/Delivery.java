package tsukasa.advisories;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tsukasa.kernel.kept.Packed;

/// Hands out documents so that a client that has one already is told so, and one that takes compressed bytes gets them.
public interface Delivery {
    /// A document made for this answer.
    ///
    /// @param modified null where it is not known
    ResponseEntity<byte[]> document(byte[] body, MediaType type, @Nullable Instant modified);

    /// A document of entries, kept compressed while the database of vulnerabilities stays as it is.
    ///
    /// @param asked all that the document depends on besides the database
    /// @param made  makes it; what this throws, such as that there is none, goes to whoever asked
    void kept(
            String asked,
            MediaType type,
            Supplier<Packed> made,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException;

    /// The content of a kept file.
    ResponseEntity<Resource> content(Shelf.Kept kept, MediaType type, HttpServletRequest request);

    /// The kept file itself, compressed as it is; parts of it may be asked for.
    ResponseEntity<Resource> packed(Shelf.Kept kept);

    /// A file that is kept whole; parts of it may be asked for.
    ResponseEntity<Resource> whole(Shelf.Kept kept, MediaType type);
}
