package tsukasa.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The generated lines of a document, between two marks. `./tsukasa docs` writes them; the build compares them.
record GeneratedPart(Path document, String name) {
    void check(String fresh) throws IOException {
        String text = Files.readString(document);
        String wanted = replaced(text, fresh);
        if (Boolean.getBoolean("tsukasa.docs.update")) {
            Files.writeString(document, wanted);
            return;
        }
        assertThat(text)
                .as(document + " is out of date: run ./tsukasa docs and commit what it writes")
                .isEqualTo(wanted);
    }

    private String replaced(String text, String fresh) {
        String begin = "<!-- " + name + ": written by ./tsukasa docs -->\n";
        String end = "<!-- " + name + ": end -->";
        int from = text.indexOf(begin);
        int to = text.indexOf(end);
        assertThat(from >= 0 && to > from)
                .as(document + " has the marks of its generated part")
                .isTrue();
        return text.substring(0, from + begin.length()) + fresh.strip() + "\n" + text.substring(to);
    }
}
