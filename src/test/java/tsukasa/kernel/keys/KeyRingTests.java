package tsukasa.kernel.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTests {
    private static final byte[] PURPOSE = {1};
    private static final byte[] SECRET = "秘密".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path data;

    private Path file() {
        return data.resolve("keys/trial.json");
    }

    private KeyRing<Aead> ring() {
        return KeyRing.forPieces("trials", file());
    }

    private List<String> inTheFolder() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("keys"))) {
            return files.map(each -> each.getFileName().toString()).toList();
        }
    }

    @Test
    void whoever_reads_never_makes_keys() {
        assertThat(ring().there()).isFalse();
        assertThatThrownBy(() -> ring().keys())
                .isInstanceOf(KeysUnavailable.class)
                .hasMessageContaining("the keys of trials cannot be read")
                .hasMessageContaining("trial.json");
        assertThat(file()).doesNotExist();
    }

    @Test
    void keys_are_made_once_for_their_owner_alone_and_the_first_ones_count() throws Exception {
        ring().make();
        byte[] sealed = ring().keys().cipher().encrypt(SECRET, PURPOSE);
        ring().make();
        assertThat(ring().keys().cipher().decrypt(sealed, PURPOSE)).isEqualTo(SECRET);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("keys"))))
                .isEqualTo("rwx------");
        assertThat(inTheFolder()).containsExactly("trial.json");
    }

    @Test
    void after_a_rotation_the_newest_key_seals_and_every_key_opens_also_where_the_ring_was_read_before()
            throws Exception {
        KeyRing<Aead> elsewhere = ring();
        elsewhere.make();
        KeyRing.Keys<Aead> first = elsewhere.keys();
        byte[] old = first.cipher().encrypt(SECRET, PURPOSE);
        Files.setLastModifiedTime(file(), FileTime.fromMillis(0));
        assertThat(elsewhere.keys().newest()).isEqualTo(first.newest());

        long newest = ring().rotate();
        assertThat(newest).isNotEqualTo(first.newest());
        assertThat(elsewhere.keys().newest()).isEqualTo(newest);
        assertThat(elsewhere.keys().cipher().decrypt(old, PURPOSE)).isEqualTo(SECRET);
        byte[] sealed = elsewhere.keys().cipher().encrypt(SECRET, PURPOSE);
        assertThatThrownBy(() -> first.cipher().decrypt(sealed, PURPOSE)).isInstanceOf(GeneralSecurityException.class);
        assertThat(inTheFolder()).containsExactlyInAnyOrder("trial.json", "trial.json.lock");
    }

    @Test
    void what_is_sealed_for_one_purpose_opens_for_no_other() throws Exception {
        ring().make();
        byte[] sealed = ring().keys().cipher().encrypt(SECRET, PURPOSE);
        assertThatThrownBy(() -> ring().keys().cipher().decrypt(sealed, new byte[] {2}))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void damaged_keys_and_keys_of_another_kind_are_said_to_be_damaged() throws Exception {
        ring().make();
        assertThatThrownBy(() -> KeyRing.forStreams("trials", file()).keys())
                .isInstanceOf(KeysUnavailable.class)
                .hasMessageContaining("the keys of trials are damaged");
        Files.writeString(file(), "{");
        assertThatThrownBy(() -> ring().keys())
                .isInstanceOf(KeysUnavailable.class)
                .hasMessageContaining("damaged");
        assertThatThrownBy(() -> ring().rotate()).isInstanceOf(KeysUnavailable.class);
        assertThat(Files.readString(file())).isEqualTo("{");
    }
}
