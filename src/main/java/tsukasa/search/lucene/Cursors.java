package tsukasa.search.lucene;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import tsukasa.search.SearchCursor;

/// Where a page ended, by the values of its order, so that it holds through changes of the index.
final class Cursors {
    private Cursors() {}

    static SearchCursor of(String order, FieldDoc last) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(order);
            out.writeByte(last.fields.length);
            for (Object value : last.fields) {
                switch (value) {
                    case null -> out.writeByte(0);
                    case Float score -> {
                        out.writeByte(1);
                        out.writeFloat(score);
                    }
                    case Long number -> {
                        out.writeByte(2);
                        out.writeLong(number);
                    }
                    case Double number -> {
                        out.writeByte(3);
                        out.writeDouble(number);
                    }
                    case BytesRef text -> {
                        out.writeByte(4);
                        out.writeUTF(text.utf8ToString());
                    }
                    default -> throw new IllegalStateException("no order by " + value.getClass());
                }
            }
            return new SearchCursor(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<FieldDoc> read(String order, SearchCursor cursor) {
        try (DataInputStream in = new DataInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(cursor.value())))) {
            if (!in.readUTF().equals(order)) {
                return Optional.empty();
            }
            @Nullable Object[] fields = new @Nullable Object[in.readByte()];
            for (int i = 0; i < fields.length; i++) {
                fields[i] = switch (in.readByte()) {
                    case 0 -> null;
                    case 1 -> in.readFloat();
                    case 2 -> in.readLong();
                    case 3 -> in.readDouble();
                    case 4 -> new BytesRef(in.readUTF());
                    default -> throw new IOException("no such kind");
                };
            }
            return Optional.of(new FieldDoc(Integer.MAX_VALUE, Float.NaN, fields));
        } catch (IOException | IllegalArgumentException | NegativeArraySizeException e) {
            return Optional.empty();
        }
    }
}
