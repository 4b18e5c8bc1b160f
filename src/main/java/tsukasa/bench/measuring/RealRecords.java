package tsukasa.bench.measuring;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What is drawn from the yearly files of NVD (JSON 1.1): what people may have, and days of changes.
final class RealRecords {
    private static final int NAMES = 300_000;
    private static final int PRODUCTS = 5_000;
    private static final int FIRST_OF_OURS = 900_000;
    private static final String GRAVE = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";
    private final List<Path> files;

    RealRecords(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            this.files = all.filter(file -> file.getFileName().toString().matches("nvdcve-1\\.1-[0-9]{4}\\.json\\.gz"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param names    with a version, drawn as often as people have them
    /// @param products those that most is said of, without version
    record Drawn(List<String> names, List<String> products) {}

    Drawn drawn() {
        Having having = new Having();
        last().forEach(file -> lines(file, having::read));
        return new Drawn(having.names(NAMES), having.products(PRODUCTS));
    }

    private List<Path> last() {
        return files.subList(0, Math.min(3, files.size()));
    }

    private interface Line {
        void take(String line);
    }

    private static void lines(Path file, Line taker) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), 1 << 16), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                taker.take(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A day of changes to records of the last years: each looked at again, every twentieth scored anew, every
    /// twentieth
    /// published for the first time.
    ///
    /// @param allNew all of them are published for the first time
    Path day(Path folder, int howMany, int day, boolean allNew) {
        int[] written = new int[1];
        try {
            Files.createDirectories(folder);
            try (JsonGenerator out = JsonMapper.shared()
                    .createGenerator(new GZIPOutputStream(
                            Files.newOutputStream(folder.resolve("nvdcve-1.1-day-%d.json.gz".formatted(day)))))) {
                out.writeStartObject();
                out.writeArrayPropertyStart("CVE_Items");
                for (Path file : last()) {
                    items(file, day, item -> {
                        changed(item, written[0], day, allNew);
                        out.writeTree(item);
                        return ++written[0] < howMany;
                    });
                }
                out.writeEndArray();
                out.writeEndObject();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    /// Each day takes others.
    private static void items(Path file, int day, Predicate<ObjectNode> taker) throws IOException {
        int step = 12;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16);
                JsonParser parser = JsonMapper.shared().createParser(in)) {
            toItems(parser);
            boolean more = true;
            for (int at = 0; more && parser.nextToken() == JsonToken.START_OBJECT; at++) {
                if (at % step == day % step) {
                    ObjectNode item = parser.readValueAsTree();
                    boolean described =
                            !item.path("configurations").path("nodes").isEmpty();
                    more = !described || taker.test(item);
                } else {
                    parser.skipChildren();
                }
            }
        }
    }

    private static void toItems(JsonParser parser) {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean items = "CVE_Items".equals(parser.currentName());
            parser.nextToken();
            if (items) {
                return;
            }
            parser.skipChildren();
        }
    }

    private static void changed(ObjectNode item, int at, int day, boolean allNew) {
        item.put("lastModifiedDate", "2026-%02d-%02dT09:00Z".formatted(1 + day / 28, 1 + day % 28));
        if (allNew || at % 20 == 0) {
            ObjectNode meta = (ObjectNode) item.path("cve").path("CVE_data_meta");
            meta.put("ID", "CVE-2021-" + (FIRST_OF_OURS + day * 10_000 + at));
        } else if (at % 20 == 1
                && item.path("impact").path("baseMetricV3").path("cvssV3") instanceof ObjectNode score) {
            score.put("version", "3.1")
                    .put("vectorString", GRAVE)
                    .put("baseScore", 9.8)
                    .put("baseSeverity", "CRITICAL");
        }
    }
}
