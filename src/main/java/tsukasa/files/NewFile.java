package tsukasa.files;

import java.io.IOException;
import java.io.InputStream;

/// A file as it comes in. Its type is read from its content, which its name must not contradict. What a browser
/// declares is a guess from the name, and not asked for.
///
/// @param name as it was given; shown, never used as a path
public record NewFile(
        String name, Content content, FileHolder holder, Confidentiality confidentiality, Retention retention) {

    /// Where its bytes are.
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }
}
