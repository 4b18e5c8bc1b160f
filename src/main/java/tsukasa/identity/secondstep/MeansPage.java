package tsukasa.identity.secondstep;

import tsukasa.identity.SignInMeans;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// @param required whether the staff's pages stay closed without
public record MeansPage(Frame frame, SignInMeans.Means means, boolean required) implements Page {
    @Override
    public String title() {
        return frame.say("2つめの確認", "Second proof");
    }

    public String sentence() {
        if (means.none()) {
            return required
                    ? frame.say("まだ登録がないため、職員の画面を開けません。", "Nothing is set up yet, so the staff pages stay closed.")
                    : frame.say("まだ登録がありません。", "Nothing is set up yet.");
        }
        return frame.say("2つめの確認ができる状態です。", "You can give a second proof.");
    }
}
