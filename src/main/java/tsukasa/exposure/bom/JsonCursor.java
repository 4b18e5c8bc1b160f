package tsukasa.exposure.bom;

import java.io.Reader;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tsukasa.kernel.Text;

final class JsonCursor extends Cursor {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST)
                    .build())
            .build();
    private final JsonParser parser;

    JsonCursor(Reader in) {
        this.parser = FACTORY.createParser(ObjectReadContext.empty(), in);
    }

    @Override
    Token next() {
        try {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.PROPERTY_NAME) {
                token = parser.nextToken();
            }
            return token == null
                    ? Token.DONE
                    : switch (token) {
                        case START_OBJECT -> Token.OBJECT;
                        case START_ARRAY -> Token.LIST;
                        case END_OBJECT, END_ARRAY -> Token.END;
                        default -> Token.VALUE;
                    };
        } catch (JacksonException e) {
            throw told(e);
        }
    }

    @Override
    void skip(Token token) {
        try {
            parser.skipChildren();
        } catch (JacksonException e) {
            throw told(e);
        }
    }

    @Override
    String name() {
        String name = parser.currentName();
        return name == null ? "" : name;
    }

    @Override
    String text() {
        try {
            return parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getString();
        } catch (JacksonException e) {
            throw told(e);
        }
    }

    @Override
    boolean words() {
        return parser.currentToken() == JsonToken.VALUE_STRING || parser.currentToken() == JsonToken.VALUE_NULL;
    }

    @Override
    Place place() {
        return place(parser.currentTokenLocation());
    }

    private static Place place(@Nullable TokenStreamLocation at) {
        return at == null || at.getLineNr() < 1 ? Place.UNKNOWN : new Place(at.getLineNr(), at.getColumnNr());
    }

    private static RuntimeException told(JacksonException e) {
        Place place = place(e.getLocation());
        return switch (e) {
            case JacksonIOException io when io.getCause() != null -> Opened.failed(io.getCause(), place);
            case StreamConstraintsException _ ->
                String.valueOf(e.getMessage()).contains("depth") ? deep(place) : longText(place);
            case UnexpectedEndOfInputException _ ->
                Unreadable.broken(Text.of("文書が途中で終わっています。", "The document ends in the middle."), place);
            default -> Unreadable.broken(Text.of("JSON として読み取れない文字があります。", "This is not JSON."), place);
        };
    }
}
