package tsukasa.audit.chain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `audit-roots.txt` in the data folder: a line for each day that is over, to be copied and published where nobody who
/// can write to the database can write. With it, even days cut off at the end are missed.
final class PublishedRoots {
    static final String FILE = "audit-roots.txt";
    private static final Logger LOG = LoggerFactory.getLogger(PublishedRoots.class);

    private PublishedRoots() {}

    /// The seal is in the database whatever happens here.
    static void add(Path data, SignedSeal signed) {
        HexFormat hex = HexFormat.of();
        String line = "%s %s %d %s %s%n"
                .formatted(
                        signed.seal().day(),
                        hex.formatHex(signed.root()),
                        signed.seal().entries(),
                        signed.keyId(),
                        hex.formatHex(signed.signature()));
        try {
            Files.writeString(
                    data.resolve(FILE),
                    line,
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            LOG.warn(
                    "the root of {} could not be added to {}: {}", signed.seal().day(), FILE, e.toString());
        }
    }

    /// The root of each day in the file.
    static Map<LocalDate, byte[]> read(Path file) throws IOException {
        Map<LocalDate, byte[]> roots = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] words = line.strip().split("\\s+", -1);
            if (words.length >= 2 && !line.startsWith("#")) {
                try {
                    roots.put(LocalDate.parse(words[0]), HexFormat.of().parseHex(words[1]));
                } catch (DateTimeException | IllegalArgumentException e) {
                    throw new IOException(file + " holds a line that is no root: " + line, e);
                }
            }
        }
        return roots;
    }
}
