package tsukasa.scheme.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tsukasa.kernel.Language;

/// `scheme check` tells whoever writes a scheme where it goes wrong, before anything runs.
class SchemeCheckTests {
    private static final Path SHIPPED = Path.of("src/main/resources/schemes/security-action");
    private static final Path QUIET = Path.of("src/test/resources/tsukasa/scheme/quiet-word");
    private static final Path SHOP = Path.of("src/test/resources/tsukasa/scheme/helpful-shop");

    @TempDir
    private Path folder;

    private record Said(int code, String out, String err) {}

    private static Said check(Language language, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new SchemeCheckCommand(language)
                .run(java.util.List.of(arguments), new PrintStream(out, true), new PrintStream(err, true));
        return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Said changed(Path original, String file, String before, String after) throws IOException {
        try (Stream<Path> files = Files.list(original)) {
            for (Path each : files.toList()) {
                Files.copy(each, folder.resolve(each.getFileName()));
            }
        }
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(before);
        Files.writeString(folder.resolve(file), text.replace(before, after));
        return check(Language.EN, folder.toString());
    }

    @Test
    void an_example_of_every_level_goes_through_the_schemes_we_know() {
        Said shipped = check(Language.EN, SHIPPED.toString());
        assertThat(shipped.err()).isEmpty();
        assertThat(shipped.code()).isZero();
        assertThat(shipped.out())
                .contains("security-action version 1", "level one", "level two", "accepted → SA-2000-000001");
        Said shop = check(Language.JA, SHOP.toString());
        assertThat(shop.err()).isEmpty();
        assertThat(shop.code()).isZero();
        assertThat(shop.out()).contains("段階 listed", "受理", "この制度は動きます。");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    scheme.yaml | scheme: helpful-shop | scheme: plan | scheme.yaml:1: /plan is an address of the platform
                    scheme.yaml | version: 1 | version: one | scheme.yaml:2: version is of the wrong kind
                    scheme.yaml | mail: mail | mail: post | scheme.yaml:11: the form has no field «post»
                    scheme.yaml | mail: mail | mail: shop | scheme.yaml:11: the field shop must have the x-widget email
                    scheme.yaml | form: form.json | form: other.json | scheme.yaml:12: there is no file other.json
                    scheme.yaml | number: HS | numbers: HS | scheme.yaml:10: has the unknown part «numbers»
                    scheme.yaml | open: [shop | open: [mail, shop | scheme.yaml:22: the contact field mail cannot be published
                    scheme.yaml | telephone, mail, promise | telephone, mail | no step asks for the field promise
                    scheme.yaml | telephone, mail | shop, telephone, mail | scheme.yaml:38: the step shop asks for shop too
                    scheme.yaml | {ja: 店, en: shops} | {ja: 店} | scheme.yaml:8: words.who lacks «en»
                    form.json | "x-widget": "telephone" | "x-widget": "fax" | form.json:19: there is no x-widget «fax»
                    form.json | "ja": "店の名前" | "ja": " " | form.json:8: the field shop lacks words in x-label
                    form.json | "required": ["shop", | "required": ["shop" | form.json:5: this is not JSON
                    form.json | "type": "integer" | "type": "decimal" | form.json:15: the type «decimal» is not known
                    form.json | ^[0-9-]*$ | ^[०-९]{4}$ | form.json:19: no example for the field telephone can be made up
                    form.json | "minimum": 1 | "minimum": 21 | form.json:15: the example of level listed stopped at the field languages
                    """)
    void each_mistake_is_named_with_its_place_and_a_remedy(String file, String before, String after, String finding)
            throws IOException {
        Said said = changed(SHOP, file, before, after);
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains(finding).contains("To do: ");
    }

    @Test
    void levels_that_the_form_does_not_offer_are_found() throws IOException {
        Said said = changed(SHIPPED, "form.json", "\"enum\": [\"one\", \"two\"]", "\"enum\": [\"one\"]");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("the example of level two stopped at the field level");
    }

    @Test
    void a_level_whose_questions_no_step_asks_is_found_by_the_example() throws IOException {
        Said said = changed(SHIPPED, "scheme.yaml", "  - id: policy\n    level: two", "  - id: policy\n    level: one");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("the example of level two stopped at the field policyUrl");
    }

    @Test
    void a_confidential_scheme_goes_through_and_publishes_neither_fields_nor_a_logo() throws IOException {
        Said quiet = check(Language.EN, QUIET.toString());
        assertThat(quiet.err()).isEmpty();
        assertThat(quiet.code()).isZero();
        Said said = changed(SHIPPED, "scheme.yaml", "\nversion: 1\n", "\nversion: 1\nconfidential: true\n");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err())
                .contains("a confidential scheme publishes nothing")
                .contains("a confidential scheme has terms for a logo");
    }

    @Test
    void confidential_is_said_with_yes_or_no() throws IOException {
        Said said = changed(QUIET, "scheme.yaml", "confidential: true", "confidential: very");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("scheme.yaml:11: confidential is of the wrong kind");
    }

    @Test
    void whoever_calls_it_wrongly_is_told_how() throws IOException {
        assertThat(check(Language.EN).code()).isEqualTo(2);
        assertThat(check(Language.EN, "a", "b").code()).isEqualTo(2);
        assertThat(check(Language.JA, folder.resolve("nowhere").toString()).err())
                .contains("がありません");
        assertThat(check(Language.EN, "\0").code()).isEqualTo(2);
        assertThat(check(Language.EN, "--help").code()).isZero();
        assertThat(check(Language.EN, folder.toString()).err()).contains("scheme.yaml: the file is empty");
    }

    @Test
    void what_is_no_text_at_all_is_refused_in_words() throws IOException {
        Files.write(folder.resolve("scheme.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, 2});
        assertThat(check(Language.EN, folder.toString()).code()).isEqualTo(1);
        Files.writeString(folder.resolve("scheme.yaml"), "a: &x [1]\nb: *x\n");
        assertThat(check(Language.JA, folder.toString()).err()).contains("scheme.yaml:2: エイリアス（*）は使えません");
        Files.writeString(folder.resolve("scheme.yaml"), "[".repeat(5_000));
        assertThat(check(Language.EN, folder.toString()).code()).isEqualTo(1);
    }
}
