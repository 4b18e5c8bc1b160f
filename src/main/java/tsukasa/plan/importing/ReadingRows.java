package tsukasa.plan.importing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Frame;
import tsukasa.plan.Doubt;
import tsukasa.plan.Place;
import tsukasa.plan.PlanDocument.Block;
import tsukasa.plan.PlanDocument.Node;
import tsukasa.plan.PlanDocument.Passage;
import tsukasa.plan.PlanDocument.Role;
import tsukasa.plan.importing.ReadingPage.Line;
import tsukasa.plan.importing.ReadingPage.Mark;
import tsukasa.plan.importing.ReadingPage.Row;

/// Lays the tree beside the text: every line of the text stands in one row, behind the item it belongs to.
final class ReadingRows {
    static final int WHOLE_PART = 60;
    private static final int CONTEXT = 2;
    private final Frame frame;
    private final OpenReading reading;
    private final String address;
    private final Only only;
    private final List<Block> blocks;
    private final Map<Integer, List<Doubt>> doubts = new TreeMap<>();
    private final Map<String, StoredCorrection> settled;
    private final List<Doubt> open;

    enum Only {
        ALL,
        DOUBTS,
        INDICATORS,
        TABLES
    }

    /// @param first index of its first block
    record Part(String title, int first) {}

    ReadingRows(Frame frame, OpenReading reading, String address, Only only) {
        this.frame = frame;
        this.reading = reading;
        this.address = address;
        this.only = only;
        this.blocks = reading.read().document().blocks().stream()
                .filter(b -> !(b instanceof Passage p && p.kind() == Passage.Kind.FURNITURE))
                .toList();
        this.settled = reading.settled();
        this.open = reading.openDoubts().stream().filter(d -> d.line() > 0).toList();
        reading.read()
                .doubts()
                .forEach(d ->
                        doubts.computeIfAbsent(d.line(), l -> new ArrayList<>()).add(d));
    }

    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Node node && (node.depth() <= 1 || parts.isEmpty())) {
                parts.add(new Part(
                        node.place().value().equals("0")
                                ? frame.say("前文", "Preamble")
                                : node.place().value(),
                        i));
            } else if (isLongTable(blocks.get(i))) {
                parts.add(new Part(frame.say("表", "Tables"), i));
            }
        }
        return parts;
    }

    private static boolean isLongTable(Block block) {
        return block instanceof Passage passage && passage.lines().size() > WHOLE_PART;
    }

    private int partOf(int line) {
        List<Part> parts = parts();
        int part = 0;
        for (int i = 0; i < parts.size(); i++) {
            if (blocks.get(parts.get(i).first()).line() <= line) {
                part = i;
            }
        }
        return part;
    }

    List<Row> rows(int part) {
        List<Part> parts = parts();
        int from = only == Only.ALL && part < parts.size() ? parts.get(part).first() : 0;
        int to = only == Only.ALL && part + 1 < parts.size()
                ? parts.get(part + 1).first()
                : blocks.size();
        List<Row> rows = new ArrayList<>();
        for (int i = from; i < to; i++) {
            int first = i == 0 ? 1 : blocks.get(i).line();
            int last = i + 1 < blocks.size()
                    ? blocks.get(i + 1).line() - 1
                    : reading.lines().size();
            if (wanted(blocks.get(i), first, last)) {
                rows.add(row(blocks.get(i), lines(first, last)));
            }
        }
        return rows;
    }

    /// One item with its lines.
    Row rowOf(Node node) {
        int i = blocks.indexOf(node);
        int last = i + 1 < blocks.size()
                ? blocks.get(i + 1).line() - 1
                : reading.lines().size();
        return row(node, lines(node.line(), last));
    }

    private boolean wanted(Block block, int first, int last) {
        return switch (only) {
            case ALL -> true;
            case DOUBTS -> doubts.keySet().stream().anyMatch(l -> l >= first && l <= last);
            case INDICATORS -> block instanceof Node node && node.role() == Role.INDICATOR;
            case TABLES -> block instanceof Passage;
        };
    }

    private List<Line> lines(int first, int last) {
        List<Line> lines = new ArrayList<>();
        for (int number = first; number <= last; number++) {
            String text = reading.lines().get(number - 1);
            if (!text.isBlank() && (only != Only.DOUBTS || nearDoubt(number))) {
                lines.add(new Line(number, text.strip(), marks(number)));
            }
        }
        return lines;
    }

    private boolean nearDoubt(int number) {
        return doubts.keySet().stream().anyMatch(l -> Math.abs(l - number) <= CONTEXT);
    }

    List<Mark> marks(int line) {
        return doubts.getOrDefault(line, List.of()).stream().map(this::mark).toList();
    }

    private Mark mark(Doubt doubt) {
        int index = open.indexOf(doubt);
        boolean isOpen = index >= 0;
        return new Mark(
                doubt.key(),
                frame.say(DoubtWords.of(doubt.kind())),
                frame.say(doubt.what()),
                Optional.ofNullable(settled.get(doubt.key()))
                        .map(e -> e.byName() + "（" + frame.writing().minute(e.at()) + "）" + e.note())
                        .orElse(null),
                isOpen && index > 0 ? addressOf(open.get(index - 1)) : null,
                isOpen && index + 1 < open.size() ? addressOf(open.get(index + 1)) : null);
    }

    @Nullable
    String firstDoubt() {
        return open.isEmpty() ? null : addressOf(open.getFirst());
    }

    private String addressOf(Doubt doubt) {
        String query = only == Only.DOUBTS ? "?only=doubts" : "?part=" + partOf(doubt.line());
        return address + query + "#d-" + doubt.key();
    }

    /// Where a line stands, for links from other views.
    String addressOf(int line, Place place) {
        return address + "?part=" + partOf(line) + "#" + anchor(place);
    }

    static String anchor(Place place) {
        return "p-" + place.slug().replaceAll("[^\\p{L}\\p{N}-]", "_");
    }

    private Row row(Block block, List<Line> lines) {
        return switch (block) {
            case Passage passage ->
                new Row(
                        "l-" + passage.line(),
                        "",
                        1,
                        frame.say("表", "Tables"),
                        frame.say("表とその周り", "Tables and what stands around them"),
                        null,
                        null,
                        address + "/tables",
                        lines);
            case Node node ->
                new Row(
                        anchor(node.place()),
                        node.place().value(),
                        Math.min(node.depth(), 6),
                        frame.say(DoubtWords.of(node)),
                        title(node),
                        node.repeats().map(Place::value).orElse(null),
                        reading.stored().acceptance().isPresent()
                                ? null
                                : address + "/correction?what=item&subject="
                                        + URLEncoder.encode(node.place().value(), StandardCharsets.UTF_8),
                        node.role() == Role.INDICATOR ? address + "/indicators" : null,
                        lines);
        };
    }

    static String title(Node node) {
        String words = node.title()
                .filter(t -> t.length() > node.marker().length())
                .map(t -> t.substring(node.marker().length()).strip())
                .orElse("");
        return words.length() > 60 ? words.substring(0, 60) + "…" : words;
    }
}
