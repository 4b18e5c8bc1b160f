package tsukasa.scheme;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tsukasa.kernel.Text;

/// 制度: one version of a scheme's definition; immutable, and running cases keep the version they began with.
///
/// @param prefix       begins every case number, `SA-2021-000123`
/// @param words        what this scheme calls its subjects and what they do
/// @param notice       stands under everything that is published; empty when nothing need be said
/// @param subjectField the field whose value names the subject in the register; empty value means a person without one,
///                     and a scheme whose subjects never have one names no field, ""
/// @param mailField    the field with the address that must confirm
/// @param terms        what is accepted before the logo is given; a scheme without a logo has none
/// @param open         fields that anyone may see; all others are for the subject and for staff
/// @param department   handles its cases; without one, only those do who handle cases over the whole agency
/// @param confidential its cases are seen by their handlers and those who supervise them only, and never published
/// @param form         JSON Schema 2020-12 with `x-` words for people: the only description of the data
/// @param digest       SHA-256 over the folder
public record Scheme(
        String id,
        int version,
        Text title,
        Text summary,
        Words words,
        Optional<Text> notice,
        String prefix,
        String subjectField,
        String mailField,
        RegisterColumns register,
        List<Level> levels,
        List<SizeRule> smallCompany,
        List<Step> steps,
        List<Section> reading,
        List<String> selfCheck,
        List<Band> bands,
        Optional<Terms> terms,
        Set<String> open,
        Optional<String> department,
        boolean confidential,
        JsonNode form,
        Map<String, FormField> fields,
        String digest) {
    public Scheme {
        levels = List.copyOf(levels);
        smallCompany = List.copyOf(smallCompany);
        steps = List.copyOf(steps);
        reading = List.copyOf(reading);
        selfCheck = List.copyOf(selfCheck);
        bands = List.copyOf(bands);
        open = Set.copyOf(open);
    }

    /// @param who 事業者, businesses: those who stand in the register
    /// @param act 宣言, declaration: what brings them there
    public record Words(Text who, Text act) {}

    /// Which field fills which column of the register; "" where the scheme asks for no such thing.
    public record RegisterColumns(
            String name,
            String kana,
            String english,
            String prefecture,
            String industry,
            String employees,
            String capital,
            String level) {}

    /// 段階, lowest first. Moving up is a step-up; moving down needs a withdrawal.
    public record Level(String id, String mark, Text title, Text meaning) {}

    /// 中小企業: small when the industry is one of these and capital or employees stay within the limits
    /// (Small and Medium-sized Enterprise Basic Act §2).
    public record SizeRule(Set<String> industries, long capital, int employees) {
        public SizeRule {
            industries = Set.copyOf(industries);
        }
    }

    /// @param level shown only to those who declare this level
    public record Step(String id, Text title, Text lead, List<String> fields, Optional<String> level) {
        public Step {
            fields = List.copyOf(fields);
        }
    }

    /// What a visitor reads before starting: a heading and short points.
    public record Section(Text title, List<Text> points) {
        public Section {
            points = List.copyOf(points);
        }
    }

    /// A result of the self-check, from its lowest score up.
    public record Band(int from, Text title, Text advice) {}

    /// 利用規約 of the logo, accepted before every first download.
    public record Terms(int version, List<Text> points) {
        public Terms {
            points = List.copyOf(points);
        }
    }

    public Optional<Level> level(String levelId) {
        return levels.stream().filter(l -> l.id().equals(levelId)).findFirst();
    }

    /// The level these answers ask for. A scheme with a single level need not ask.
    public String levelOf(Map<String, Object> answers) {
        if (register.level().isEmpty()) {
            return levels.getFirst().id();
        }
        return answers.get(register.level()) instanceof String level ? level : "";
    }

    /// Nothing but the level, as answers.
    public Map<String, Object> answering(String levelId) {
        return register.level().isEmpty() ? Map.of() : Map.of(register.level(), levelId);
    }

    /// Levels are worth a word only where there are several.
    public boolean graded() {
        return levels.size() > 1;
    }

    /// The place of a level in the ladder, 0 for the lowest.
    public int rank(String levelId) {
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).id().equals(levelId)) {
                return i;
            }
        }
        throw new IllegalArgumentException("the scheme " + id + " has no level " + levelId);
    }
}
