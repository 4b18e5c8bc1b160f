package tsukasa.scheme.definition;

import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tsukasa.kernel.Text;
import tsukasa.scheme.DefinitionProblem;

/// YAML as JSON, with the line of every value. Aliases are refused: a definition says everything where it stands.
record MarkedYaml(JsonNode json, Map<String, Integer> lines) {
    private static final int MOST_CHARACTERS = 1_000_000;
    private static final int DEEPEST = 20;

    static MarkedYaml read(String file, String text) throws Unreadable {
        try {
            for (Event event : yaml().parse(new StringReader(text))) {
                if (event instanceof AliasEvent alias) {
                    throw new Unreadable(
                            file,
                            alias.getStartMark().getLine() + 1,
                            Text.of("エイリアス（*）は使えません", "an alias (*) is not allowed"));
                }
            }
            Node root = yaml().compose(new StringReader(text));
            if (root == null) {
                throw new Unreadable(file, 0, Text.of("ファイルが空です", "the file is empty"));
            }
            Map<String, Integer> lines = new HashMap<>();
            return new MarkedYaml(json(root, "", lines), lines);
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null
                    ? 0
                    : broken.getProblemMark().getLine() + 1;
            throw new Unreadable(
                    file,
                    line,
                    Text.of("YAMLとして読めません（" + broken.getProblem() + "）", "this is not YAML: " + broken.getProblem()));
        } catch (YAMLException broken) {
            throw new Unreadable(
                    file,
                    0,
                    Text.of(
                            "100万文字・20段以内のYAMLとして読めません",
                            "this is not YAML of at most 1,000,000 characters and 20 levels"));
        }
    }

    /// The line of a value by its JSON pointer, or of the nearest thing around it.
    int line(String pointer) {
        for (String at = pointer; ; at = at.substring(0, at.lastIndexOf('/'))) {
            Integer line = lines.get(at);
            if (line != null) {
                return line;
            }
            if (at.isEmpty()) {
                return 0;
            }
        }
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        options.setNestingDepthLimit(DEEPEST);
        options.setAllowDuplicateKeys(false);
        return new Yaml(options);
    }

    private static JsonNode json(Node node, String pointer, Map<String, Integer> lines) {
        lines.put(pointer, node.getStartMark().getLine() + 1);
        return switch (node) {
            case MappingNode mapping -> object(mapping, pointer, lines);
            case SequenceNode sequence -> array(sequence.getValue(), pointer, lines);
            case ScalarNode scalar -> scalar(scalar);
            default -> JsonNodeFactory.instance.nullNode();
        };
    }

    private static ObjectNode object(MappingNode mapping, String pointer, Map<String, Integer> lines) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            object.set(key, json(tuple.getValueNode(), pointer + "/" + key, lines));
            lines.put(pointer + "/" + key, tuple.getKeyNode().getStartMark().getLine() + 1);
        }
        return object;
    }

    private static ArrayNode array(List<Node> values, String pointer, Map<String, Integer> lines) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < values.size(); i++) {
            array.add(json(values.get(i), pointer + "/" + i, lines));
        }
        return array;
    }

    private static JsonNode scalar(ScalarNode scalar) {
        String value = scalar.getValue();
        if (scalar.getTag().equals(Tag.INT) && value.matches("-?[0-9]{1,18}")) {
            return JsonNodeFactory.instance.numberNode(Long.parseLong(value));
        }
        if (scalar.getTag().equals(Tag.BOOL) && (value.equals("true") || value.equals("false"))) {
            return JsonNodeFactory.instance.booleanNode(value.equals("true"));
        }
        return JsonNodeFactory.instance.stringNode(value);
    }

    /// The text could not even be parsed.
    static final class Unreadable extends Exception {
        private final DefinitionProblem problem;

        Unreadable(String file, int line, Text what) {
            super(what.en());
            this.problem = new DefinitionProblem(
                    file,
                    line,
                    what,
                    Text.of("付属の制度と見比べてください", "compare it with a scheme that came with the platform"));
        }

        DefinitionProblem problem() {
            return problem;
        }
    }
}
