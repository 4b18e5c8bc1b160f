package tsukasa.naming.cpe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tsukasa.naming.CpeAttribute;
import tsukasa.naming.CpeName;
import tsukasa.naming.CpeReading;
import tsukasa.naming.CpeRelation;
import tsukasa.naming.CpeValue;

class CpeNameTests {
    private final CpeDesk names = new CpeDesk();

    private CpeName name(String text) {
        return switch (names.read(text)) {
            case CpeReading.Read(var name, var _) -> name;
            case CpeReading.Refused refused -> throw new AssertionError(text + ": " + refused);
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "cpe:/a:acme:writer:2.1 cpe:2.3:a:acme:writer:2.1:*:*:*:*:*:*:*",
                "cpe:/o:acme:os:-:sp1::ja cpe:2.3:o:acme:os:-:sp1:*:ja:*:*:*:*",
                "cpe:/a:acme:c%2b%2b_tools:1%212 cpe:2.3:a:acme:c\\+\\+_tools:1\\!2:*:*:*:*:*:*:*",
                "cpe:/a:acme:writer:2.1::~~pro~linux~x64~ cpe:2.3:a:acme:writer:2.1:*:*:*:pro:linux:x64:*",
                "cpe:/a:acme:writer:%01%01:%02a cpe:2.3:a:acme:writer:??:*a:*:*:*:*:*:*",
                "cpe:/h:acme:box%5c1 cpe:2.3:h:acme:box\\\\1:*:*:*:*:*:*:*:*",
                "cpe:/ cpe:2.3:*:*:*:*:*:*:*:*:*:*:*"
            })
    void both_bindings_say_the_same_name(String uri, String formatted) {
        assertThat(name(uri)).isEqualTo(name(formatted));
        assertThat(names.uri(name(formatted))).isEqualTo(uri);
        assertThat(names.formatted(name(uri))).isEqualTo(formatted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cpe",
                "cpe:2.3:",
                "cpe:2.3:a:b",
                "cpe:2.3:x:b:c:1:*:*:*:*:*:*:*",
                "cpe:2.3:a:b:c:1:*:*:*:*:*:*:*:*",
                "cpe:2.3:a:b::1:*:*:*:*:*:*:*",
                "cpe:2.3:a:b:c d:1:*:*:*:*:*:*:*",
                "cpe:2.3:a:b:日本:1:*:*:*:*:*:*:*",
                "cpe:2.3:a:b:c\u0000:1:*:*:*:*:*:*:*",
                "cpe:2.3:a:b:a*b*c:1:*:*:*:*:*:*:*",
                "cpe:2.3:a:b:**:1:*:*:*:*:*:*:*",
                "cpe:2.3:a:b:?*c:1:*:*:*:*:*:*:*",
                "cpe:2.3:a:b:c?d:1:*:*:*:*:*:*:*",
                "cpe:2.3:a:b:c:1:*:*:*:*:*:*:\\",
                "cpe:2.3:a:b:\\c:1:*:*:*:*:*:*:*",
                "cpe:/a:b:c%",
                "cpe:/a:b:c%0",
                "cpe:/a:b:c%zz",
                "cpe:/a:b:c%07",
                "cpe:/a:b:c%80",
                "cpe:/a:b:c:1:2:~a~b",
                "cpe:/a:b:c:1:2:~a~b~c~d~e~f",
                "cpe:/q:b",
                "wfn:[part=\"a\"",
                "wfn:[part=\"a\",part=\"o\"]",
                "wfn:[vendor=\"a.b\"]",
                "wfn:[vendor=\"a\" product=\"b\"]",
                "cpe://acme:os:1/acme:app:2",
                "cpe://acme:os:1!2"
            })
    void what_is_no_name_is_refused_with_its_reason_and_place(String text) {
        assertThat(names.read(text)).isInstanceOfSatisfying(CpeReading.Refused.class, refused -> {
            assertThat(refused.at()).isBetween(0, text.length() + 1);
            assertThat(refused.why().ja()).isNotBlank();
        });
    }

