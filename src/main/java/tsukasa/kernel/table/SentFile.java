package tsukasa.kernel.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/// A table as somebody sent it.
///
/// @param name the last part of what the browser calls it, without signs that do not print
public record SentFile(String name, byte[] content) {
    public static final int LARGEST = 5 << 20;
    private static final int LONGEST_NAME = 120;

    /// Empty when it is larger than [#LARGEST]; no more than that is read.
    public static Optional<SentFile> of(MultipartFile file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            byte[] content = in.readNBytes(LARGEST + 1);
            return content.length > LARGEST
                    ? Optional.empty()
                    : Optional.of(new SentFile(shown(file.getOriginalFilename()), content));
        }
    }

    /// The same of rows that were pasted instead.
    public static Optional<SentFile> pasted(String name, String rows) {
        byte[] content = SheetFile.pasted(rows);
        return content.length > LARGEST ? Optional.empty() : Optional.of(new SentFile(name, content));
    }

    private static String shown(@Nullable String given) {
        String name =
                given == null ? "" : given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String plain = name.replaceAll("[\\p{C}]", "").strip();
        return plain.isEmpty() ? "file" : plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    }
}
