package tsukasa.exposure.bom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tsukasa.Covers;
import tsukasa.exposure.Bill;
import tsukasa.exposure.BillReading;
import tsukasa.kernel.Problem.Kind;

/// A document that wants to take all memory ends at a bound, whichever of its pieces has no measure.
@Covers("Ⅰ-1-(1-2)-②-a")
class HeavyBillTests {
    private static final String XML = "<bom xmlns='http://cyclonedx.org/schema/bom/1.5'>";
    private static final String COMPONENT =
            "<components><component type='library'><name>a > b</name></component></components></bom>";
    private static final String JSON = "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.5\", ";
    private static final int LONG = 9 * 1024 * 1024;
    private final BillExample example = new BillExample();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<!--        | -->",
                "<!-- > -x   | -->",
                "<x:a xmlns:x='u'><![CDATA[ ]]> <![CDATA[ | ]]></x:a>",
                "<?x y       | ?>",
                "<x:a xmlns:x='u' y='> | '/>",
            })
    void markup_without_an_end_in_sight_is_refused_although_none_of_it_would_be_read(String begin, String end) {
        assertThat(example.bill(XML + begin + "a > b".repeat(10) + end + COMPONENT)
                        .parts())
                .hasSize(1);
        BillReading.Refused refused = example.refusal(XML + begin + "a".repeat(LONG) + end + COMPONENT);
        assertThat(refused.kind()).isEqualTo(Kind.INVALID);
        assertThat(refused.why().en()).contains("too long");
    }

    @Test
    void a_document_of_many_comments_and_tags_is_none_without_measure() {
        String many = "<!-- a > b - c --><a x='>'/><?p > ?>".repeat(300_000);
        assertThat(example.bill(XML + many + COMPONENT).parts()).hasSize(1);
    }

    @Test
    void elements_of_others_are_passed_over_but_not_to_any_depth() {
        String deep = "<x:a xmlns:x='u'>" + "<x:a>".repeat(5_000);
        assertThat(example.refusal(XML + deep).why().en()).contains("too deeply");
    }

    @Test
    void one_thing_of_a_document_holds_no_more_text_than_anybody_writes() {
        String text = "\"" + "a".repeat(8_000_000) + "\"";
        String texts = "{\"a\": " + text + ", \"b\": " + text + ", \"c\": " + text + "}";
        BillReading.Refused refused = example.refusal(JSON + "\"document\": " + texts + "}");
        assertThat(refused.kind()).isEqualTo(Kind.UNPROCESSABLE);
        assertThat(refused.why().en()).contains("One of its items holds too much");
    }

    @Test
    void what_is_kept_until_the_end_has_a_bound_for_all_of_it() {
        String status = "{\"cve\": \"CVE-2026-1\", \"product_status\": {\"fixed\": ["
                + IntStream.range(0, 3_000).mapToObj(i -> "\"p" + i + "\"").collect(Collectors.joining(",")) + "]}}";
        String csaf = "{\"document\": {\"csaf_version\": \"2.0\"}, \"vulnerabilities\": [%s]}";
        assertThat(example.bill(csaf.formatted(status)).format()).isEqualTo("CSAF 2.0");
        String many = csaf.formatted(status + ("," + status).repeat(900));
        assertThat(example.refusal(many).kind()).isEqualTo(Kind.TOO_LARGE);
    }

    /// 160 MiB are kept at most; each text here takes 2,000 bytes or more.
    @Test
    void versions_that_are_all_different_count_as_any_other_text_does() {
        Found found = new Found();
        String text = "v".repeat(1_990);
        assertThatThrownBy(() -> {
                    for (int each = 0; each < 90_000; each++) {
                        found.part("", "n", text + each, null, List.of());
                    }
                })
                .isInstanceOf(Unreadable.class);
        Found same = new Found();
        for (int each = 0; each < 90_000; each++) {
            same.part("", "n", text, null, List.of());
        }
        assertThat(same.parts()).hasSize(90_000);
    }

    @ParameterizedTest
    @CsvSource({"é, false", "字, true"})
    void letters_that_take_two_bytes_count_twice(String letter, boolean refused) {
        Found found = new Found();
        String name = letter.repeat(2_000);
        ThrowingCallable reading = () -> {
            for (int each = 0; each < 45_000; each++) {
                found.part("", name, "1", null, List.of());
            }
        };
        if (refused) {
            assertThatThrownBy(reading).isInstanceOf(Unreadable.class);
        } else {
            assertThatCode(reading).doesNotThrowAnyException();
        }
    }

    @Test
    void a_million_components_with_a_package_url_each_are_still_read() {
        Found found = new Found();
        for (int each = 0; each < 1_000_000; each++) {
            String url = "pkg:npm/%40kaze/thing-" + each + "@1." + each % 100;
            found.part(url, "thing-" + each, "1." + each % 100, url, List.of());
        }
        assertThat(found.parts()).hasSize(1_000_000);
    }

    @Test
    void a_statement_is_kept_once_however_many_products_it_is_about() {
        String ids = IntStream.range(0, 20_000)
                .mapToObj(i -> "{\"text\": \"X-" + i + "\"}")
                .collect(Collectors.joining(","));
        String products = IntStream.range(0, 2_000).mapToObj(i -> "\"p\"").collect(Collectors.joining(","));
        String csaf = """
                {"document": {"csaf_version": "2.0"}, "product_tree": {"full_product_names": [
                  {"product_id": "p", "product_identification_helper": {"purl": "pkg:npm/a@1"}}]},
                 "vulnerabilities": [{"ids": [%s], "product_status": {"fixed": [%s]}}]}""";
        assertThat(example.refusal(csaf.formatted(ids, products)).kind()).isEqualTo(Kind.TOO_LARGE);
        Bill bill = example.bill(csaf.formatted("{\"text\": \"X-1\"}", products));
        assertThat(bill.statements()).hasSize(2_000);
    }

    @Test
    void long_names_are_cut_while_what_lies_within_a_component_is_still_read() {
        String nested = "{\"type\": \"library\", \"name\": \"" + "n".repeat(5_000) + "\", \"components\": [";
        Bill bill = example.bill(JSON + "\"components\": [" + nested.repeat(50) + "]}".repeat(50) + "]}");
        assertThat(bill.parts()).hasSize(50).allMatch(part -> part.name().length() == 2_000);
    }
}
