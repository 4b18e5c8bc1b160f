package tsukasa.scheme.form;

import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.scheme.Scheme;

/// 登録しました: the end of the way, and what one has now.
public record RegisteredPage(Frame frame, Scheme scheme, Scheme.Level level, String number, String name)
        implements Page {
    @Override
    public String title() {
        return frame.say("登録しました", "You are registered");
    }

    public String entry() {
        return "/" + scheme.id() + "/register/" + number;
    }

    public String register() {
        return "/" + scheme.id() + "/register";
    }

    public String manage() {
        return "/" + scheme.id() + "/manage";
    }
}
