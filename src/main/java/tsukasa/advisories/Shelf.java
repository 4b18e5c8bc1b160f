package tsukasa.advisories;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;

/// Large files made of many entries: made when somebody asks for one, and from then on made again behind the scenes
/// whenever the database says something else. Readers always get a whole one.
public interface Shelf {
    /// The file as it is; the first time, the asker waits until it is made.
    ///
    /// @param name of letters, digits, `-` and `.`
    /// @param mark of what it is made of: another mark makes it anew
    Kept file(String name, long mark, Maker maker);

    /// A file that is packed in itself already, such as an archive: kept as it is written.
    Kept whole(String name, long mark, Maker maker);

    /// Writes the content; what it is made of may be read a part at a time.
    interface Maker {
        void write(OutputStream out) throws IOException;
    }

    /// @param packed    the file, compressed by gzip unless it is kept whole
    /// @param size      of the packed file
    /// @param plainSize of the content
    /// @param digest    SHA-256 of the content, in hex
    /// @param made      when what it says was read
    record Kept(Path packed, long size, long plainSize, String digest, Instant made) {}
}
