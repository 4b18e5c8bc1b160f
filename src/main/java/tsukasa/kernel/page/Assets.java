package tsukasa.kernel.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Where the styles, scripts and licences lie that the front-end build made, each with the hash a browser checks it by.
public final class Assets {
    private static final Map<String, Asset> ALL = read();

    private Assets() {}

    /// @param path      the address, which carries a hash of the content and so may be kept for ever
    /// @param integrity the value of the `integrity` attribute
    public record Asset(String path, String integrity) {}

    /// Empty when the application was built without its front end; pages then come unstyled but complete.
    public static Optional<Asset> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    private static Map<String, Asset> read() {
        try (InputStream in = Assets.class.getResourceAsStream("/static/assets/manifest.json")) {
            if (in == null) {
                return Map.of();
            }
            JsonNode manifest = JsonMapper.builder().build().readTree(in);
            Map<String, Asset> all = new LinkedHashMap<>();
            manifest.properties()
                    .forEach(entry -> all.put(
                            entry.getKey(),
                            new Asset(
                                    entry.getValue().path("path").asString(),
                                    entry.getValue().path("integrity").asString())));
            return Map.copyOf(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
