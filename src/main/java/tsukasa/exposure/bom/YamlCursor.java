package tsukasa.exposure.bom;

import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import tsukasa.kernel.Text;

/// YAML without anything that stands for something else. All values are words.
final class YamlCursor extends Cursor {
    private static final int LARGEST = 64 * 1024 * 1024;
    private final Iterator<Event> events;
    private final Deque<Boolean> open = new ArrayDeque<>();
    private Place place = Place.UNKNOWN;
    private String name = "";
    private String text = "";

    YamlCursor(Reader in) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        options.setNestingDepthLimit(DEEPEST);
        events = new Yaml(options).parse(in).iterator();
    }

    @Override
    Token next() {
        Event event = event();
        name = "";
        if (!open.isEmpty() && open.getLast() && event instanceof ScalarEvent key) {
            name = key.getValue();
            event = event();
        }
        return switch (event) {
            case MappingStartEvent _ -> begun(true, Token.OBJECT);
            case SequenceStartEvent _ -> begun(false, Token.LIST);
            case MappingEndEvent _ -> ended();
            case SequenceEndEvent _ -> ended();
            case ScalarEvent scalar -> {
                text = scalar.getValue();
                yield Token.VALUE;
            }
            case AliasEvent _ ->
                throw Unreadable.broken(
                        Text.of("YAML の別名（*）は受け付けません。", "Aliases (*) of YAML are not accepted."), place);
            default -> Token.DONE;
        };
    }

    private Token begun(boolean object, Token token) {
        if (open.size() >= DEEPEST) {
            throw deep(place);
        }
        open.addLast(object);
        return token;
    }

    private Token ended() {
        open.removeLast();
        return Token.END;
    }

    /// The next one that says something; the last one again at the end.
    private Event event() {
        try {
            while (true) {
                Event event = events.next();
                place = place(event.getStartMark());
                boolean frame = event.is(Event.ID.StreamStart) || event.is(Event.ID.DocumentStart);
                if (!frame) {
                    return event;
                }
            }
        } catch (MarkedYAMLException e) {
            throw Unreadable.broken(Text.of("YAML として読み取れません。", "This is not YAML."), place(e.getProblemMark()));
        } catch (YAMLException e) {
            if (e.getCause() != null) {
                throw Opened.failed(e.getCause(), place);
            }
            throw Unreadable.broken(
                    Text.of("YAML として読み取れない文字があるか、大きすぎます。", "This is not YAML, or it is too large."), place);
        }
    }

    private static Place place(@org.jspecify.annotations.Nullable Mark mark) {
        return mark == null ? Place.UNKNOWN : new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }

    @Override
    String name() {
        return name;
    }

    @Override
    String text() {
        return text;
    }

    @Override
    boolean words() {
        return true;
    }

    @Override
    Place place() {
        return place;
    }
}
