package tsukasa.files;

import java.io.IOException;
import java.io.InputStream;

/// A file as it comes in. Its type is read from its content, which its name must not contradict. What a browser
/// declares is a guess from the name, and not asked for.
///
/// @param name     as it was given; shown, never used as a path
/// @param archives whether an archive of anything is kept as well, such as software that the agency offers
public record NewFile(
        String name,
        Content content,
        FileHolder holder,
        Confidentiality confidentiality,
        Retention retention,
        boolean archives) {
    public NewFile(
            String name, Content content, FileHolder holder, Confidentiality confidentiality, Retention retention) {
        this(name, content, holder, confidentiality, retention, false);
    }

    /// Where its bytes are.
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }
}
