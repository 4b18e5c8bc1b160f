package tsukasa.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import org.junit.jupiter.api.Test;

class Sha256Tests {
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void the_example_of_the_standard_comes_out_in_small_digits_whole_or_in_parts() {
        assertThat(Sha256.hex("abc")).isEqualTo(OF_ABC);
        assertThat(Sha256.hex(new byte[] {'a', 'b', 'c'})).isEqualTo(OF_ABC);
        MessageDigest fed = Sha256.digest();
        fed.update((byte) 'a');
        fed.update(new byte[] {'b', 'c'});
        assertThat(Sha256.hex(fed)).isEqualTo(OF_ABC);
        assertThat(Sha256.of("abc")).hasSize(32).startsWith(0xba, 0x78);
    }

    @Test
    void texts_count_as_utf_8() {
        assertThat(Sha256.hex("司")).isEqualTo(Sha256.hex(new byte[] {(byte) 0xE5, (byte) 0x8F, (byte) 0xB8}));
    }
}