    @Test
    void hostile_names_are_refused() {
        for (var text : new String[] {
            "cpe:2.3:a:" + "a".repeat(2_000_000),
            "cpe:2.3:a:b:" + "\\".repeat(10_000) + ":1:*:*:*:*:*:*:*",
            "cpe:2.3:a:b:" + "*a".repeat(1_000) + ":1:*:*:*:*:*:*:*",
            "wfn:[" + "part=".repeat(700) + "]",
            "cpe:/" + ":".repeat(4_000),
            "cpe:/a:b:" + "%02".repeat(1_000),
            "\ud800cpe:/a"
        }) {
            assertThat(names.read(text)).isInstanceOf(CpeReading.Refused.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "cpe:2.3:a:acme:writer:*:*:*:*:*:*:*:* cpe:2.3:a:acme:writer",
                "cpe:2.3:a:acme:writer:-:*:*:*:*:*:*:* cpe:2.3:a:acme:writer:-",
                "cpe:2.3:a:acme:writer:*:*:*:*:*:linux:*:* cpe:2.3:a:acme:writer:*:*:*:*:*:linux",
                "cpe:2.3:a:acme:writer:1.*:*:*:*:*:*:*:* cpe:2.3:a:acme:writer:1.*",
                "cpe:2.3:a:acme:c\\:*:*:*:*:*:*:*:*:* cpe:2.3:a:acme:c\\:*",
                "cpe:2.3:a:acme:c\\\\:*:*:*:*:*:*:*:* cpe:2.3:a:acme:c\\\\",
                "cpe:2.3:a:acme:c\\*:*:*:*:*:*:*:*:* cpe:2.3:a:acme:c\\*",
                "cpe:2.3:a:acme:writer:*:*:*:*:*:*:*:x\\:* cpe:2.3:a:acme:writer:*:*:*:*:*:*:*:x\\:*",
                ":* ''",
                "* *"
            })
    void a_brief_name_leaves_out_what_says_nothing_at_its_end_and_no_part_of_a_value(String formatted, String brief) {
        assertThat(CpeName.brief(formatted)).isEqualTo(brief);
    }

    @Test
    void case_does_not_tell_names_apart() {
        assertThat(name("CPE:2.3:A:Acme:Writer:2.1RC:*:*:*:*:*:*:*")).isEqualTo(name("cpe:/a:acme:writer:2.1rc"));
    }

    @ParameterizedTest
    @CsvSource({
        "*,*,EQUAL",
        "*,-,SUPERSET",
        "*,1.0,SUPERSET",
        "*,1.*,UNDEFINED",
        "-,*,SUBSET",
        "-,-,EQUAL",
        "-,1.0,DISJOINT",
        "-,1.*,UNDEFINED",
        "1.0,*,SUBSET",
        "1.0,-,DISJOINT",
        "1.0,1.0,EQUAL",
        "1.0,1.1,DISJOINT",
        "1.0,1.*,UNDEFINED",
        "1.*,1.0,SUPERSET",
        "1.*,2.0,DISJOINT",
        "1.*,*,SUBSET",
        "1.*,-,DISJOINT",
        "1.*,1.*,UNDEFINED",
        "*.1,5.1,SUPERSET",
        "?1?,1,SUPERSET",
        "?1?,212,SUPERSET",
        "?1?,2123,DISJOINT",
        "??,ab,SUPERSET",
        "??,abc,DISJOINT",
        "*b?,aabbc,SUPERSET",
        "1\\*,1\\*,EQUAL",
        "\\\\*,\\\\a,SUPERSET"
    })
    void values_stand_to_each_other_as_the_table_of_the_standard_says(
            String source, String target, CpeRelation relation) {
        assertThat(names.compare(value(source), value(target))).isEqualTo(relation);
    }

    private static CpeValue value(String text) {
        return ValueReader.formatted(text, 0, text.length());
    }

    @Test
    void a_comparison_says_which_attribute_decided() {
        var all = name("cpe:/a:acme:writer");
        var one = name("cpe:/a:acme:writer:2.1");
        assertThat(names.compare(all, one).relation()).isEqualTo(CpeRelation.SUPERSET);
        assertThat(names.compare(all, one).decidedBy()).contains(CpeAttribute.VERSION);
        assertThat(names.compare(one, all).relation()).isEqualTo(CpeRelation.SUBSET);
        assertThat(names.compare(one, one).decidedBy()).isEmpty();
        var none = one.with(CpeAttribute.VERSION, CpeValue.NA);
        assertThat(names.compare(one, none).relation()).isEqualTo(CpeRelation.DISJOINT);
        assertThat(names.compare(one, none).explain().en()).isEqualTo("No match: version 2.1 / -");
        var mixed = name("cpe:/a:acme::2.1").with(CpeAttribute.UPDATE, CpeValue.literal("sp1"));
        assertThat(names.compare(mixed, one).relation()).isEqualTo(CpeRelation.UNDEFINED);
        assertThat(names.compare(mixed, one).decidedBy()).contains(CpeAttribute.UPDATE);
    }

    @Test
    void any_name_comes_back_from_both_bindings_as_it_was() {
        var seed = 7_695L;
        System.out.println("seed of names: " + seed);
        var random = new Random(seed);
        for (var round = 0; round < 2_000; round++) {
            var values = new CpeValue[CpeAttribute.values().length];
            for (var at = 0; at < values.length; at++) {
                values[at] = at == 0
                        ? CpeValue.literal("aoh".substring(random.nextInt(3)).substring(0, 1))
                        : any(random);
            }
            var name = CpeName.of(values);
            assertThat(name(names.formatted(name))).isEqualTo(name);
            assertThat(name(names.uri(name))).as(names.uri(name)).isEqualTo(name);
            assertThat(names.covers(name, name))
                    .isEqualTo(names.compare(name, name).covers());
        }
    }

    private static CpeValue any(Random random) {
        var kind = random.nextInt(6);
        if (kind < 2) {
            return kind == 0 ? CpeValue.ANY : CpeValue.NA;
        }
        var words = new StringBuilder();
        var length = 1 + random.nextInt(6);
        for (var at = 0; at < length; at++) {
            words.append((char) ('!' + random.nextInt(94)));
        }
        var literal = words.toString().equals("-") ? CpeValue.literal("x") : CpeValue.literal(words.toString());
        return switch (kind) {
            case 2 -> new CpeValue.Words(literal.text() + "*");
            case 3 -> new CpeValue.Words("??" + literal.text());
            default -> literal;
        };
    }
}
