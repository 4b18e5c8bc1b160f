package tsukasa.plan.pack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import tsukasa.kernel.Text;

/// The keys of one mapping. Keys that are unknown, doubled or missing are reported where they stand.
final class Fields {
    private static final Text NO_WORDS = Text.same("?");

    private final Entry owner;
    private final Map<String, Entry> values;

    Fields(Entry owner, List<String> known) {
        this.owner = owner;
        this.values = owner.mapping()
                .map(mapping -> read(owner, mapping, Optional.of(known)))
                .orElse(Map.of());
    }

    /// A mapping whose keys are chosen by the author, in written order.
    static Map<String, Entry> free(Entry owner) {
        return owner.mapping()
                .map(mapping -> read(owner, mapping, Optional.empty()))
                .orElse(Map.of());
    }

    private static Map<String, Entry> read(Entry owner, MappingNode mapping, Optional<List<String>> known) {
        Map<String, Entry> values = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Entry keyEntry = new Entry(owner.file(), tuple.getKeyNode(), owner.problems());
            String key = keyEntry.text();
            if (known.isPresent() && !known.get().contains(key)) {
                keyEntry.wrong(
                        "the key " + Problems.quote(key) + " is not known here" + Nearest.hint(key, known.get()),
                        "use " + String.join(", ", known.get()));
            }
            Entry value = new Entry(owner.file(), tuple.getValueNode(), owner.problems());
            if (values.putIfAbsent(key, value) != null) {
                keyEntry.wrong("the key " + Problems.quote(key) + " stands here twice", "keep one of the two");
            }
        }
        return values;
    }

    Spot spot() {
        return owner.spot();
    }

    /// Where the value of a key stands, or the mapping when there is none.
    Spot spot(String key) {
        Entry value = values.get(key);
        return value == null ? owner.spot() : value.spot();
    }

    Optional<Entry> ifAny(String key) {
        return Optional.ofNullable(values.get(key));
    }

    Optional<Entry> entry(String key) {
        Entry value = values.get(key);
        if (value == null && owner.node() instanceof MappingNode) {
            owner.wrong("the key " + Problems.quote(key) + " is missing", "add `" + key + ": …`");
        }
        return Optional.ofNullable(value);
    }

    String text(String key) {
        return entry(key).map(Entry::text).orElse("?");
    }

    String text(String key, Pattern form, String standIn, String remedy) {
        return entry(key).map(value -> value.text(form, standIn, remedy)).orElse(standIn);
    }

    long whole(String key, long least, long most) {
        return entry(key).map(value -> value.whole(least, most)).orElse(least);
    }

    boolean truth(String key) {
        return ifAny(key).map(Entry::truth).orElse(false);
    }

    List<Entry> list(String key) {
        return entry(key).map(Entry::list).orElse(List.of());
    }

    List<Entry> listIfAny(String key) {
        return ifAny(key).map(Entry::list).orElse(List.of());
    }

    <T> T oneOf(String key, Map<String, T> names, T standIn) {
        return entry(key).flatMap(value -> value.oneOf(names)).orElse(standIn);
    }

    Text words(String key) {
        return entry(key).map(Fields::words).orElse(NO_WORDS);
    }

    Optional<Text> wordsIfAny(String key) {
        return ifAny(key).map(Fields::words);
    }

    List<Text> wordsList(String key) {
        return listIfAny(key).stream().map(Fields::words).toList();
    }

    static Text words(Entry value) {
        Fields languages = value.fields("ja", "en");
        return Text.of(languages.text("ja"), languages.text("en"));
    }
}
