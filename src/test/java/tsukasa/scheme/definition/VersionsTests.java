package tsukasa.scheme.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tsukasa.kernel.Settings;
import tsukasa.scheme.Schemes;
import tsukasa.testing.ModuleDatabase;

/// A version of a scheme never changes once it has been in force.
class VersionsTests {
    private static final Path SHOP = Path.of("src/test/resources/tsukasa/scheme/helpful-shop");

    @TempDir
    private Path data;

    private final DefinitionStore store = new DefinitionStore(JdbcClient.create(ModuleDatabase.with("scheme")));

    @BeforeEach
    void drop() throws IOException {
        Path folder = Files.createDirectories(data.resolve("schemes.d/shop"));
        try (Stream<Path> files = Files.list(SHOP)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    private Schemes start() {
        return new DefinitionShelf(store, settings(), Clock.systemUTC());
    }

    private Settings settings() {
        return new Settings(
                data, null, "", "", null, List.of(), null, false, new Settings.Agency("機構", "Agency", "a@localhost"));
    }

    private void change(String before, String after) throws IOException {
        Path file = data.resolve("schemes.d/shop/scheme.yaml");
        String text = Files.readString(file);
        assertThat(text).contains(before);
        Files.writeString(file, text.replace(before, after));
    }

    private static String title(Schemes schemes) {
        return schemes.find("helpful-shop").orElseThrow().title().ja();
    }

    @Test
    void a_folder_that_was_dropped_in_runs_beside_the_others() {
        assertThat(start().all()).extracting("id").containsExactly("helpful-shop", "security-action");
    }

    @Test
    void a_changed_folder_without_a_new_version_is_refused_and_the_old_one_runs_on() throws IOException {
        start();
        change("スマホ相談のできる店", "なんでも相談の店");
        Schemes schemes = start();
        assertThat(title(schemes)).isEqualTo("スマホ相談のできる店");
        assertThat(schemes.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.folder()).endsWith("shop");
            assertThat(refused.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.what().ja()).contains("すでに使われた版と内容が違います");
                assertThat(problem.remedy().en()).isEqualTo("set «version» to 2; until then version 1 goes on running");
            });
        });
    }

    @Test
    void with_a_new_version_the_change_is_in_force_and_the_old_version_is_kept() throws IOException {
        start();
        change("スマホ相談のできる店", "なんでも相談の店");
        change("version: 1", "version: 2");
        Schemes schemes = start();
        assertThat(title(schemes)).isEqualTo("なんでも相談の店");
        assertThat(schemes.refused()).isEmpty();
        assertThat(schemes.version("helpful-shop", 1).orElseThrow().title().ja())
                .isEqualTo("スマホ相談のできる店");
        assertThat(start().version("helpful-shop", 1).orElseThrow().digest())
                .isEqualTo(store.version("helpful-shop", 1).orElseThrow().digest());
    }

    @Test
    void comments_and_spaces_are_no_change() throws IOException {
        start();
        change("number: HS", "# begins every number\nnumber:    HS");
        assertThat(start().refused()).isEmpty();
    }

    @Test
    void going_back_to_an_older_version_by_changing_it_is_refused() throws IOException {
        start();
        change("version: 1", "version: 2");
        start();
        change("version: 2", "version: 1");
        change("スマホ相談のできる店", "なんでも相談の店");
        Schemes schemes = start();
        assertThat(schemes.refused()).hasSize(1);
        assertThat(schemes.find("helpful-shop").orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void a_scheme_that_published_its_cases_does_not_become_confidential() throws IOException {
        start();
        change("version: 1", "version: 2\nconfidential: true");
        change("open: [shop, prefecture, town, hours, languages]", "open: []");
        Schemes schemes = start();
        assertThat(schemes.find("helpful-shop").orElseThrow().version()).isEqualTo(1);
        assertThat(schemes.find("helpful-shop").orElseThrow().confidential()).isFalse();
        assertThat(schemes.refused().getFirst().problems().getFirst().what().en())
                .contains("began as one that is not confidential");
        assertThat(store.newest("helpful-shop")).isEqualTo(1);
    }

    @Test
    void two_schemes_never_share_the_letters_of_their_numbers() throws IOException {
        change("number: HS", "number: SA");
        Schemes schemes = start();
        assertThat(schemes.all()).extracting("id").containsExactly("security-action");
        assertThat(schemes.refused().getFirst().problems().getFirst().what().en())
                .contains("the numbers of the scheme security-action begin with SA already");
    }

    @Test
    void a_faulty_folder_never_keeps_the_others_from_running() throws IOException {
        Files.writeString(
                Files.createDirectories(data.resolve("schemes.d/broken")).resolve("scheme.yaml"), "{");
        Schemes schemes = start();
        assertThat(schemes.all()).hasSize(2);
        assertThat(schemes.refused())
                .singleElement()
                .extracting("folder")
                .asString()
                .endsWith("broken");
    }
}
