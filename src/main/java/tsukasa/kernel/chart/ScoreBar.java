package tsukasa.kernel.chart;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.math.BigDecimal;
import tsukasa.kernel.Language;

/// The degrees of a score from 0 to 10 in greys, and a needle at the score. Coordinates across are in per cent, so that
/// text is never scaled.
public record ScoreBar(ScorePicture picture, Language language) implements Content {
    private static final int HEIGHT = 70;

    /// What the bar says, for those who do not see it.
    public String message() {
        String score = score();
        String scale = picture.scale().in(language);
        String word = picture.word().in(language);
        return language == Language.JA
                ? scale + "のスコアは10点中" + score + "、" + word
                : scale + " score " + score + " of 10, " + word;
    }

    private String score() {
        return BigDecimal.valueOf(picture.tenths(), 1).toPlainString();
    }

    @Override
    public void writeTo(TemplateOutput output) {
        Svg svg = Svg.strip(HEIGHT, "score-bar", message());
        for (int i = 0; i < picture.bands().size(); i++) {
            band(svg, i);
        }
        needle(svg);
        output.writeContent(svg.close());
    }

    private void band(Svg svg, int number) {
        ScorePicture.Band band = picture.bands().get(number);
        boolean last = number == picture.bands().size() - 1;
        int end = last ? 100 : picture.bands().get(number + 1).from();
        svg.rect(
                "sev-" + (number + 1),
                Svg.percent(band.from()),
                30,
                Svg.percent(end - band.from() - (last ? 0 : 0.4)),
                10);
        boolean here = band.word().equals(picture.word());
        String style = (here ? "s" : "") + (last ? " e" : "");
        svg.raw("<text class=\"" + style.strip() + "\" x=\"" + Svg.percent(last ? 100 : band.from()) + "\" y=\"60\">"
                + Svg.escape(band.word().in(language)) + "</text>");
    }

    private void needle(Svg svg) {
        int at = picture.tenths();
        String style = at < 3 ? "s" : at > 97 ? "s e" : "s m";
        svg.raw("<text class=\"" + style + "\" x=\"" + Svg.percent(at) + "\" y=\"13\">" + score() + "</text>");
        svg.around(
                Svg.percent(Math.clamp(at, 1, 99)),
                "<path class=\"needle\" d=\"M0 24V46\"/><path class=\"cap\" d=\"M0 27l-6-8h12z\"/>");
    }
}
