package tsukasa.myjvn.feeds;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.kernel.Language;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.page.Writing;

/// The list by which clients see what is new, without asking for each file.
@Component
class Checksums {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss", Locale.ROOT);
    private static final String NAME = "/feed/checksum.txt";
    private final PublicAddress address;

    Checksums(PublicAddress address) {
        this.address = address;
    }

    static String path(Language language) {
        return "/" + language.tag() + NAME;
    }

    /// @param modified when the newest of the files became another one; empty where there is none
    record Sheet(byte[] text, Optional<Instant> modified) {}

    Sheet of(Language language, Collection<Kept> all) {
        List<Kept> files = all.stream()
                .filter(kept -> kept.path().startsWith("/" + language.tag() + "/"))
                .filter(kept -> !kept.path().endsWith(NAME))
                .toList();
        return new Sheet(
                JSON.writerWithDefaultPrettyPrinter()
                        .writeValueAsBytes(files.stream().map(this::line).toList()),
                files.stream().map(Kept::modified).max(Comparator.naturalOrder()));
    }

    private Map<String, Object> line(Kept kept) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("url", address.base() + kept.path());
        line.put("filename", kept.name());
        line.put("sha256", kept.sha256());
        line.put("size", kept.size());
        line.put("lastModified", WRITTEN.format(kept.modified().atZone(Writing.JAPAN)));
        return line;
    }
}
