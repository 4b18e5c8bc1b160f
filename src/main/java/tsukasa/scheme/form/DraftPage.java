package tsukasa.scheme.form;

import java.time.Instant;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Writing;
import tsukasa.scheme.Scheme;

/// 下書き: a form that was put aside, and how to come back to it.
///
/// @param address the whole address, to be kept
/// @param goOn    the first step that still needs something
public record DraftPage(Frame frame, Scheme scheme, String address, String goOn, Instant savedAt, Instant keptUntil)
        implements Page {
    @Override
    public String title() {
        return frame.say("下書きを保存しました", "Your draft is saved");
    }

    public String until() {
        return frame.writing().date(keptUntil.atZone(Writing.JAPAN).toLocalDate());
    }
}
