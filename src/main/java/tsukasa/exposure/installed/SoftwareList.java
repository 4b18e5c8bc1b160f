package tsukasa.exposure.installed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tsukasa.kernel.Text;

/// The software that can be asked about: a file of ours among the resources.
@Component
class SoftwareList {
    private static final String FILE = "/tsukasa/exposure/desktop-software.yaml";
    private final Map<String, Software> byId = new LinkedHashMap<>();

    SoftwareList() {
        try (InputStream in = Objects.requireNonNull(SoftwareList.class.getResourceAsStream(FILE))) {
            List<Map<String, String>> rows = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            for (Map<String, String> row : rows) {
                Software one = software(row);
                if (byId.put(one.id(), one) != null) {
                    throw new IllegalStateException(one.id() + " stands twice in " + FILE);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Software software(Map<String, String> row) {
        String[] cpe = told(row, "cpe").split(":", -1);
        return new Software(
                told(row, "id"),
                Text.of(row.getOrDefault("name_ja", told(row, "name")), told(row, "name")),
                Text.of(row.getOrDefault("maker_ja", told(row, "maker")), told(row, "maker")),
                cpe[0],
                cpe[1],
                Text.of(told(row, "where_ja"), told(row, "where_en")),
                told(row, "example"));
    }

    private static String told(Map<String, String> row, String key) {
        String value = row.get(key);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("a row of " + FILE + " has no " + key);
        }
        return value;
    }

    List<Software> all() {
        return new ArrayList<>(byId.values());
    }
}
