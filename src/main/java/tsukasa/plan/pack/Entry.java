package tsukasa.plan.pack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// A value in a file of a package. Asked for something it is not, it reports that and answers with a stand-in, so that
/// reading goes on and every fault is found; stand-ins never leave a package that has a problem.
record Entry(String file, Node node, Problems problems) {
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,15}");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");
    private static final int LONGEST = 2_000;

    Spot spot() {
        return Spot.of(file, node.getStartMark());
    }

    void wrong(String what, String remedy) {
        problems.add(spot(), what, remedy);
    }

    boolean isText() {
        return node instanceof ScalarNode && !node.getTag().equals(Tag.NULL);
    }

    /// A scalar as it is written, of whatever type: a place may be `0`, an id `1-4`.
    String text() {
        if (!(node instanceof ScalarNode scalar)) {
            wrong("a text is expected here, not " + kind(), "write one value");
            return "?";
        }
        String value = scalar.getValue().strip();
        if (node.getTag().equals(Tag.NULL) || value.isEmpty()) {
            wrong("a text is expected here, not nothing", "write it, or leave the key out if it is optional");
            return "?";
        }
        if (value.length() > LONGEST) {
            wrong("this text has " + value.length() + " characters", "shorten it to " + LONGEST);
        }
        if (CONTROLS.matcher(value).find()) {
            wrong("this text has control characters", "take them out");
        }
        return value;
    }

    /// A text of a certain form, or the stand-in after reporting.
    String text(Pattern form, String standIn, String remedy) {
        String value = text();
        if (form.matcher(value).matches()) {
            return value;
        }
        if (!value.equals("?")) {
            wrong(Problems.quote(value) + " has another form than expected here", remedy);
        }
        return standIn;
    }

    long whole(long least, long most) {
        String value = text(WHOLE, "", "write a whole number without separators");
        if (value.isEmpty()) {
            return least;
        }
        long number = Long.parseLong(value);
        if (number < least || number > most) {
            wrong(number + " is out of range", "write a number from " + least + " to " + most);
            return least;
        }
        return number;
    }

    boolean truth() {
        String value = text();
        if (!value.equals("true") && !value.equals("false")) {
            wrong(Problems.quote(value) + " is neither true nor false", "write true or false");
        }
        return value.equals("true");
    }

    <T> Optional<T> oneOf(Map<String, T> names) {
        String value = text();
        T found = names.get(value);
        if (found == null && !value.equals("?")) {
            wrong(
                    Problems.quote(value) + " is not known here" + Nearest.hint(value, names.keySet()),
                    "write one of " + String.join(", ", new TreeSet<>(names.keySet())));
        }
        return Optional.ofNullable(found);
    }

    List<Entry> list() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(value -> new Entry(file, value, problems))
                    .toList();
        }
        wrong("a list is expected here, not " + kind(), "write each element after a hyphen");
        return List.of();
    }

    /// A mapping that may have these keys and no others.
    Fields fields(String... keys) {
        return new Fields(this, List.of(keys));
    }

    Optional<MappingNode> mapping() {
        if (node instanceof MappingNode mapping) {
            return Optional.of(mapping);
        }
        wrong("keys with values are expected here, not " + kind(), "write `key: value`");
        return Optional.empty();
    }

    private String kind() {
        return switch (node) {
            case MappingNode mapping -> "keys with values";
            case SequenceNode sequence -> "a list";
            default -> node.getTag().equals(Tag.NULL) ? "nothing" : "a single value";
        };
    }
}
