package tsukasa.kernel.chart;

import java.util.List;
import tsukasa.kernel.Language;
import tsukasa.kernel.Text;

/// How serious something is: a bar of degrees with a needle at the score, and below it what was answered to each
/// question,
/// among all possible answers. Drawn by `kernel/part/score.jte`.
///
/// @param scale  what was scored with: `CVSS 3.1`
/// @param tenths the score, 0 to 100
/// @param word   the degree it falls into
/// @param vector the answers in short, as experts write them
public record ScorePicture(Text scale, int tenths, Text word, List<Band> bands, List<Group> groups, String vector) {
    public ScorePicture {
        bands = List.copyOf(bands);
        groups = List.copyOf(groups);
    }

    /// A degree of the bar.
    ///
    /// @param from where it begins, in tenths; it ends where the next one begins
    public record Band(Text word, int from) {}

    public record Group(Text title, List<Row> rows) {
        public Group {
            rows = List.copyOf(rows);
        }
    }

    public record Row(Text name, List<Choice> choices) {
        public Row {
            choices = List.copyOf(choices);
        }
    }

    public record Choice(Text name, boolean chosen) {}

    public ScoreBar bar(Language language) {
        return new ScoreBar(this, language);
    }
}
