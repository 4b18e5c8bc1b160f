package tsukasa.files;

import java.io.InputStream;
import java.util.function.Supplier;

/// Looks into a file for something harmful.
public interface VirusScanner {
    /// Whether one is set up at all.
    boolean configured();

    ScanVerdict scan(Supplier<InputStream> content);
}
