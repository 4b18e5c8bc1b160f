package tsukasa.scheme.form;

import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.scheme.Scheme;

/// The subject stands in the register already. The contact of that entry is never shown, only written to.
public record TakenPage(Frame frame, Scheme scheme, String number) implements Page {
    @Override
    public String title() {
        return frame.say("すでに登録されています", "Already registered");
    }

    @Override
    public int status() {
        return 409;
    }

    public String entry() {
        return "/" + scheme.id() + "/register/" + number;
    }

    public String manage() {
        return "/" + scheme.id() + "/manage";
    }
}
