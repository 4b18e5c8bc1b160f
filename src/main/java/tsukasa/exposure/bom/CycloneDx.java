package tsukasa.exposure.bom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tsukasa.exposure.Statement;
import tsukasa.exposure.Statement.Position;
import tsukasa.exposure.bom.Cursor.Token;

/// The parts of a CycloneDX document. Components are read one by one, so that a million of them take the room of one.
final class CycloneDx {
    private static final int DEEPEST = 60;
    private static final Set<String> WORDS =
            Set.of("bom-ref", "type", "name", "group", "version", "versionRange", "isExternal", "purl", "cpe", "scope");
    private static final Set<String> CHECKED = Set.of("hashes", "licenses", "swid", "pedigree", "properties");
    private static final Map<String, Position> STATES = Map.of(
            "not_affected", Position.NOT_AFFECTED,
            "false_positive", Position.NOT_AFFECTED,
            "resolved", Position.FIXED,
            "resolved_with_pedigree", Position.FIXED,
            "exploitable", Position.AFFECTED,
            "in_triage", Position.UNDER_INVESTIGATION);
    private final Cursor cursor;
    private final Found found;
    private final CycloneDxRules rules;
    private String made = "";

    CycloneDx(Cursor cursor, Found found) {
        this.cursor = cursor;
        this.found = found;
        this.rules = new CycloneDxRules(found.remarks());
    }

    CycloneDxRules rules() {
        return rules;
    }

    /// When the document was made, as written; empty where it does not say.
    String made() {
        return made;
    }

    /// The name of what the document describes.
    String metadata() {
        String name = "";
        for (Token token = cursor.next(); token != Token.END; token = cursor.next()) {
            if (token == Token.OBJECT && cursor.name().equals("component")) {
                int at = found.parts().size();
                component(0);
                found.subject(at);
                name = found.parts().get(at).title();
            } else {
                Node node = Node.read(cursor, token);
                if (node.name().equals("timestamp") && node.text() != null) {
                    made = node.text().strip();
                }
                rules.metadata(node);
            }
        }
        return name;
    }

    void components(Token token, int depth) {
        if (token == Token.VALUE && cursor.text().isBlank()) {
            return;
        }
        if (token != Token.LIST) {
            throw DocumentReader.notAList(cursor);
        }
        if (depth > DEEPEST) {
            throw Cursor.deep(cursor.place());
        }
        for (Token item = cursor.next(); item != Token.END; item = cursor.next()) {
            if (item == Token.OBJECT) {
                component(depth);
            } else {
                rules.noObject(cursor, item);
            }
        }
    }

    private void component(int depth) {
        Place place = cursor.place();
        Map<String, String> words = new HashMap<>();
        int at = found.parts().size();
        found.part("", "", "", null, List.of());
        for (Token token = cursor.next(); token != Token.END; token = cursor.next()) {
            String name = cursor.name();
            if (name.equals("components")) {
                components(token, depth + 1);
            } else if (WORDS.contains(name)) {
                if (token == Token.VALUE) {
                    rules.word(cursor, words.put(name, Found.cut(cursor.text().strip())) != null);
                } else {
                    rules.noWord(cursor);
                    cursor.skip(token);
                }
            } else if (CHECKED.contains(name)) {
                rules.piece(Node.read(cursor, token));
            } else {
                cursor.skip(token);
            }
        }
        rules.component(words, place);
        put(at, words);
    }

    private void put(int at, Map<String, String> words) {
        String name = words.getOrDefault("name", "");
        String group = words.getOrDefault("group", "");
        String cpe = words.getOrDefault("cpe", "");
        found.replace(
                at,
                words.getOrDefault("bom-ref", ""),
                group.isEmpty() ? name : group + "/" + name,
                words.getOrDefault("version", ""),
                words.get("purl"),
                cpe.isEmpty() ? List.of() : List.of(cpe));
    }

    void services(Token token) {
        each(token, rules::service);
    }

    void dependencies(Token token) {
        each(token, rules::dependency);
    }

    void citations(Token token) {
        each(token, rules::citation);
    }

    void each(Token token, java.util.function.Consumer<Node> taker) {
        if (token != Token.LIST) {
            throw DocumentReader.notAList(cursor);
        }
        for (Token item = cursor.next(); item != Token.END; item = cursor.next()) {
            taker.accept(Node.read(cursor, item));
        }
    }

    /// A vulnerability with what somebody found out about it.
    void vulnerability(Node node) {
        Node analysis = node.field("analysis");
        Position position = STATES.get(analysis.word("state"));
        if (position == null) {
            return;
        }
        Set<String> numbers = new LinkedHashSet<>();
        numbers.add(node.word("id"));
        node.field("references").items().forEach(reference -> numbers.add(reference.word("id")));
        numbers.remove("");
        List<String> about = new ArrayList<>();
        node.field("affects").items().forEach(target -> about.add(Found.cut(target.word("ref"))));
        if (!numbers.isEmpty()) {
            found.statement(new Statement(
                    List.copyOf(numbers),
                    position,
                    analysis.word("state").equals("false_positive")
                                    && analysis.word("justification").isEmpty()
                            ? "false_positive"
                            : analysis.word("justification"),
                    Found.cut(analysis.word("detail")),
                    about,
                    Dates.read(analysis.word("lastUpdated"))));
        }
    }
}
