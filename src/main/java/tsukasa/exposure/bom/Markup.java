package tsukasa.exposure.bom;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// Passes XML on, and none in which a tag, a comment or the like has no end in sight: a parser takes each of them in
/// whole before it tells of it.
final class Markup extends FilterReader {
    private static final String COMMENT = "!--";
    private static final String CHARACTERS = "![CDATA[";
    private State state = State.TEXT;
    private final StringBuilder begin = new StringBuilder();
    private char quote;
    private char last;
    private char lastButOne;
    private int length;
    private boolean begun;

    private enum State {
        TEXT,
        BEGIN,
        TAG,
        INSTRUCTION,
        COMMENT,
        CHARACTERS
    }

    Markup(Reader in) {
        super(in);
    }

    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int size) throws IOException {
        int read = super.read(buffer, offset, size);
        for (int i = offset; i < offset + read; i++) {
            see(buffer[i]);
        }
        return read;
    }

    private void see(char c) throws IOException {
        switch (state) {
            case TEXT -> {
                if (c == '<') {
                    state = State.BEGIN;
                    begin.setLength(0);
                    length = 0;
                }
            }
            case BEGIN -> begin(c);
            case TAG -> tag(c);
            case INSTRUCTION -> endIf(last == '?' && c == '>');
            case COMMENT -> endIf(lastButOne == '-' && last == '-' && c == '>');
            case CHARACTERS -> endIf(lastButOne == ']' && last == ']' && c == '>');
        }
        lastButOne = begun ? 0 : last;
        last = begun ? 0 : c;
        begun = false;
        if (state != State.TEXT && ++length > Cursor.LONGEST) {
            throw new TooLong();
        }
    }

    /// Its first characters tell what it is.
    private void begin(char c) {
        begin.append(c);
        String so = begin.toString();
        if (so.equals("?")) {
            state = State.INSTRUCTION;
        } else if (so.equals(COMMENT) || so.equals(CHARACTERS)) {
            state = so.equals(COMMENT) ? State.COMMENT : State.CHARACTERS;
            begun = true;
        } else if (!COMMENT.startsWith(so) && !CHARACTERS.startsWith(so)) {
            state = State.TAG;
            quote = 0;
            begin.chars().forEach(each -> tag((char) each));
        }
    }

    private void tag(char c) {
        if (quote != 0) {
            quote = c == quote ? 0 : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else {
            endIf(c == '>');
        }
    }

    private void endIf(boolean ended) {
        state = ended ? State.TEXT : state;
    }
}
