package tsukasa.plan.pack;

import java.io.StringReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;

/// Turns a YAML text into nodes that know their line. Anchors, aliases and tags are refused: a package says everything
/// where it stands, and neither a bomb of aliases nor a foreign type gets any further than this class.
final class YamlText {
    private static final int DEEPEST = 20;

    private final String file;
    private final String text;
    private final Problems problems;

    YamlText(String file, String text, Problems problems) {
        this.file = file;
        this.text = text;
        this.problems = problems;
    }

    Optional<Entry> root() {
        try {
            if (!plain()) {
                return Optional.empty();
            }
            Node root = yaml().compose(new StringReader(text));
            if (root == null) {
                problems.add(Spot.whole(file), "the file is empty", "write its content, see the format description");
                return Optional.empty();
            }
            return Optional.of(new Entry(file, root, problems));
        } catch (MarkedYAMLException broken) {
            Mark mark = broken.getProblemMark() == null ? broken.getContextMark() : broken.getProblemMark();
            Spot spot = mark == null ? Spot.whole(file) : Spot.of(file, mark);
            problems.add(spot, "this is not YAML: " + words(broken), "check indentation, quotes and colons");
        } catch (YAMLException broken) {
            explain(broken);
        }
        return Optional.empty();
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(PackageTexts.MOST_BYTES + 1);
        options.setNestingDepthLimit(DEEPEST);
        options.setAllowDuplicateKeys(false);
        return new Yaml(options);
    }

    private static String words(MarkedYAMLException broken) {
        String problem = broken.getProblem();
        return Problems.quote(problem == null ? "no further reason given" : problem);
    }

    /// Some refusals of the parser carry no line; the second look finds it.
    private void explain(YAMLException broken) {
        if (broken instanceof org.yaml.snakeyaml.reader.ReaderException odd) {
            int offset = text.offsetByCodePoints(0, Math.min(odd.getPosition(), text.codePointCount(0, text.length())));
            problems.add(
                    Spot.at(file, text, offset),
                    "the character U+%04X is not allowed in YAML".formatted(odd.getCodePoint()),
                    "take it out");
            return;
        }
        firstTooDeep()
                .ifPresentOrElse(
                        mark -> problems.add(
                                Spot.of(file, mark),
                                "this is nested more than " + DEEPEST + " levels deep",
                                "write it flatter, as the format description shows"),
                        () -> problems.add(
                                Spot.whole(file),
                                "this is not YAML: " + Problems.quote(String.valueOf(broken.getMessage())),
                                "compare it with the format description"));
    }

    private Optional<Mark> firstTooDeep() {
        int depth = 0;
        try {
            for (Event event : yaml().parse(new StringReader(text))) {
                depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
                if (depth > DEEPEST) {
                    return Optional.of(event.getStartMark());
                }
            }
        } catch (YAMLException alsoBroken) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /// Looks at the events, not at the nodes: an alias makes a graph of nodes that takes for ever to walk.
    private boolean plain() {
        if (text.indexOf('&') < 0 && text.indexOf('!') < 0) {
            return true;
        }
        boolean plain = true;
        for (Event event : yaml().parse(new StringReader(text))) {
            Optional<String> fault = fault(event);
            if (fault.isPresent()) {
                problems.add(Spot.of(file, event.getStartMark()), fault.get(), "write the value out in full");
                plain = false;
            }
        }
        return plain;
    }

    private static Optional<String> fault(Event event) {
        if (event instanceof AliasEvent) {
            return Optional.of("an alias (*) is not allowed");
        }
        if (event instanceof NodeEvent node && node.getAnchor() != null) {
            return Optional.of("an anchor (&) is not allowed");
        }
        @Nullable
        String tag = switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent collection -> collection.getTag();
            default -> null;
        };
        return tag == null ? Optional.empty() : Optional.of("a tag (" + Problems.quote(tag) + ") is not allowed");
    }
}
