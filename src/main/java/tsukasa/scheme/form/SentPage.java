package tsukasa.scheme.form;

import java.util.Optional;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.scheme.Scheme;

/// What happens after sending.
///
/// @param letter where the letter can be opened in a demonstration, which has no mailboxes
/// @param again  the address that starts anew with the same answers
public record SentPage(
        Frame frame, Scheme scheme, String number, String mail, boolean change, Optional<String> letter, String again)
        implements Page {
    @Override
    public String title() {
        return change
                ? frame.say("変更を登録しました", "Your entry has been changed")
                : frame.say("確認のメールを送りました", "Check your mail");
    }

    public String entry() {
        return "/" + scheme.id() + "/register/" + number;
    }
}
