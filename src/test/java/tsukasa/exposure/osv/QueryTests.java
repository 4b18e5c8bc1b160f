package tsukasa.exposure.osv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.Covers;
import tsukasa.naming.PackageUrls;

@Covers("Ⅰ-1-(1-2)-②-a")
class QueryTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final PackageUrls URLS = urls();

    private static PackageUrls urls() {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.scan("tsukasa.naming");
        context.refresh();
        return context.getBean(PackageUrls.class);
    }

    private static Query read(String json) {
        return Query.read(JSON.readTree(json.replace('\'', '"')), URLS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            PyPI      | Kaze_Web             | 1.0 | pkg:pypi/Kaze_Web@1.0
            npm       | @kaze/web            | 1.0 | pkg:npm/%40kaze/web@1.0
            Maven     | jp.kaze:web          | 1.0 | pkg:maven/jp.kaze/web@1.0
            Go        | example.org/kaze/web | 1.0 | pkg:golang/example.org/kaze/web@1.0
            Debian:12 | kaze                 | 1-1 | pkg:deb/debian/kaze@1-1?distro=debian-12
            """)
    void a_package_of_an_ecosystem_has_one_package_url(String ecosystem, String name, String version, String url) {
        Query query = read(
                "{'package': {'ecosystem': '%s', 'name': '%s'}, 'version': '%s'}".formatted(ecosystem, name, version));
        assertThat(URLS.text(Objects.requireNonNull(query.url()))).isEqualTo(url);
        assertThat(query.versioned()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                                     | Invalid query.
            {'package': 'kaze'}                                                    | Invalid query.
            {'package': {'purl': 'pkg:npm/kaze@1'}, 'version': '1'}                | version specified in params and PURL query
            {'package': {'purl': 'pkg:npm/kaze', 'name': 'kaze'}}                  | name specified in a PURL query
            {'package': {'purl': 'pkg:npm/kaze', 'ecosystem': 'npm'}}              | ecosystem specified in a PURL query
            {'package': {'name': 'kaze'}, 'version': '1'}                          | Invalid query: a package needs
            {'package': {'purl': 'kaze'}}                                          | Invalid Package URL
            {'package': {'purl': 7}}                                               | Invalid query: purl is not a string.
            {'commit': 'kaze'}                                                     | Invalid hash.
            {'commit': 'abcd', 'version': '1'}                                     | Invalid query: commit and version
            {'package': {'purl': 'pkg:npm/kaze'}, 'page_token': 'kaze'}            | Invalid page token.
            """)
    void what_cannot_be_asked_is_refused_in_the_words_clients_know(String json, String message) {
        assertThatThrownBy(() -> read(json)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.body().path("message").asString()).startsWith(message);
            assertThat(refusal.body().path("code").asInt()).isEqualTo(3);
            assertThat(refusal.status()).isEqualTo(400);
        });
    }

    @Test
    void a_commit_and_an_unknown_type_of_package_are_questions_without_an_answer() {
        assertThat(read("{'commit': '6879efc2c1596d11a6a6ad296f80063b558d5e0f'}")
                        .url())
                .isNull();
        assertThat(read("{'package': {'purl': 'pkg:kaze/web@1'}}").url()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GitHub Actions", "Android", "Linux", "Kubernetes", "Photon OS:5.0", "Alpaquita:23", "GIT"})
    void an_ecosystem_of_the_format_for_which_nothing_is_held_is_a_question_without_an_answer(String ecosystem) {
        Query query = read("{'package': {'ecosystem': '" + ecosystem + "', 'name': 'kaze'}, 'version': '1'}");
        assertThat(query.sound().url()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nowhere", "pypi", "NPM", ":12"})
    void an_ecosystem_that_the_format_does_not_know_is_a_mistake(String ecosystem) {
        Query query = read("{'package': {'ecosystem': '" + ecosystem + "', 'name': 'kaze'}, 'version': '1'}");
        assertThatThrownBy(query::sound).isInstanceOf(Refusal.class).hasMessage("Invalid ecosystem.");
    }

    @Test
    void every_ecosystem_of_the_published_schema_is_known() throws IOException {
        Path schema =
                Path.of(System.getProperty("tsukasa.shared", "../shared")).resolve("data/osv/schema/osv-schema.json");
        Assumptions.assumeTrue(Files.exists(schema), "the published schema is not beside this checkout");
        List<String> names = new ArrayList<>();
        JSON.readTree(Files.readString(schema))
                .at("/$defs/ecosystemName/enum")
                .forEach(name -> names.add(name.asString()));
        assertThat(names).hasSizeGreaterThan(40).allMatch(Ecosystem::known);
    }

    @Test
    void a_page_token_leads_to_where_the_page_before_ended() {
        Query query = read("{'package': {'purl': 'pkg:npm/kaze'}, 'page_token': '" + Query.token(4711) + "'}");
        assertThat(query.after()).isEqualTo(4711);
        assertThat(query.versioned()).isFalse();
    }
}
