package tsukasa.plan;

import java.io.IOException;
import java.io.InputStream;

/// A file that proves a result, as it comes in. Its type is read from its content, never from its name.
public record NewEvidence(String name, Content content) {
    /// Where its bytes are; may be opened more than once.
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }
}
