package tsukasa.tools.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.AttachedFile;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;

/// Staff: one draft. While it is being written it is a form; after that it is read, and published or given back.
///
/// @param action   where the form goes
/// @param fields   empty when it is only read
/// @param facts    what it says, when it is only read
/// @param attaches whether files belong to it
/// @param moreFiles whether some may be added now
public record DraftPage(
        Frame frame,
        String heading,
        @Nullable Status state,
        String word,
        String sentence,
        String action,
        int seen,
        List<Field> fields,
        List<Fact> facts,
        List<AttachedFile> files,
        boolean attaches,
        boolean moreFiles,
        boolean mayPublish,
        boolean mayReturn,
        boolean mayDiscard,
        List<Moment> moments,
        Errors errors,
        int answer)
        implements Page {
    public DraftPage {
        fields = List.copyOf(fields);
        facts = List.copyOf(facts);
        files = List.copyOf(files);
        moments = List.copyOf(moments);
    }

    @Override
    public String title() {
        return (errors.isEmpty() ? "" : frame.say("エラー：", "Error: ")) + heading;
    }

    @Override
    public int status() {
        return answer;
    }
}
