package tsukasa.exposure.bom;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Text;

/// A small part of a document as a tree.
///
/// @param name     as the document calls it
/// @param text     of a value, else null
/// @param fields   of an object
/// @param items    of a list
/// @param repeated a member that stands there twice, null if none does
record Node(
        String name,
        @Nullable String text,
        Map<String, Node> fields,
        List<Node> items,
        @Nullable String repeated,
        Place place) {
    private static final int MOST = 400_000;
    /// Of all its names and values together.
    private static final int MOST_TEXT = 2 * Cursor.LONGEST;

    private static final int AROUND = 150;
    static final Node NONE = new Node("", null, Map.of(), List.of(), null, Place.UNKNOWN);

    /// All that belongs to the token.
    static Node read(Cursor cursor, Cursor.Token token) {
        return read(cursor, token, new Left());
    }

    /// How much more it may hold.
    private static final class Left {
        private int nodes = MOST;
        private int text = MOST_TEXT;

        String take(String told, Place place) {
            text -= told.length();
            if (nodes < 0 || text < 0) {
                throw Unreadable.wrong(Text.of("1つの項目の中身が多すぎます。", "One of its items holds too much."), place);
            }
            return told;
        }
    }

    private static Node read(Cursor cursor, Cursor.Token token, Left left) {
        Place place = cursor.place();
        left.nodes--;
        String name = left.take(cursor.name(), place);
        return switch (token) {
            case VALUE -> new Node(name, left.take(cursor.text(), place), Map.of(), List.of(), null, place);
            case LIST -> new Node(name, null, Map.of(), items(cursor, left), null, place);
            case OBJECT -> object(name, place, cursor, left);
            case END, DONE -> throw cursor.early();
        };
    }

    private static List<Node> items(Cursor cursor, Left left) {
        List<Node> items = new ArrayList<>();
        for (var token = cursor.next(); token != Cursor.Token.END; token = cursor.next()) {
            items.add(read(cursor, token, left));
        }
        return items;
    }

    private static Node object(String name, Place place, Cursor cursor, Left left) {
        Map<String, Node> fields = new LinkedHashMap<>();
        String repeated = null;
        for (var token = cursor.next(); token != Cursor.Token.END; token = cursor.next()) {
            Node field = read(cursor, token, left);
            repeated = fields.put(field.name(), field) == null ? repeated : field.name();
        }
        return new Node(name, null, fields, List.of(), repeated, place);
    }

    /// The room that it takes, in bytes, as far as that can be told.
    long weight() {
        long weight = AROUND + Found.bytes(name) + (text == null ? 0 : Found.bytes(text));
        for (Node field : fields.values()) {
            weight += field.weight();
        }
        for (Node item : items) {
            weight += item.weight();
        }
        return weight;
    }

    /// Without its other members.
    Node only(Set<String> wanted) {
        Map<String, Node> some = new LinkedHashMap<>(fields);
        some.keySet().retainAll(wanted);
        return new Node(name, text, some, items, repeated, place);
    }

    Node field(String field) {
        return fields.getOrDefault(field, NONE);
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    /// Of a member that is a value; empty where there is none.
    String word(String field) {
        String word = field(field).text();
        return word == null ? "" : word.strip();
    }

    /// The values of a member that is a list of them, or one of them.
    List<String> words(String field) {
        Node member = field(field);
        if (member.text() != null) {
            return List.of(member.text().strip());
        }
        List<String> words = new ArrayList<>();
        for (Node item : member.items()) {
            if (item.text() != null) {
                words.add(item.text().strip());
            }
        }
        return words;
    }
}
