package tsukasa.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class BoundedStreamTests {
    @Test
    void what_is_exactly_as_long_as_allowed_is_read_to_its_end() throws IOException {
        assertThat(bounded(10, 10).readAllBytes()).hasSize(10);
        InputStream singly = bounded(2, 2);
        assertThat(new int[] {singly.read(), singly.read(), singly.read()}).containsExactly(7, 7, -1);
    }

    @Test
    void one_byte_more_is_too_much_however_it_is_asked_for() {
        assertThatExceptionOfType(BoundedStream.TooMuch.class)
                .isThrownBy(() -> bounded(11, 10).readAllBytes())
                .satisfies(told -> assertThat(told.most()).isEqualTo(10));
        assertThatExceptionOfType(BoundedStream.TooMuch.class).isThrownBy(() -> {
            InputStream singly = bounded(2, 1);
            assertThat(singly.read()).isEqualTo(7);
            assertThat(singly.read()).isEqualTo(7);
        });
        assertThatExceptionOfType(BoundedStream.TooMuch.class)
                .isThrownBy(() -> bounded(11, 10).skipNBytes(11));
    }

    @Test
    void a_bomb_is_not_unpacked_beyond_the_bound() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(new byte[4_000_000]);
        }
        InputStream unpacked =
                new BoundedStream(new GZIPInputStream(new ByteArrayInputStream(packed.toByteArray())), 100_000);
        assertThatExceptionOfType(BoundedStream.TooMuch.class)
                .isThrownBy(() -> unpacked.transferTo(java.io.OutputStream.nullOutputStream()));
    }

    @Test
    void reading_goes_on_behind_it_after_it_was_closed() throws IOException {
        InputStream all = new ByteArrayInputStream(new byte[] {1, 2, 3});
        try (InputStream first = new BoundedStream(all, 5)) {
            assertThat(first.read()).isEqualTo(1);
        }
        assertThat(all.read()).isEqualTo(2);
    }

    private static InputStream bounded(int length, long most) {
        byte[] bytes = new byte[length];
        java.util.Arrays.fill(bytes, (byte) 7);
        return new BoundedStream(new ByteArrayInputStream(bytes), most);
    }
}
