package tsukasa.scheme.form;

import java.util.List;
import java.util.Optional;
import tsukasa.kernel.chart.Progress;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.scheme.Scheme;

/// 内容の確認: everything that will be sent, before it is sent.
///
/// @param missing what keeps it from being sent, each with the step where it is put right
/// @param forWhom the organisation of others that it is for
/// @param mail    where the confirmation goes
public record ReviewPage(
        Frame frame,
        Scheme scheme,
        List<Section> sections,
        Optional<Result> result,
        List<Missing> missing,
        List<String> steps,
        String send,
        String back,
        boolean change,
        String mail,
        Optional<String> forWhom)
        implements Page {
    public ReviewPage {
        sections = List.copyOf(sections);
        missing = List.copyOf(missing);
        steps = List.copyOf(steps);
    }

    @Override
    public String title() {
        return frame.say("内容の確認", "Check your answers");
    }

    public Errors errors() {
        return Errors.none();
    }

    /// @param all every answer, where `facts` only counts them; otherwise empty
    public record Section(String title, String address, List<Fact> facts, List<Fact> all) {
        public Section {
            facts = List.copyOf(facts);
            all = List.copyOf(all);
        }
    }

    public record Missing(String words, String address) {}

    /// 自社診断の結果.
    public record Result(int points, int most, String band, String advice, List<Part> parts) {
        public Result {
            parts = List.copyOf(parts);
        }
    }

    public record Part(String title, int points, int most) {
        public Progress progress(Frame frame) {
            return new Progress(words(frame), (double) Math.max(0, points), most);
        }

        public String words(Frame frame) {
            return frame.say(
                    "%s　%d点（%d点中）".formatted(title, points, most), "%s: %d of %d".formatted(title, points, most));
        }
    }
}
