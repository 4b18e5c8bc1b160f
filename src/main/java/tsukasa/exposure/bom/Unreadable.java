package tsukasa.exposure.bom;

import tsukasa.exposure.BillReading;
import tsukasa.kernel.Problem.Kind;
import tsukasa.kernel.Text;

/// The document cannot be read any further.
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final Text REPAIR =
            Text.of("作成したツールで、もう一度書き出してください。", "Write the document again with the tool that made it.");
    private final transient BillReading.Refused refused;

    private Unreadable(Kind kind, Text why, Text next) {
        super(why.en(), null, false, false);
        this.refused = new BillReading.Refused(kind, why, next);
    }

    BillReading.Refused refused() {
        return refused;
    }

    static Unreadable broken(Text what, Place place) {
        return new Unreadable(Kind.INVALID, at(what, place), REPAIR);
    }

    /// It is well written, but says what the format does not allow to be said.
    static Unreadable wrong(Text what, Place place) {
        return new Unreadable(Kind.UNPROCESSABLE, at(what, place), REPAIR);
    }

    static Unreadable wrong(Text what, Place place, Text next) {
        return new Unreadable(Kind.UNPROCESSABLE, at(what, place), next);
    }

    static Unreadable unknown(Text what, Text next) {
        return new Unreadable(Kind.UNSUPPORTED, what, next);
    }

    static Unreadable large(Text what) {
        return new Unreadable(
                Kind.TOO_LARGE,
                what,
                Text.of("製品ごとなどに分けて、送ってください。", "Split it, for example by product, and send the parts."));
    }

    private static Text at(Text what, Place place) {
        return place.known()
                ? Text.of(place.words().ja() + "：" + what.ja(), place.words().en() + ": " + what.en())
                : what;
    }
}
