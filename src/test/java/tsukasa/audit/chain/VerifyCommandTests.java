package tsukasa.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The folder names a database of its own in `tsukasa.properties`, as an operator's would.
class VerifyCommandTests {
    private final Chain chain = new Chain();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path empty;

    private int run(String... arguments) throws Exception {
        said.reset();
        complained.reset();
        String url = chain.source.getConnection().getMetaData().getURL();
        Files.writeString(
                chain.data.resolve("tsukasa.properties"),
                "tsukasa.database-url=" + url.replace(":", "\\:") + "\ntsukasa.database-user=postgres\n");
        List<String> all = new ArrayList<>(List.of("--data", chain.data.toString()));
        all.addAll(Arrays.asList(arguments));
        return new AuditVerifyCommand()
                .run(
                        all,
                        new PrintStream(said, true, StandardCharsets.UTF_8),
                        new PrintStream(complained, true, StandardCharsets.UTF_8));
    }

    @Test
    void a_sound_trail_is_said_to_be_sound_and_a_changed_one_is_named() throws Exception {
        chain.write(20);
        chain.sealer().now();
        chain.write(1);
        assertThat(run("--json")).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("\"sound\":true", "\"entries\":20", "\"waiting\":1", "\"trusted\":true");
        chain.tamper("update audit.entry set actor_name = '山田 太郎' where seq = 7");
        chain.tamper("delete from audit.entry where seq between 11 and 12");
        assertThat(run()).isEqualTo(AuditVerifyCommand.NOT_SOUND);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("2022-01-12 #7 (id 7)", "2022-01-12 #11");
        assertThat(run("--json")).isEqualTo(AuditVerifyCommand.NOT_SOUND);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("\"fault\":\"Changed\"", "\"seq\":7", "\"fault\":\"Missing\"", "\"faulty\":2");
        assertThat(run("--until", "2022-01-11")).isZero();
    }

    @Test
    void another_key_is_not_trusted_when_one_is_named() throws Exception {
        chain.write(1);
        chain.sealer().now();
        Chain other = new Chain();
        SigningKey.of(other.data);
        Path foreign = other.data.resolve("keys/audit.pub");
        assertThat(run("--public-key", foreign.toString())).isEqualTo(AuditVerifyCommand.NOT_SOUND);
        assertThat(run("--public-key", chain.data.resolve("keys/audit.pub").toString()))
                .isZero();
        assertThat(run("--public-key", empty.resolve("none.pub").toString()))
                .isEqualTo(AuditVerifyCommand.NOT_LOOKED_AT);
        assertThat(complained.size()).isPositive();
    }

    @Test
    void what_was_typed_wrongly_is_said() throws Exception {
        for (String[] wrong : new String[][] {{"--from", "yesterday"}, {"--until"}, {"--all"}}) {
            assertThat(run(wrong)).isEqualTo(AuditVerifyCommand.USAGE);
            assertThat(complained.toString(StandardCharsets.UTF_8)).contains("audit verify");
        }
        assertThat(run("--help")).isZero();
        assertThat(run("--data", empty.toString())).isEqualTo(AuditVerifyCommand.NOT_LOOKED_AT);
    }
}
