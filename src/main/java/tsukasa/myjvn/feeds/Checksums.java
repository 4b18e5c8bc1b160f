package tsukasa.myjvn.feeds;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private final Shelf shelf;
    private final PublicAddress address;

    Checksums(Shelf shelf, PublicAddress address) {
        this.shelf = shelf;
        this.address = address;
    }

    String of(Language language) {
        List<Map<String, Object>> files = shelf.all().stream()
                .filter(kept -> kept.path().startsWith("/" + language.tag() + "/"))
                .map(this::line)
                .toList();
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(files);
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
