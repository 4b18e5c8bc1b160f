package tsukasa.plan.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tsukasa.plan.Place;
import tsukasa.plan.PlanItem;
import tsukasa.plan.PlanItem.Level;
import tsukasa.plan.PlanItem.ServiceLink;

/// Reads the files of `items`: the tree of the plan.
final class ItemReader {
    private static final Pattern PLACE = Pattern.compile("[^\\s\\p{Cntrl}<>\"'&]{1,80}");
    private static final Pattern ADDRESS = Pattern.compile("/([A-Za-z0-9._~-][A-Za-z0-9/._~#?=&%-]{0,198})?");
    private static final Map<String, Level> LEVELS =
            Map.of("section", Level.SECTION, "item", Level.ITEM, "measure", Level.MEASURE);

    private static final String[] KEYS =
            "place level title department service outcome repeats indicators rows none".split(" ");

    private final Names names;
    private final List<Entry> mentioned = new ArrayList<>();
    private final Map<String, PlanItem> items = new LinkedHashMap<>();
    private final List<Repetition> repetitions = new ArrayList<>();

    private record Repetition(Entry written, Place at) {}

    ItemReader(Names names) {
        this.names = names;
    }

    void read(Entry file) {
        file.list().forEach(this::item);
    }

    /// In document order, after all files are read.
    List<PlanItem> items() {
        repetitions.forEach(this::checkRepetition);
        return List.copyOf(items.values());
    }

    private void item(Entry entry) {
        Fields fields = entry.fields(KEYS);
        String place = fields.text("place", PLACE, "?", "write a place such as Ⅰ-1-(1-2)-②-a, without spaces");
        PlanItem item = new PlanItem(
                new Place(place),
                fields.oneOf("level", LEVELS, Level.MEASURE),
                fields.words("title"),
                names.department(fields),
                fields.ifAny("service").map(ItemReader::service),
                fields.wordsIfAny("outcome"),
                fields.ifAny("repeats").map(written -> repetition(written, new Place(place))),
                fields.listIfAny("indicators").stream().map(this::mention).toList(),
                fields.listIfAny("rows").stream()
                        .map(row -> (int) row.whole(1, 9_999))
                        .toList(),
                fields.truth("none"));
        if (!place.equals("?")) {
            add(item, fields.spot("place"), entry.problems());
        }
    }

    private String mention(Entry written) {
        mentioned.add(written);
        return written.text();
    }

    /// Once all indicators are read: an item names only those that there are.
    void checkIndicators(Set<String> ids) {
        mentioned.stream()
                .filter(written -> !ids.contains(written.text()))
                .forEach(written -> written.wrong(
                        "there is no indicator " + Problems.quote(written.text()) + Nearest.hint(written.text(), ids),
                        "write the id of an indicator of this package, or take it out"));
    }

    private void add(PlanItem item, Spot spot, Problems problems) {
        String place = item.place().value();
        @Nullable Place parent = item.place().parent();
        if (parent != null && !items.containsKey(parent.value())) {
            problems.add(
                    spot,
                    "no item " + Problems.quote(parent.value()) + " stands before " + Problems.quote(place),
                    "add the item one level up before this one, or correct the place");
        }
        if (items.putIfAbsent(place, item) != null) {
            problems.add(
                    spot, "the place " + Problems.quote(place) + " is there twice", "give each item its own place");
        }
    }

    private static ServiceLink service(Entry entry) {
        Fields fields = entry.fields("title", "address");
        return new ServiceLink(
                fields.words("title"),
                fields.text("address", ADDRESS, "/", "write a path of this platform, such as /security-action"));
    }

    private Place repetition(Entry written, Place at) {
        repetitions.add(new Repetition(written, at));
        return new Place(written.text(PLACE, "?", "write the place where the measure stands first"));
    }

    /// 再掲 points at the original, so that progress has one home.
    private void checkRepetition(Repetition repetition) {
        String target = repetition.written().text();
        Optional<PlanItem> original = Optional.ofNullable(items.get(target));
        if (original.isEmpty()) {
            repetition
                    .written()
                    .wrong(
                            "there is no place " + Problems.quote(target) + Nearest.hint(target, items.keySet()),
                            "write the place where the measure stands first");
        } else if (original.get().repeats().isPresent()
                || target.equals(repetition.at().value())) {
            repetition
                    .written()
                    .wrong(
                            Problems.quote(target) + " is itself a repetition",
                            "write the place where the measure stands first");
        }
    }
}
